import ArgumentParser
import Foundation
import Recognition

struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure the speed of imports, models and training against their limits.",
    discussion: """
      Examples:
        meridian bench ~/Pictures/Peru-2014
        meridian bench models --pictures ~/Pictures/Peru-2014
        meridian bench learning
      """, subcommands: [BenchImport.self, BenchModels.self, BenchLearning.self],
    defaultSubcommand: BenchImport.self)
}

struct BenchImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Measure the import against its two limits, decoding and inference.",
    discussion: """
      All figures come from one run on the same files, in photos per second, with one worker for \
      each processor.

      Example:  meridian bench import ~/Pictures/Peru-2014
      """)

  @Argument(help: "A folder of photos. The larger they are, the more decoding matters.")
  var folder: String

  @OptionGroup var options: LibraryOptions

  func run() throws {
    try Failure.explained { try ImportBenchmark(folder: folder, models: options.models).run() }
  }
}

struct BenchModels: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "models",
    abstract: "Compare models run by Meridian with the same models run alone.",
    discussion: """
      Meridian's time goes from a decoded picture to named objects or scenes. “Alone” is OpenVINO with \
      prepared input. Both alternate in one run, on all processors.

      Example:  meridian bench models --pictures ~/Pictures/Peru-2014 --model ssd-mobilenet-v2
      """)

  @Option(help: "A folder of pictures. A few of them are used.")
  var pictures: String

  @Option(help: "A model to measure; can be repeated. Default: the two default models.")
  var model: [String] = []

  @Option(help: "Seconds per turn. Each model has nine turns of both kinds.")
  var seconds = 1.0

  @OptionGroup var options: LibraryOptions

  func validate() throws {
    guard seconds > 0, seconds <= 600 else {
      throw ValidationError("--seconds takes a number up to 600.")
    }
  }

  func run() throws {
    try Failure.explained {
      var benchmark = ModelBenchmark(store: options.models, pictures: pictures)
      benchmark.seconds = seconds
      let usual = [ModelStore.defaultDetector, ModelStore.defaultClassifier]
      print("pictures a second, \(Installation.coreCount) processors")
      print("  Meridian     alone  ratio  model")
      for id in model.isEmpty ? usual : model {
        let result = try benchmark.measure(id)
        let ratio = String(format: "%.2f", result.whole / max(0.001, result.alone))
        print("\(column(result.whole))\(column(result.alone))   \(ratio)  \(id)")
      }
    }
  }

  /// Aligned at the right.
  private func column(_ rate: Double) -> String {
    let text = oneDecimal(rate)
    return String(repeating: " ", count: max(1, 10 - text.count)) + text
  }
}
