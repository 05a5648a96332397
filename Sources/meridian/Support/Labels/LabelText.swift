import Catalog
import Foundation
import Labels
import Learning
import Library
import PhotoCore

/// Labels as lines of a terminal, and as JSON.
enum LabelText {
  static func line(_ label: LabelRecord) -> String {
    let subject = label.subject.className.map { "boxes of \($0)" } ?? "whole photos"
    let version = label.version.map { version in
      "training \(version.number) by \(version.learner.rawValue), \(label.photos) photos at "
        + "\(percent(label.threshold))\(label.isThresholdChosen ? " (chosen)" : "")"
    }
    return "\(Terminal.printable(label.name)): \(subject), \(label.positives) yes, "
      + "\(label.negatives) no, \(version ?? "not trained")"
  }

  static func line(_ version: LabelVersion, isInUse: Bool) -> String {
    let measured = LabelMetrics(json: version.metricsJSON)
    let precision = measured.map { "average precision \(percent($0.averagePrecision.value))" }
    return "\(isInUse ? "*" : " ") training \(version.number), \(version.learner.rawValue): "
      + "\(version.positives) yes, \(version.negatives) no, seed \(version.seed), threshold "
      + "\(percent(version.threshold)), \(precision ?? "not measured")"
  }

  static func line(_ example: LabelExample) -> String {
    let path = example.path?.description ?? example.sha256.hex
    return "\(example.answer ? "yes" : "no ") \(Terminal.printable(path))"
      + (example.mark.box.map { " at \(place($0))" } ?? "") + " (\(example.origin.rawValue))"
  }

  static func line(_ doubt: UncertainPhoto, _ path: FilePath?) -> String {
    "\(percent(doubt.probability)) \(Terminal.printable(path?.description ?? "?"))"
      + (doubt.mark.box.map { " at \(place($0))" } ?? "")
  }

  /// Where a box is, for people.
  private static func place(_ box: UnitBox) -> String {
    "\(percent(box.left)) from the left, \(percent(box.top)) from the top, \(percent(box.width)) × "
      + percent(box.height)
  }

  static func percent(_ share: Double) -> String { Percent.text(share) }

  static func json(_ label: LabelRecord) -> String {
    text([
      "name": label.name, "of": label.subject.className ?? NSNull(), "yes": label.positives,
      "no": label.negatives, "threshold": label.threshold,
      "threshold_is_chosen": label.isThresholdChosen, "photos": label.photos,
      "training": label.version?.number ?? NSNull(),
      "learner": label.version?.learner.rawValue ?? NSNull(),
    ])
  }

  static func json(_ example: LabelExample) -> String {
    text([
      "sha256": example.sha256.hex, "path": example.path?.description ?? NSNull(),
      "box": numbers(example.mark.box), "answer": example.answer ? "yes" : "no",
      "origin": example.origin.rawValue, "marked_ms": example.markedMilliseconds,
    ])
  }

  static func json(_ doubt: UncertainPhoto, _ path: FilePath?) -> String {
    text([
      "path": path?.description ?? NSNull(), "box": numbers(doubt.mark.box),
      "probability": doubt.probability,
    ])
  }

  private static func numbers(_ box: UnitBox?) -> Any {
    box.map { [$0.left, $0.top, $0.width, $0.height] } ?? NSNull()
  }

  private static func text(_ object: [String: Any]) -> String {
    let data = try? JSONSerialization.data(
      withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
    return String(decoding: data ?? Data(), as: UTF8.self)
  }
}
