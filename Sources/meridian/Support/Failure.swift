import ArgumentParser
import Foundation

/// Ends a command with one sentence on standard error and the right exit code.
enum Failure {
  /// Runs a command's work; every error becomes a sentence, none a stack of types.
  static func explained(_ work: () throws -> Void) throws {
    do {
      try work()
    } catch let code as ExitCode {
      throw code
    } catch let error as ValidationError {
      throw error
    } catch {
      Terminal.complain("\(error)")
      throw ExitCode(1)
    }
  }
}

/// Standard output and error as people and programs see them.
enum Terminal {
  /// Whether standard output is a terminal.
  static var isInteractive: Bool { isatty(1) == 1 }
  /// Whether standard error is a terminal.
  static var showsProgress: Bool { isatty(2) == 1 }

  /// Columns of the terminal, 100 where it is none.
  static var width: Int {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return 100 }
    return Int(size.ws_col)
  }

  /// `1 photo`, `2 photos`.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  static func complain(_ sentence: String) {
    note("meridian: \(sentence)")
  }

  /// Writes a line to standard output at once, also into a pipe, whose reader waits for it.
  static func line(_ text: String) {
    FileHandle.standardOutput.write(Data((text + "\n").utf8))
  }

  static func note(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }

  /// Control characters as escapes, so that a file's name cannot steer the terminal.
  static func printable(_ text: String) -> String {
    String(
      text.unicodeScalars.map { scalar -> String in
        scalar.properties.generalCategory == .control || scalar.value == 0x2028
          || scalar.value == 0x2029
          ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
      }.joined())
  }
}
