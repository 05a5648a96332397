import ArgumentParser
import Evaluation
import Foundation
import OrderedJSON
import Publishing
import Recognition

struct EvaluateDetections: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "detections",
    abstract: "Measure a detector against COCO annotations.",
    discussion: """
      Computed as pycocotools does. The boxes follow the usual protocol: scores from 0.01, \
      suppression at IoU 0.6 within each class, at most 100 per picture. With --as-stored, the boxes \
      that an import keeps are measured instead. Figures for whole photos always use those.

      Examples:
        meridian evaluate detections --annotations instances.json --images val2017
        meridian evaluate detections --annotations instances.json --images val2017 --thorough \
      --per-class --report detections.html
        meridian evaluate detections --annotations instances.json --images val2017 \
      --boxes other.json
      """)

  @Option(help: "COCO's instances file.")
  var annotations: String

  @Option(help: "Measure the boxes in this COCO results file; no model runs.")
  var boxes: String?

  @Flag(help: "Also run the detector on overlapping tiles, to find small objects.")
  var thorough = false

  @Flag(name: .long, help: "Measure the boxes that an import keeps.")
  var asStored = false

  @Flag(name: .long, help: "Print a line for each class.")
  var perClass = false

  @Option(
    help: "The confidence from which a class counts for a photo, 0 to 1. Default: the model's.")
  var threshold: Double?

  @Option(help: "Write the boxes to this file, in COCO's results format.")
  var results: String?

  @OptionGroup var common: EvaluationOptions

  func run() throws {
    try Failure.explained {
      let truth = try COCOTruth(contentsOf: annotations)
      let summary = try boxes.map { try self.summary(ofFile: $0, truth) } ?? measured(truth)
      if common.json { print(summary.json.line) } else { show(summary) }
      try common.writeReport {
        try DetectionReport(summary, images: common.images, made: $1).write(to: $0)
      }
    }
  }

  private func summary(ofFile path: String, _ truth: COCOTruth) throws -> DetectionSummary {
    let boxes = try COCOResults.boxes(ofFile: path)
    return DetectionSummary(
      name: URL(fileURLWithPath: path).lastPathComponent, conditions: ["boxes from a file"],
      truth: truth, scored: boxes, kept: boxes, threshold: threshold ?? 0.25)
  }

  private func measured(_ truth: COCOTruth) throws -> DetectionSummary {
    let model = try common.installedModel(default: ModelStore.defaultDetector)
    var settings = DetectionRun.Settings(model: model, images: common.images)
    settings.precision = common.networkPrecision
    settings.isThorough = thorough
    settings.threads = Installation.coreCount
    let run = try DetectionRun(
      settings, truth: truth, progress: common.progress(truth.images.count))
    let scored = asStored ? run.kept : run.byProtocol
    if let results {
      let file = try OutputFile(results, overwrite: true)
      try file.write(COCOResults.text(of: scored))
      try file.finish()
    }
    let conditions = [
      "\(common.precision) precision", thorough ? "with tiles" : nil,
      asStored ? "boxes as stored" : nil,
    ]
    return DetectionSummary(
      name: model.record.name, conditions: conditions.compactMap { $0 }, truth: truth,
      scored: scored, kept: run.kept, threshold: threshold ?? model.record.defaultThreshold)
  }

  private func show(_ summary: DetectionSummary) {
    let totals = summary.evaluation.totals
    let tags = summary.tags.counts(threshold: summary.threshold)
    print(
      """
      pictures    \(summary.truth.images.count), with \(summary.boxCount) things
      AP          \(percent(totals.ap))   IoU 0.50:0.95
      AP50        \(percent(totals.ap50))
      AP75        \(percent(totals.ap75))
      AP small    \(percent(totals.apSmall))
      AP medium   \(percent(totals.apMedium))
      AP large    \(percent(totals.apLarge))
      AR100       \(percent(totals.ar100))
      photos      \(percent(tags.precision)) precision, \(percent(tags.recall)) recall, \
      F1 \(percent(tags.f1)) from \(percent(summary.threshold)) on
      """)
    guard perClass else { return }
    print("\n      AP    AP50  precision   recall")
    for one in summary.evaluation.classes.sorted(by: { $0.ap > $1.ap }) {
      let tags = summary.tags.counts(threshold: summary.threshold, category: one.id)
      let columns = [one.ap, one.ap50, tags.precision, tags.recall].map { column(percent($0)) }
      print("\(columns.joined(separator: " "))  \(one.name)")
    }
  }

  /// Aligned at the right.
  private func column(_ text: String) -> String {
    String(repeating: " ", count: max(0, 8 - text.count)) + text
  }
}
