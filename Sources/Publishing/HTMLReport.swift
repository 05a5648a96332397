internal import Foundation
package import PhotoCore
package import Query

/// A query's result as one HTML file that needs nothing else: the ancestor's `filter_report.html`.
///
/// No script, no request to anywhere; every text escaped. Each thumbnail is embedded once and shown
/// twice, plain and with boxes, which are drawn as lines over it.
package struct HTMLReport {
  /// What stands above the table.
  package struct Heading: Sendable {
    /// The title.
    package var title: String
    /// The query's text; empty for all photos.
    package var query: String
    /// When the report was made, as a text for people.
    package var made: String
    /// The models whose results are shown: name and version, licence.
    package var models: [String]
    /// Objects below these confidences are not shown.
    package var thresholds: Thresholds
    /// A sentence about photos that the query left out; nil for none.
    package var leftOut: String?
    /// Where the names of places come from; nil where none are shown.
    package var attribution: String?

    package init(
      title: String, query: String, made: String, models: [String], thresholds: Thresholds,
      leftOut: String?, attribution: String? = nil
    ) {
      self.title = title
      self.query = query
      self.made = made
      self.models = models
      self.thresholds = thresholds
      self.leftOut = leftOut
      self.attribution = attribution
    }
  }

  private let heading: Heading
  private let thumbnail: (PhotoRecord) -> [UInt8]?

  /// - Parameter thumbnail: a photo's small upright thumbnail as JPEG, not turned; nil where there is none.
  package init(heading: Heading, thumbnail: @escaping (PhotoRecord) -> [UInt8]?) {
    self.heading = heading
    self.thumbnail = thumbnail
  }

  /// Writes the report photo by photo, so that memory stays flat.
  ///
  /// - Throws: ``PublishingError/notWritable(_:detail:)``.
  package func write(
    _ photos: some Sequence<PhotoRecord>, count: Int, to file: OutputFile
  ) throws(PublishingError) {
    try file.write(ReportStyle.head(title: heading.title.escaped))
    try file.write(summary(count: count))
    if count == 0 {
      try file.write("<p class=\"empty\">No photo matches this query.</p>\n")
    } else {
      try file.write(Self.tableHead)
      for (index, photo) in photos.enumerated() { try file.write(row(photo, number: index + 1)) }
      try file.write("</tbody></table>\n")
    }
    if let attribution = heading.attribution {
      try file.write("<footer><small>\(attribution.escaped)</small></footer>\n")
    }
    try file.write("</body></html>\n")
  }

  private func summary(count: Int) -> String {
    let query = heading.query.isEmpty ? "all photos" : "<code>\(heading.query.escaped)</code>"
    let models = heading.models.map { "<li>\($0.escaped)</li>" }.joined()
    let leftOut = heading.leftOut.map { "<p>\($0.escaped)</p>" } ?? ""
    return """
      <header><h1>\(heading.title.escaped)</h1>
      <p>\(query): <strong>\(count)</strong> \(count == 1 ? "photo" : "photos").
      \(leastConfidences). Made \(heading.made.escaped).</p>
      \(leftOut)<details><summary>Recognised by</summary><ul>\(models)</ul></details></header>

      """
  }

  /// `Objects from 0.25 on, person from 0.40`.
  private var leastConfidences: String {
    let thresholds = heading.thresholds
    let own = thresholds.own.filter { $0.key.task == .detection }.sorted { $0.key < $1.key }
    return "Objects from \(rounded(thresholds.detection)) on"
      + own.map { ", \($0.key.className.escaped) from \(rounded($0.value))" }.joined()
  }

  private static let tableHead = """
    <table><thead><tr><th scope="col">#</th><th scope="col">Photo</th>
    <th scope="col">Objects</th><th scope="col">When and where</th>
    <th scope="col">What</th><th scope="col">File</th></tr></thead><tbody>

    """

  private func row(_ photo: PhotoRecord, number: Int) -> String {
    let objects = photo.objects(counting: heading.thresholds)
    let pictures = pictures(of: photo, objects: objects, number: number)
    return """
      <tr id="photo-\(number)"><td>\(number)</td>\(pictures)\
      <td>\(whenAndWhere(photo))</td><td>\(what(photo, objects))</td>\
      <td>\(about(photo))</td></tr>

      """
  }

  private func pictures(of photo: PhotoRecord, objects: [DetectedObject], number: Int) -> String {
    let shown = photo.shownSize
    let view = "viewBox=\"0 0 \(shown.width) \(shown.height)\" class=\"picture\""
    guard let bytes = thumbnail(photo) else {
      return "<td colspan=\"2\" class=\"empty\">no thumbnail</td>"
    }
    let data = Data(bytes).base64EncodedString()
    let name = photo.path.name.description.escaped
    let turned = photo.turn == .none ? "" : "class=\"turn-\(photo.turn.rawValue)\" "
    // Only the picture is turned, not what is written on it.
    let boxes = objects.map { box(photo.turn.object(of: $0), in: shown) }.joined()
    return """
      <td><svg \(view) role="img" aria-label="\(name)"><image id="i\(number)" \
      \(turned)width="\(photo.size.width)" height="\(photo.size.height)" \
      href="data:image/jpeg;base64,\(data)"/></svg></td>\
      <td><svg \(view) role="img" aria-label="\(name) with boxes">\
      <use href="#i\(number)"/>\(boxes)</svg></td>
      """
  }

  private func box(_ object: DetectedObject, in size: PixelSize) -> String {
    func pixels(_ share: Double, of side: Int) -> Int { Int((share * Double(side)).rounded()) }
    let unit = Double(size.longestSide)
    let x = pixels(object.box.left, of: size.width)
    let y = pixels(object.box.top, of: size.height)
    let label = "\(object.className) \(Percent.text(object.confidence))".escaped
    let fontSize = Int(unit / 22)
    return """
      <rect x="\(x)" y="\(y)" width="\(pixels(object.box.width, of: size.width))" \
      height="\(pixels(object.box.height, of: size.height))" stroke-width="\(max(1, Int(unit / 150)))"/>\
      <text x="\(x + fontSize / 4)" y="\(max(y, 0) + fontSize)" font-size="\(fontSize)" \
      stroke-width="\(max(1, fontSize / 6))">\(label)</text>
      """
  }

  private func whenAndWhere(_ photo: PhotoRecord) -> String {
    var lines: [String] = []
    if let taken = photo.taken {
      let offset = taken.utcOffsetMinutes.map { " " + Self.offset($0) } ?? ""
      lines.append(taken.wall.description.replacing("T", with: " ") + offset)
      lines.append("<small>time from \(taken.source.rawValue.replacing("_", with: " "))</small>")
    } else {
      lines.append("undated")
    }
    if let position = photo.position {
      let point = position.coordinate
      lines.append("\(Self.degrees(point.latitude)), \(Self.degrees(point.longitude))")
      if let altitude = position.altitude { lines.append("\(Int(altitude.rounded())) m") }
    }
    if let place = photo.place {
      let names = [place.city, place.region, place.countryName].compactMap { $0 }
      lines.append(names.joined(separator: ", ").escaped)
    }
    if let sun = photo.sun {
      let lights = sun.lights.sorted().map { $0.rawValue.replacing("-", with: " ") }
      lines.append("<small>\(lights.joined(separator: ", "))</small>")
    }
    return lines.joined(separator: "<br>")
  }

  private func what(_ photo: PhotoRecord, _ objects: [DetectedObject]) -> String {
    let found = objects.map { "\($0.className) \(rounded($0.confidence))" }
    let scenes = photo.scenes.prefix(3).map { "\($0.className) \(rounded($0.probability))" }
    return "\(found.joined(separator: ", ").escaped)<br><small>"
      + "\(scenes.joined(separator: ", ").escaped)</small>"
  }

  private func about(_ photo: PhotoRecord) -> String {
    let camera = photo.camera.map { "<br>" + $0.name.escaped } ?? ""
    let warning = photo.warning.map { "<br><em>\($0.sentence.escaped)</em>" } ?? ""
    return "<span class=\"path\">\(photo.path.description.escaped)</span>"
      + "<br><small>\(photo.shownSize.width) × \(photo.shownSize.height)\(camera)\(warning)</small>"
  }

  private static func degrees(_ value: Double) -> String { String(format: "%.5f", value) }

  private static func offset(_ minutes: Int) -> String {
    let size = abs(minutes)
    return String(format: "%@%02d:%02d", minutes < 0 ? "−" : "+", size / 60, size % 60)
  }
}

extension String {
  /// Safe as text and as an attribute's value of HTML. Control characters, which HTML forbids, are
  /// shown as their pictures.
  package var escaped: String {
    var out = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      case _ where scalar.value < 0x20:
        out.unicodeScalars.append(UnicodeScalar(0x2400 + scalar.value) ?? " ")
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
