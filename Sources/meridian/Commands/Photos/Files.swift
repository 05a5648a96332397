import ArgumentParser
import Catalog
import Foundation
import Library
import PhotoCore
import Publishing

struct Files: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List every file and its state.",
    discussion: """
      Example:  meridian files --state set_aside

      States: indexed, duplicate, unsupported, set_aside, missing; pending after an interrupted run. \
      With --json, one object per line; docs/documents.md describes its keys.
      """)

  @Flag(name: .long, help: "Print JSON lines.")
  var json = false

  @Option(help: "Only files in this state.")
  var state: String?

  @OptionGroup var options: LibraryOptions

  func validate() throws {
    guard let state, FileState(rawValue: state) == nil else { return }
    let known = FileState.allCases.map(\.rawValue).joined(separator: ", ")
    throw ValidationError("Unknown state \(state). Use one of: \(known).")
  }

  func run() throws {
    try Failure.explained {
      let catalogue = try options.openCatalogue()
      try catalogue.files.forEach(state: state.flatMap { FileState(rawValue: $0) }) { file in
        print(json ? RecordJSON.line(for: file) : Self.line(file))
      }
    }
  }

  private static func line(_ file: FileRecord) -> String {
    let path = Terminal.printable(file.path.description)
    let state = file.state.rawValue.padding(toLength: 12, withPad: " ", startingAt: 0)
    if let reason = file.reason {
      return "\(state) \(path)\n             \(reason.rawValue): \(reason.sentence)"
    }
    if let original = file.duplicateOf {
      return "\(state) \(path)\n             same bytes as \(Terminal.printable("\(original)"))"
    }
    return "\(state) \(path)" + (file.warning.map { "\n             \($0.sentence)" } ?? "")
  }
}
