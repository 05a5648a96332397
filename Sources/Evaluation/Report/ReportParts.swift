internal import Foundation
internal import PhotoCore
internal import Publishing

/// What both reports are built from.
enum ReportParts {
  /// Goes behind the style of all reports.
  static let style = """
    :root{--l0:#1668c7;--l1:#b3470a;--l2:#3c7d1f;--bar:#1668c733;--truth:#25a244;--found:#ff3b30}
    @media(prefers-color-scheme:dark){:root{--l0:#6db3ff;--l1:#ff9d5c;--l2:#8fd36a;--bar:#6db3ff44}}
    body{max-width:76rem}h2{font-weight:600;margin:2.2rem 0 .6rem}p{max-width:46rem}
    .figures{display:flex;flex-wrap:wrap;gap:.8rem 2.2rem;margin:1rem 0;padding:0;list-style:none}
    .figures b{display:block;font-size:1.7rem;font-weight:600;font-variant-numeric:tabular-nums}
    .charts{display:flex;flex-wrap:wrap;gap:1rem 2rem}
    figure{margin:0;flex:1 1 20rem;max-width:30rem}figcaption{font-weight:600;margin-bottom:.3rem}
    .chart{width:100%;height:auto}.chart path{stroke:var(--line);fill:none}
    .chart .dashed{stroke:var(--soft);stroke-dasharray:4 3}
    .chart text{fill:var(--soft);font-size:11px;font-family:system-ui,sans-serif}
    .chart .end{text-anchor:end;dominant-baseline:middle}.chart .middle{text-anchor:middle}
    .line{fill:none;stroke-width:2}.line.l0{stroke:var(--l0)}.line.l1{stroke:var(--l1)}
    .line.l2{stroke:var(--l2)}.key{display:inline-block;width:1.1em;height:.25em;vertical-align:middle;\
    margin-right:.4em}.key.l0{background:var(--l0)}.key.l1{background:var(--l1)}
    .key.l2{background:var(--l2)}.keys{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;font-size:.85rem}
    .classes th,.classes td{padding:.25rem .6rem}.number{text-align:right!important;\
    font-variant-numeric:tabular-nums;white-space:nowrap}
    .bar{background:linear-gradient(var(--bar),var(--bar)) no-repeat left/var(--share) 100%}
    .spark{width:5rem;height:1.4rem;display:block}.spark polyline{fill:none;stroke:var(--l0);\
    stroke-width:1.5;vector-effect:non-scaling-stroke}
    .cases{display:grid;grid-template-columns:repeat(auto-fill,minmax(16rem,1fr));gap:1.2rem;\
    padding:0;list-style:none}
    .cases .picture{width:100%;max-height:20rem}
    .cases p{margin:.4rem 0 0;font-size:.9rem;overflow-wrap:anywhere}
    .picture .truth{stroke:var(--truth)}.picture .found{stroke:var(--found)}
    .picture .truth{stroke-dasharray:8 5}
    .scroll{overflow-x:auto}
    @media(max-width:50rem){.classes thead{display:table-header-group}.classes tr{display:table-row}\
    .classes td{display:table-cell;border-bottom:1px solid var(--line)}th{position:static}}
    """

  /// `27.4 %`; a dash for nil.
  static func percent(_ share: Double?) -> String { Percent.text(share, .tenths) }

  /// `27 %`; a dash for nil.
  static func wholePercent(_ share: Double?) -> String { Percent.text(share) }

  /// Large figures in a row.
  static func figures(_ figures: [(name: String, value: String)]) -> String {
    let items = figures.map { "<li><b>\($0.value.escaped)</b>\($0.name.escaped)</li>" }.joined()
    return "<ul class=\"figures\">\(items)</ul>\n"
  }

  /// A table's cell with a bar behind its number.
  static func barCell(_ share: Double?) -> String {
    let width = Percent.number(max(0, min(1, share ?? 0)), .tenths)
    return "<td class=\"number bar\" style=\"--share:\(width)%\">\(percent(share))</td>"
  }

  /// A table's cell with a number.
  static func cell(_ text: String) -> String { "<td class=\"number\">\(text.escaped)</td>" }

  /// A small curve of shares.
  static func spark(_ values: [Double]) -> String {
    let points = stride(from: 0, to: values.count, by: 4).map { index in
      "\(index),\(Int(((1 - values[index]) * 40).rounded()))"
    }.joined(separator: " ")
    return """
      <svg viewBox="0 -2 100 44" preserveAspectRatio="none" class="spark" aria-hidden="true">\
      <polyline points="\(points)"/></svg>
      """
  }

  /// A table of all classes.
  static func table(head: [String], rows: [String]) -> String {
    let cells = head.enumerated().map { index, name in
      "<th scope=\"col\"\(index == 0 ? "" : " class=\"number\"")>\(name.escaped)</th>"
    }.joined()
    return """
      <div class="scroll" tabindex="0"><table class="classes"><thead><tr>\(cells)</tr></thead><tbody>
      \(rows.joined(separator: "\n"))
      </tbody></table></div>

      """
  }

  /// A box of a worst case.
  struct DrawnBox {
    enum Kind: String { case truth, found }
    let kind: Kind
    let box: PixelBox
    let label: String
  }

  /// A picture with boxes, and a sentence below.
  static func worstCase(
    jpeg: [UInt8]?, size: PixelSize, boxes: [DrawnBox], sentence: String, file: String
  ) -> String {
    let words = "<p>\(sentence.escaped)<br><small>\(file.escaped)</small></p>"
    guard let jpeg else { return "<li><em>no picture</em>\(words)</li>\n" }
    let data = Data(jpeg).base64EncodedString()
    let drawn = boxes.map { draw($0, in: size) }.joined()
    return """
      <li><svg viewBox="0 0 \(size.width) \(size.height)" class="picture" role="img" \
      aria-label="\(sentence.escaped)"><image width="\(size.width)" height="\(size.height)" \
      href="data:image/jpeg;base64,\(data)"/>\(drawn)</svg>\(words)</li>

      """
  }

  private static func draw(_ drawn: DrawnBox, in size: PixelSize) -> String {
    let unit = max(1, size.longestSide / 150)
    let font = max(8, size.longestSide / 24)
    func whole(_ value: Double) -> Int { Int(max(-1e6, min(1e6, value)).rounded()) }
    let x = whole(drawn.box.left)
    let y = whole(drawn.box.top)
    let textX = max(2, min(x, size.width - drawn.label.count * font * 2 / 3))
    // What was found is named above its box, the truth below its own: two boxes often nearly agree.
    let textY =
      drawn.kind == .found
      ? max(font, y - font / 3)
      : min(size.height - font / 3, y + whole(drawn.box.height) + font)
    return """
      <rect class="\(drawn.kind.rawValue)" x="\(x)" y="\(y)" width="\(max(1, whole(drawn.box.width)))" \
      height="\(max(1, whole(drawn.box.height)))" stroke-width="\(unit)"/>\
      <text x="\(textX)" y="\(textY)" font-size="\(font)" stroke-width="\(max(1, font / 6))">\
      \(drawn.label.escaped)</text>
      """
  }
}
