import Fixtures
import Foundation

/// What the program answered to each step of the script, with what varies taken out.
struct SnapshotTranscript {
  /// The answers by the names of the steps.
  let answers: [String: String]

  /// All steps, once for all tests: they build on each other.
  static let whole = Result { try SnapshotTranscript(SnapshotScript.steps) }

  private init(_ steps: [SnapshotStep]) throws {
    let fixture = try SnapshotFixture()
    var answers: [String: String] = [:]
    for step in steps { answers[step.name] = try Self.answer(step, fixture.folder) }
    self.answers = answers
  }

  private static func answer(_ step: SnapshotStep, _ folder: TemporaryFolder) throws -> String {
    let real = { (text: String) in text.replacing("FOLDER", with: folder.path) }
    let run = try ProgramRun(
      step.arguments.map(real), input: Array(real(step.input).utf8),
      environment: Self.environment(folder))
    let mask = SnapshotMask(paths: [(folder.path, "FOLDER"), (Installed.project, "PROJECT")])
    var parts = ["$ meridian " + step.arguments.map { quoted($0) }.joined(separator: " ")]
    let output = mask.masked(run.output)
    parts.append(step.verdictsOnly ? SnapshotMask.verdicts(output) : output)
    let errors = mask.masked(run.errors)
    if !errors.isEmpty { parts.append("--- standard error\n" + errors) }
    if run.code != 0 { parts.append("--- exit code \(run.code)") }
    if let file = step.file {
      let text = String(decoding: folder.read(file), as: UTF8.self)
      parts.append("--- \(file)\n" + mask.masked(text))
    }
    return parts.filter { !$0.isEmpty }.map { $0.hasSuffix("\n") ? $0 : $0 + "\n" }.joined()
  }

  /// The same on every machine: the width, the clock's zone, and where networks are.
  static func environment(_ folder: TemporaryFolder) -> [String: String] {
    [
      "MERIDIAN_LIBRARY": folder.path("library"), "MERIDIAN_MODELS": Installed.models,
      "COLUMNS": "80", "TZ": "UTC",
    ]
  }

  private static func quoted(_ word: String) -> String {
    word.isEmpty || word.contains(where: { " ()\"".contains($0) }) ? "'\(word)'" : word
  }
}
