internal import Publishing

/// A chart of shares over shares as SVG in the page, in the page's own colours.
struct LineChart {
  /// One line.
  struct Line {
    let name: String
    /// Both 0...1, from left to right.
    let points: [(x: Double, y: Double)]
  }

  /// A place that is pointed out on the axis below.
  struct Mark {
    let at: Double
    let text: String
  }

  let title: String
  let across: String
  let lines: [Line]
  var marks: [Mark] = []
  /// Whether the diagonal, where both are equal, is drawn.
  var showsDiagonal = false

  private static let (width, height, left, top, side) = (364, 300, 44, 14, 244)
  private var wide: Int { 300 }

  /// A figure with its caption and the names of its lines.
  var html: String {
    let drawn = lines.enumerated().map { index, line in
      "<polyline class=\"line l\(index)\" points=\"\(points(line))\"/>"
    }.joined()
    let names = lines.enumerated().map { index, line in
      "<span><i class=\"key l\(index)\"></i>\(line.name.escaped)</span>"
    }.joined()
    return """
      <figure><figcaption>\(title.escaped)</figcaption>\
      <svg viewBox="0 0 \(Self.width) \(Self.height)" class="chart" role="img" \
      aria-label="\(title.escaped)">\(grid)\(diagonal)\(marked)\(drawn)\
      <text x="\(Self.left + wide / 2)" y="\(Self.height - 4)" class="middle">\(across.escaped)</text></svg>\
      <div class="keys">\(names)</div></figure>

      """
  }

  private func x(_ share: Double) -> String { Self.place(Double(Self.left) + share * Double(wide)) }
  private func y(_ share: Double) -> String {
    Self.place(Double(Self.top) + (1 - share) * Double(Self.side))
  }

  private static func place(_ value: Double) -> String {
    let tenths = Int((max(-1000, min(10_000, value)) * 10).rounded())
    return tenths.isMultiple(of: 10) ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
  }

  private func points(_ line: Line) -> String {
    line.points.map { "\(x($0.x)),\(y($0.y))" }.joined(separator: " ")
  }

  private var grid: String {
    (0...4).map { step in
      let share = Double(step) / 4
      return """
        <path d="M\(x(0)) \(y(share))H\(x(1))M\(x(share)) \(y(0))V\(y(1))"/>\
        <text x="\(Self.left - 7)" y="\(y(share))" class="end">\(step * 25) %</text>\
        <text x="\(x(share))" y="\(Self.top + Self.side + 16)" class="middle">\(step * 25) %</text>
        """
    }.joined()
  }

  private var diagonal: String {
    showsDiagonal ? "<path class=\"dashed\" d=\"M\(x(0)) \(y(0))L\(x(1)) \(y(1))\"/>" : ""
  }

  private var marked: String {
    marks.map { mark in
      """
      <path class="dashed" d="M\(x(mark.at)) \(y(0))V\(y(1))"/>\
      <text x="\(x(mark.at + 0.015))" y="\(y(0.03))">\(mark.text.escaped)</text>
      """
    }.joined()
  }
}
