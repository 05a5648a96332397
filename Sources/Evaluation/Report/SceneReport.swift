internal import Foundation
internal import PhotoCore
package import Publishing

/// An evaluation of a classifier as one HTML file that needs nothing else: figures, calibration, what a
/// threshold does, classes, and the surest mistakes with pictures. No script, no request to anywhere;
/// every text escaped.
package struct SceneReport {
  private let summary: SceneSummary
  private let images: String
  private let made: String

  /// - Parameters:
  ///   - images: the folder of the pictures; those that cannot be read are left out of the report.
  ///   - made: when the report was made, as a text for people.
  package init(_ summary: SceneSummary, images: String, made: String) {
    self.summary = summary
    self.images = images
    self.made = made
  }

  private var evaluation: SceneEvaluation { summary.evaluation }

  /// - Throws: ``PublishingError/notWritable(_:detail:)``.
  package func write(to file: OutputFile) throws(PublishingError) {
    let title = "How well \(summary.name) names scenes"
    try file.write(ReportStyle.head(title: title.escaped, style: ReportParts.style))
    try file.write(heading(title))
    try file.write("<div class=\"charts\">\(calibrationChart)\(thresholdChart)</div>\n")
    try file.write("<h2>Most confident mistakes</h2><ul class=\"cases\">\n")
    for answer in evaluation.surestMistakes.prefix(24) { try file.write(item(answer)) }
    try file.write("</ul><h2>Classes</h2>\n")
    try file.write(ReportParts.table(head: ["Class", "Pictures", "Top-1", "Top-5"], rows: rows))
    try file.write("</body></html>\n")
  }

  private func heading(_ title: String) -> String {
    let operating = evaluation.operating(at: summary.threshold)
    let conditions = summary.conditions.joined(separator: ", ")
    return """
      <header><h1>\(title.escaped)</h1>
      <p>\(evaluation.answers.count) pictures of \(evaluation.classes.count) classes; \
      \(conditions.escaped). Made \(made.escaped).</p></header>
      \(ReportParts.figures([
        ("Top-1", ReportParts.percent(evaluation.top1)),
        ("Top-5", ReportParts.percent(evaluation.top5)),
        ("expected calibration error", ReportParts.percent(evaluation.calibrationError)),
        (
          "right from \(ReportParts.wholePercent(summary.threshold)) on",
          ReportParts.percent(operating.precision)
        ),
        ("of the pictures reach it", ReportParts.percent(operating.coverage)),
      ]))

      """
  }

  private var calibrationChart: String {
    let bins = evaluation.calibration.filter { $0.count > 0 }
    return LineChart(
      title: "Share that is right, by probability",
      across: "probability of the first answer",
      lines: [.init(name: "right", points: bins.map { ($0.confidence, $0.accuracy) })],
      showsDiagonal: true
    ).html
  }

  private var thresholdChart: String {
    let points = SceneSummary.thresholds.map(evaluation.operating(at:))
    return LineChart(
      title: "Effect of the threshold", across: "threshold",
      lines: [
        .init(
          name: "share of answers that are right",
          points: points.compactMap { point in point.precision.map { (point.threshold, $0) } }),
        .init(
          name: "share of pictures with an answer",
          points: points.map { ($0.threshold, $0.coverage) }),
      ], marks: [.init(at: summary.threshold, text: "default")]
    ).html
  }

  private var rows: [String] {
    evaluation.classes.sorted { left, right in
      let one = left.top1 * right.count
      let other = right.top1 * left.count
      return one != other ? one < other : left.index < right.index
    }.map { one in
      """
      <tr><th scope="row">\(summary.className(one.index).escaped)</th>\
      \(ReportParts.cell("\(one.count)"))\
      \(ReportParts.barCell(Double(one.top1) / Double(max(1, one.count))))\
      \(ReportParts.barCell(Double(one.top5) / Double(max(1, one.count))))</tr>
      """
    }
  }

  private func item(_ answer: SceneEvaluation.Answer) -> String {
    let truth = answer.truth.sorted().map { summary.className($0) }.joined(separator: " or ")
    let said = answer.best.prefix(3).map {
      "\(summary.className($0.index)) \(ReportParts.wholePercent($0.probability))"
    }.joined(separator: ", ")
    let picture = EvaluationPicture.thumbnail("\(images)/\(answer.file)")
    return ReportParts.worstCase(
      jpeg: picture?.jpeg, size: picture?.size ?? PixelSize(width: 1, height: 1), boxes: [],
      sentence: "\(truth): \(said)", file: answer.file)
  }
}
