import ArgumentParser
import Foundation
import Imaging
import Inference
import Library
import OrderedJSON
import PhotoCore
import Recognition

struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check the installation and the library, and say how to fix problems.",
    discussion: "Example:  meridian doctor")

  @Flag(name: .long, help: "Print the checks as one JSON object.")
  var json = false

  @OptionGroup var options: LibraryOptions

  func run() throws {
    try Failure.explained {
      let checks = InstallationCheck.all(models: options.models) + LibraryCheck.all(options.folder)
      guard !json else {
        print(HealthCheck.json(checks))
        return
      }
      for check in checks { print(check.line) }
      guard checks.allSatisfy(\.isGood) else { throw ExitCode(1) }
      print("No problems found.")
    }
  }
}

/// One thing that was looked at.
struct HealthCheck {
  let name: String
  /// nil for all well; else what is wrong and what to do.
  let problem: String?
  let detail: String

  var isGood: Bool { problem == nil }

  var line: String {
    let mark = isGood ? "ok  " : "BAD "
    return "\(mark) \(name): \(problem ?? detail)"
  }

  /// `{"checks":[{"name":…,"ok":…,"detail":…}],"ok":…}`
  static func json(_ checks: [HealthCheck]) -> String {
    let list = checks.map { check in
      JSONText.object([
        ("name", .text(check.name)), ("ok", .bool(check.isGood)),
        ("detail", .text(check.problem ?? check.detail)),
      ])
    }
    return JSONText.object([
      ("checks", .array(list)), ("ok", .bool(checks.allSatisfy(\.isGood))),
    ]).line
  }

  /// Runs a check; an error is what is wrong.
  init(_ name: String, _ look: () throws -> String) {
    self.name = name
    do {
      detail = try look()
      problem = nil
    } catch {
      detail = ""
      problem = "\(error)"
    }
  }
}
