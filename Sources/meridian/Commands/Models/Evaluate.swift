import ArgumentParser
import Evaluation
import Foundation
import Inference
import PhotoCore
import Publishing
import Recognition

struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure the accuracy of models on annotated pictures.",
    discussion: """
      Examples:
        meridian evaluate detections --annotations instances.json --images val2017
        meridian evaluate scenes --images imagenet-samples --report scenes.html
      """, subcommands: [EvaluateDetections.self, EvaluateScenes.self])
}

/// What both evaluations take.
struct EvaluationOptions: ParsableArguments {
  @Option(help: "The folder of the pictures.")
  var images: String

  @Option(help: "The model to measure; see `meridian models list`. Default: the default model.")
  var model: String?

  @Option(help: "The number format that models run in: automatic, f32 or bf16.")
  var precision = "automatic"

  @Option(help: "Write a report with curves and the worst cases to this HTML file.")
  var report: String?

  @Flag(help: "Print all figures as one JSON object.")
  var json = false

  @OptionGroup var options: LibraryOptions

  func validate() throws {
    guard Precision(rawValue: precision) != nil else {
      throw ValidationError("--precision takes automatic, f32 or bf16.")
    }
  }

  var networkPrecision: Precision { Precision(rawValue: precision) ?? .automatic }

  /// The model of a task that is to be measured.
  func installedModel(default id: String) throws -> InstalledModel {
    try options.models.model(model ?? id)
  }

  /// Shows how many of the pictures are done.
  func progress(_ count: Int) -> @Sendable (Int) -> Void {
    guard Terminal.showsProgress else { return { _ in } }
    return { done in
      let end = done == count ? "\r\u{1B}[K" : ""
      FileHandle.standardError.write(Data("\r\(done) of \(count) pictures\(end)".utf8))
    }
  }

  /// Writes the report, if one is wanted, with the time of day in it.
  func writeReport(_ write: (OutputFile, String) throws -> Void) throws {
    guard let report else { return }
    let file = try OutputFile(report, overwrite: true)
    try write(file, Date().formatted(.iso8601.year().month().day()))
    try file.finish()
    Terminal.note("Report: \(report).")
  }
}

/// `27.4 %`; a dash for nil.
func percent(_ share: Double?) -> String { Percent.text(share, .tenths) }
