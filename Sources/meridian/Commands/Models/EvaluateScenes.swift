import ArgumentParser
import Evaluation
import Foundation
import OrderedJSON
import PhotoCore
import Recognition

struct EvaluateScenes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenes",
    abstract: "Measure a classifier on labelled pictures: top-1, top-5 and calibration.",
    discussion: """
      A picture's class is its name after the first underscore (n02100877_Irish_setter.JPEG) or the \
      name of its folder. Or pass a file to --labels, with one line per picture: the file's name, a \
      tab, and the class by name, synonym or number from 0.

      Examples:
        meridian evaluate scenes --images imagenet-samples
        meridian evaluate scenes --images val --labels val.tsv --report scenes.html
      """)

  @Option(help: "A file that names the class of each picture.")
  var labels: String?

  @Flag(name: .long, help: "Print the pictures whose class is not in the top five.")
  var misses = false

  @Flag(name: .long, help: "Print a line for each class.")
  var perClass = false

  @Option(help: "The probability from which a scene counts, 0 to 1. Default: the model's.")
  var threshold: Double?

  @OptionGroup var common: EvaluationOptions

  func run() throws {
    try Failure.explained {
      let model = try common.installedModel(default: ModelStore.defaultClassifier)
      let known = SceneLabels(model.labels)
      let map =
        try labels.map { try LabelMap(contentsOf: $0, labels: known) }
        ?? LabelMap(folder: common.images, labels: known)
      let evaluation = try SceneRun.evaluate(
        model, map, images: common.images, precision: common.networkPrecision,
        threads: Installation.coreCount, progress: common.progress(map.pictures.count))
      let summary = SceneSummary(
        name: model.record.name, conditions: ["\(common.precision) precision"],
        evaluation: evaluation, labels: model.labels,
        threshold: threshold ?? model.record.defaultThreshold)
      if common.json { print(summary.json.line) } else { show(summary) }
      try common.writeReport {
        try SceneReport(summary, images: common.images, made: $1).write(to: $0)
      }
    }
  }

  private func show(_ summary: SceneSummary) {
    let evaluation = summary.evaluation
    let operating = evaluation.operating(at: summary.threshold)
    print(
      """
      pictures    \(evaluation.answers.count)
      top-1       \(percent(evaluation.top1))
      top-5       \(percent(evaluation.top5))
      calibration \(percent(evaluation.calibrationError))   expected error of the probabilities
      threshold   \(percent(operating.precision)) right of the \(percent(operating.coverage)) \
      that reach \(percent(summary.threshold))
      """)
    let names = summary.labels.classes
    func name(_ index: Int?) -> String {
      index.flatMap { names.indices.contains($0) ? names[$0].name : nil } ?? "?"
    }
    if perClass {
      for one in evaluation.classes {
        print("  \(one.top1) of \(one.count), \(one.top5) among five  \(name(one.index))")
      }
    }
    guard misses else { return }
    for answer in evaluation.answers where !answer.isAmongFive {
      let best = answer.best.map { name($0.index) }.joined(separator: ", ")
      print("  \(Terminal.printable(answer.file)): \(best)")
    }
  }
}
