import Catalog
import Foundation
import Labels
import Learning
import Library
import PhotoCore

/// What a training measured: both learners beside each other.
enum LabelTrainingReport {
  static func table(_ outcome: LabelTrainingResult) -> String {
    let learners = LabelLearner.allCases.filter { outcome.metrics[$0] != nil }
    let measured = learners.compactMap { outcome.metrics[$0] }
    func row(_ name: String, _ cell: (LabelMetrics) -> String) -> String {
      pad(name, 20) + measured.map { pad(cell($0), 26) }.joined()
    }
    var lines = ["", pad("", 20) + learners.map { pad($0.rawValue, 26) }.joined()]
    lines.append(row("average precision") { text($0.averagePrecision) })
    lines.append(row("threshold") { LabelText.percent($0.atThreshold.threshold) })
    lines.append(row("precision") { text($0.atThreshold.precision) })
    lines.append(row("recall") { text($0.atThreshold.recall) })
    lines.append(row("F1") { text($0.atThreshold.f1) })
    lines.append(row("accuracy") { text($0.atThreshold.accuracy) })
    lines.append(
      row("yes: right, missed") {
        "\($0.atThreshold.confusion.truePositives), \($0.atThreshold.confusion.falseNegatives)"
      })
    lines.append(
      row("no: right, mistaken") {
        "\($0.atThreshold.confusion.trueNegatives), \($0.atThreshold.confusion.falsePositives)"
      })
    lines.append(row("seconds") { String(format: "%.1f", $0.seconds) })
    lines.append("")
    lines.append("In brackets: the 95 % confidence interval.")
    lines += notes(outcome)
    return lines.map(trimmed).joined(separator: "\n")
  }

  private static func notes(_ outcome: LabelTrainingResult) -> [String] {
    let comparison = outcome.metrics.values.compactMap(\.comparison).first
    let refused = outcome.refused.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { "\($0.key.rawValue) could not be trained. \($0.value)" }
    return refused + outcome.leftOut.sentences.map(Terminal.printable)
      + [comparison?.reason ?? "\(outcome.proposed.rawValue) is used."]
  }

  private static func text(_ estimate: Estimate?) -> String {
    guard let estimate else { return "–" }
    func number(_ share: Double) -> String { Percent.number(share, .tenths) }
    return "\(number(estimate.value)) % [\(number(estimate.interval.low)), "
      + "\(number(estimate.interval.high))]"
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text.padding(toLength: max(width, text.count), withPad: " ", startingAt: 0)
  }

  private static func trimmed(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }

  /// `{"proposed": …, "refused": {…}, "learners": {…}}`, each learner as `docs/labels.md` says.
  static func json(_ outcome: LabelTrainingResult) -> String {
    let learners = LabelLearner.allCases.compactMap { learner in
      outcome.metrics[learner].map { "\"\(learner.rawValue)\":\($0.json)" }
    }
    let refused =
      (try? JSONEncoder().encode(
        Dictionary(outcome.refused.map { ($0.key.rawValue, $0.value) }) { first, _ in first }))
      .map { String(decoding: $0, as: UTF8.self) }
    return "{\"proposed\":\"\(outcome.proposed.rawValue)\",\"training\":"
      + "\(outcome.versions.first?.number ?? 0),\"refused\":\(refused ?? "{}"),"
      + "\"learners\":{\(learners.joined(separator: ","))}}"
  }
}
