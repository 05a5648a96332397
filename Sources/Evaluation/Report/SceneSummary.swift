package import OrderedJSON
package import PhotoCore

/// Everything that an evaluation of a classifier says, for a person, a program and a report.
package struct SceneSummary: Sendable {
  /// The network's name for people.
  package let name: String
  /// How it was run, for people.
  package let conditions: [String]
  /// The figures.
  package let evaluation: SceneEvaluation
  /// The classifier's classes, in the order of its outputs.
  package let labels: LabelSet
  /// From which probability on a scene counts in a search, 0...1.
  package let threshold: Double

  package init(
    name: String, conditions: [String], evaluation: SceneEvaluation, labels: LabelSet,
    threshold: Double
  ) {
    self.name = name
    self.conditions = conditions
    self.evaluation = evaluation
    self.labels = labels
    self.threshold = threshold
  }

  /// Thresholds of the table of precision and coverage.
  package static let thresholds: [Double] = (0...18).map { Double($0 * 5) / 100 }

  /// A class's name; empty for a number that is none.
  func className(_ index: Int?) -> String {
    guard let index, labels.classes.indices.contains(index) else { return "" }
    return labels.classes[index].name
  }

  /// All figures as one JSON object; shares of 0...1, `null` where there is none.
  package var json: JSONText {
    .object([
      ("name", .text(name)), ("conditions", .array(conditions.map(JSONText.text))),
      ("pictures", .integer(Int64(evaluation.answers.count))),
      ("top1", .number(evaluation.top1)), ("top5", .number(evaluation.top5)),
      ("expected_calibration_error", .number(evaluation.calibrationError)),
      ("calibration", .array(evaluation.calibration.map(\.json))),
      ("threshold", .number(threshold)),
      ("at_threshold", evaluation.operating(at: threshold).json),
      (
        "by_threshold",
        .array(Self.thresholds.map { evaluation.operating(at: $0).json })
      ),
      (
        "classes",
        .array(
          evaluation.classes.map { one in
            .object([
              ("name", .text(className(one.index))), ("pictures", .integer(Int64(one.count))),
              ("top1", .integer(Int64(one.top1))), ("top5", .integer(Int64(one.top5))),
            ])
          })
      ),
      (
        "mistakes",
        .array(
          evaluation.surestMistakes.map { answer in
            .object([
              ("file", .text(answer.file)), ("truth", .text(className(answer.truth.min()))),
              ("answer", .text(className(answer.best.first?.index))),
              ("probability", .number(answer.confidence)),
              ("among_five", .bool(answer.isAmongFive)),
            ])
          })
      ),
    ])
  }
}

extension SceneEvaluation.Bin {
  var json: JSONText {
    .object([
      ("from", .number(from)), ("pictures", .integer(Int64(count))),
      ("confidence", .number(confidence)), ("accuracy", .number(accuracy)),
    ])
  }
}

extension SceneEvaluation.OperatingPoint {
  var json: JSONText {
    .object([
      ("threshold", .number(threshold)), ("precision", .share(precision)),
      ("coverage", .number(coverage)),
    ])
  }
}
