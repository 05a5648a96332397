internal import Foundation
internal import PhotoCore
package import Publishing

/// An evaluation of a detector as one HTML file that needs nothing else: figures, curves, classes, and
/// where it fails worst, with pictures. No script, no request to anywhere; every text escaped.
package struct DetectionReport {
  private let summary: DetectionSummary
  private let images: String
  private let made: String

  /// - Parameters:
  ///   - images: the folder of the pictures; those that cannot be read are left out of the report.
  ///   - made: when the report was made, as a text for people.
  package init(_ summary: DetectionSummary, images: String, made: String) {
    self.summary = summary
    self.images = images
    self.made = made
  }

  /// - Throws: ``PublishingError/notWritable(_:detail:)``.
  package func write(to file: OutputFile) throws(PublishingError) {
    let title = "How well \(summary.name) finds objects"
    try file.write(ReportStyle.head(title: title.escaped, style: ReportParts.style))
    try file.write(heading(title))
    try file.write("<div class=\"charts\">\(precisionChart)\(thresholdChart)</div>\n")
    try file.write("<h2>Classes</h2>\n")
    try file.write(ReportParts.table(head: Self.columns, rows: rows))
    let worst = WorstBoxes(
      truth: summary.truth, found: summary.kept, threshold: summary.threshold)
    try file.write(
      "<h2>Most confident wrong boxes</h2><p>Red: found. Green, dashed: annotated.</p>"
        + "<ul class=\"cases\">\n")
    for wrong in worst.wrong { try file.write(item(wrong)) }
    try file.write("</ul><h2>Largest missed objects</h2><ul class=\"cases\">\n")
    for missed in worst.missed { try file.write(item(missed)) }
    try file.write("</ul></body></html>\n")
  }

  private func heading(_ title: String) -> String {
    let totals = summary.evaluation.totals
    let tags = summary.tags.counts(threshold: summary.threshold)
    let conditions = summary.conditions.joined(separator: ", ")
    return """
      <header><h1>\(title.escaped)</h1>
      <p>\(summary.truth.images.count) pictures with \(summary.boxCount) annotated things of \
      \(summary.evaluation.classes.count) classes; \(conditions.escaped). Made \(made.escaped).</p></header>
      \(ReportParts.figures([
        ("AP, IoU 0.50:0.95", ReportParts.percent(totals.ap)),
        ("AP50", ReportParts.percent(totals.ap50)), ("AP75", ReportParts.percent(totals.ap75)),
        ("AR100", ReportParts.percent(totals.ar100)),
        ("AP small", ReportParts.percent(totals.apSmall)),
        ("AP medium", ReportParts.percent(totals.apMedium)),
        ("AP large", ReportParts.percent(totals.apLarge)),
      ]))
      <p>Whether a photo has the right classes at all, from \
      \(ReportParts.wholePercent(summary.threshold)) on: \
      <strong>\(ReportParts.percent(tags.precision))</strong> of the classes found are there, and \
      <strong>\(ReportParts.percent(tags.recall))</strong> of those that are there are found \
      (F1 \(ReportParts.percent(tags.f1))).</p>

      """
  }

  private var precisionChart: String {
    let (at50, at75) = summary.evaluation.meanCurves
    func points(_ curve: [Double]) -> [(x: Double, y: Double)] {
      curve.enumerated().map { (Double($0.offset) / 100, $0.element) }
    }
    return LineChart(
      title: "Precision by recall, mean of the classes", across: "recall",
      lines: [
        .init(name: "IoU 0.50", points: points(at50)),
        .init(name: "IoU 0.75", points: points(at75)),
      ]
    ).html
  }

  private var thresholdChart: String {
    let counts = PhotoTags.thresholds.map { ($0, summary.tags.counts(threshold: $0)) }
    func points(_ value: (PhotoTags.Counts) -> Double?) -> [(x: Double, y: Double)] {
      counts.compactMap { threshold, counts in value(counts).map { (threshold, $0) } }
    }
    return LineChart(
      title: "Classes of whole photos by threshold", across: "threshold",
      lines: [
        .init(name: "precision", points: points(\.precision)),
        .init(name: "recall", points: points(\.recall)), .init(name: "F1", points: points(\.f1)),
      ], marks: [.init(at: summary.threshold, text: "default")]
    ).html
  }

  private static let columns = [
    "Class", "Things", "AP", "AP50", "AP75", "AR100", "Curve at 0.50", "Photos: precision",
    "recall", "F1",
  ]

  private var rows: [String] {
    summary.evaluation.classes.surestFirst(by: \.ap).map { one in
      let tags = summary.tags.counts(threshold: summary.threshold, category: one.id)
      return """
        <tr><th scope="row">\(one.name.escaped)</th>\(ReportParts.cell("\(one.count)"))\
        \(ReportParts.barCell(one.ap))\(ReportParts.barCell(one.ap50))\
        \(ReportParts.barCell(one.ap75))\(ReportParts.barCell(one.ar100))\
        <td>\(ReportParts.spark(one.curve50))</td>\
        \(ReportParts.cell(ReportParts.wholePercent(tags.precision)))\
        \(ReportParts.cell(ReportParts.wholePercent(tags.recall)))\
        \(ReportParts.cell(ReportParts.wholePercent(tags.f1)))</tr>
        """
    }
  }

  private func name(_ category: Int) -> String { summary.truth.categories[category] ?? "" }

  private func item(_ wrong: WorstBoxes.WrongBox) -> String {
    let found = wrong.found
    let sure = ReportParts.wholePercent(found.confidence)
    let fault =
      switch wrong.fault {
      case .otherClass(let category): "is annotated as \(name(category))"
      case .badlyPlaced: "box does not fit well"
      case .twice: "already found"
      case .nothingThere: "not annotated there"
      }
    var boxes = [
      ReportParts.DrawnBox(
        kind: .found, box: found.box, label: "\(name(found.categoryID)) \(sure)")
    ]
    if let truth = wrong.truth {
      boxes.insert(.init(kind: .truth, box: truth.box, label: name(truth.categoryID)), at: 0)
    }
    return picture(
      of: found.imageID, boxes: boxes,
      sentence: "\(name(found.categoryID)), \(sure), \(fault)")
  }

  private func item(_ missed: COCOTruth.Annotation) -> String {
    let name = name(missed.categoryID)
    return picture(
      of: missed.imageID, boxes: [.init(kind: .truth, box: missed.box, label: name)],
      sentence: "\(name), missed")
  }

  private func picture(
    of id: Int, boxes: [ReportParts.DrawnBox], sentence: String
  ) -> String {
    guard let image = summary.truth.images.first(where: { $0.id == id }) else { return "" }
    return ReportParts.worstCase(
      jpeg: EvaluationPicture.thumbnail("\(images)/\(image.fileName)")?.jpeg, size: image.size,
      boxes: boxes, sentence: sentence, file: image.fileName)
  }
}
