package import PhotoCore
package import Query

/// A cell of a table.
package enum TableCell: Hashable, Sendable {
  /// Nothing known.
  case empty
  /// A text, never a formula.
  case text(String)
  /// A number.
  case number(Double)
  /// A wall clock time.
  case time(WallTime)
}

/// A column of every table: its name and what it shows of a photo.
package struct TableColumn: Sendable {
  /// The name in the header.
  package let name: String
  /// The cell of a photo; `thresholds` say which of its objects are shown.
  package let cell: @Sendable (_ photo: PhotoRecord, _ thresholds: Thresholds) -> TableCell

  /// All columns in their order. Documented in `docs/documents.md`.
  package static let all: [TableColumn] = [
    column("path") { .text($0.path.description) },
    column("taken") { $0.taken.map { .time($0.wall) } },
    column("utc_offset_minutes") { $0.taken?.utcOffsetMinutes.map { .number(Double($0)) } },
    column("time_source") { $0.taken.map { .text($0.source.rawValue) } },
    column("latitude") { $0.position.map { .number($0.coordinate.latitude) } },
    column("longitude") { $0.position.map { .number($0.coordinate.longitude) } },
    column("altitude") { $0.position?.altitude.map { .number($0) } },
    column("direction") { $0.position?.direction.map { .number($0) } },
    column("position_source") { $0.position.map { .text($0.source.rawValue) } },
    column("city") { $0.place.map { .text($0.city) } },
    column("region") { $0.place?.region.map { .text($0) } },
    column("country") { $0.place.map { .text($0.country) } },
    column("light") { photo in
      photo.sun.map { .text($0.lights.sorted().map(\.rawValue).joined(separator: "; ")) }
    },
    column("favourite") { $0.isFavourite ? .text("yes") : nil },
    column("rating") { $0.rating > 0 ? .number(Double($0.rating)) : nil },
    column("camera") { $0.camera.map { .text($0.name) } },
    TableColumn(name: "objects") { photo, thresholds in
      .text(
        photo.objects(counting: thresholds)
          .map { "\($0.className) \(rounded($0.confidence))" }.joined(separator: "; "))
    },
    TableColumn(name: "persons") { photo, thresholds in
      .number(Double(photo.persons(counting: thresholds)))
    },
    column("scene") { $0.scenes.first.map { .text($0.className) } },
    column("scene_probability") { $0.scenes.first.map { .number($0.probability) } },
    column("labels") { photo in
      .text(
        photo.labels.filter(\.counts).map { "\($0.name) \(rounded($0.probability))" }
          .joined(separator: "; "))
    },
    column("width") { .number(Double($0.shownSize.width)) },
    column("height") { .number(Double($0.shownSize.height)) },
    column("format") { .text($0.format.rawValue) },
    column("bytes") { .number(Double($0.bytes)) },
    column("warning") { $0.warning.map { .text($0.rawValue) } },
    column("sha256") { .text($0.sha256.hex) },
  ]

  private static func column(
    _ name: String, _ cell: @escaping @Sendable (PhotoRecord) -> TableCell?
  ) -> TableColumn {
    TableColumn(name: name) { photo, _ in cell(photo) ?? .empty }
  }
}

/// Two decimals: more would claim a precision that a confidence does not have.
func rounded(_ share: Double) -> String {
  let hundredths = Int((max(0, min(1, share)) * 100).rounded())
  return hundredths == 100 ? "1.00" : "0." + (hundredths < 10 ? "0" : "") + "\(hundredths)"
}
