internal import OrderedJSON
package import PhotoCore
package import Query

/// Tables as text, written photo by photo so that memory stays flat.
package enum TextTables {
  /// CSV by RFC 4180: UTF-8, header, CRLF.
  ///
  /// A text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or
  /// a return) gets an apostrophe in front; numbers stay numbers.
  ///
  /// - Parameter thresholds: from which confidence objects are shown.
  /// - Throws: ``PublishingError/notWritable(_:detail:)``.
  package static func writeCSV(
    _ photos: some Sequence<PhotoRecord>, thresholds: Thresholds, to file: OutputFile
  ) throws(PublishingError) {
    try file.write(TableColumn.all.map(\.name).joined(separator: ",") + "\r\n")
    for photo in photos {
      let cells = TableColumn.all.map { csv($0.cell(photo, thresholds)) }
      try file.write(cells.joined(separator: ",") + "\r\n")
    }
  }

  /// A cell as CSV writes it: quoted where needed, formulas disarmed.
  package static func csv(_ cell: TableCell) -> String {
    switch cell {
    case .empty: return ""
    case .number(let value): return JSONText.number(value).line
    case .time(let time): return time.description
    case .text(let text):
      let risky = text.first.map { "=+-@\t\r".contains($0) } ?? false
      let safe = risky ? "'" + text : text
      let special = safe.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
      guard special else { return safe }
      return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }
  }

  /// A JSON object a line, with the keys of `meridian find --json`.
  ///
  /// - Throws: ``PublishingError/notWritable(_:detail:)``.
  package static func writeJSONLines(
    _ photos: some Sequence<PhotoRecord>, to file: OutputFile
  ) throws(PublishingError) {
    for photo in photos { try file.write(RecordJSON.line(for: photo) + "\n") }
  }

  /// GeoJSON by RFC 7946: a point for each photo with a position, everything else as properties.
  ///
  /// - Returns: how many photos were left out, having no position.
  /// - Throws: ``PublishingError/notWritable(_:detail:)``.
  @discardableResult
  package static func writeGeoJSON(
    _ photos: some Sequence<PhotoRecord>, to file: OutputFile
  ) throws(PublishingError) -> Int {
    var leftOut = 0
    var separator = "\n"
    try file.write("{\"type\":\"FeatureCollection\",\"features\":[")
    for photo in photos {
      guard let position = photo.position else {
        leftOut += 1
        continue
      }
      try file.write(separator + feature(photo, position).line)
      separator = ",\n"
    }
    try file.write("\n]}\n")
    return leftOut
  }

  private static func feature(_ photo: PhotoRecord, _ position: Position) -> JSONText {
    var point = [position.coordinate.longitude, position.coordinate.latitude]
    if let altitude = position.altitude { point.append(altitude) }
    return .object([
      ("type", .text("Feature")),
      (
        "geometry",
        .object([("type", .text("Point")), ("coordinates", .array(point.map(JSONText.number)))])
      ),
      (
        "properties", .object(RecordJSON.members(of: photo, reasons: nil))
      ),
    ])
  }
}
