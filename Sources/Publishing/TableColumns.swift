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
  /// Which one it is.
  package let column: PhotoColumn

  /// The name in the header.
  package var name: String { column.rawValue }

  /// All columns in their order. Documented in `docs/documents.md`.
  package static let all = PhotoColumn.allCases.map { TableColumn(column: $0) }

  /// The cell of a photo.
  ///
  /// - Parameter thresholds: which of its objects are shown.
  package func cell(_ photo: PhotoRecord, _ thresholds: Thresholds) -> TableCell {
    Self.cell(column, of: photo, thresholds: thresholds) ?? .empty
  }

  /// nil for what is not known.
  private static func cell(
    _ column: PhotoColumn, of photo: PhotoRecord, thresholds: Thresholds
  ) -> TableCell? {
    let taken = photo.taken
    let position = photo.position
    let place = photo.place
    return switch column {
    case .path: .text(photo.path.description)
    case .taken: taken.map { .time($0.wall) }
    case .utcOffsetMinutes: taken?.utcOffsetMinutes.map { .number(Double($0)) }
    case .timeSource: taken.map { .text($0.source.rawValue) }
    case .latitude: position.map { .number($0.coordinate.latitude) }
    case .longitude: position.map { .number($0.coordinate.longitude) }
    case .altitude: position?.altitude.map { .number($0) }
    case .direction: position?.direction.map { .number($0) }
    case .positionSource: position.map { .text($0.source.rawValue) }
    case .city: place.map { .text($0.city) }
    case .region: place?.region.map { .text($0) }
    case .country: place.map { .text($0.country) }
    case .light: photo.sun.map { joined($0.lights.sorted().map(\.rawValue)) }
    case .favourite: photo.isFavourite ? .text("yes") : nil
    case .rating: photo.rating > 0 ? .number(Double(photo.rating)) : nil
    case .camera: photo.camera.map { .text($0.name) }
    case .objects: joined(photo.objects(counting: thresholds).map(objectWords))
    case .persons: .number(Double(photo.persons(counting: thresholds)))
    case .scene: photo.scenes.first.map { .text($0.className) }
    case .sceneProbability: photo.scenes.first.map { .number($0.probability) }
    case .labels: joined(photo.labels.filter(\.counts).map(labelWords))
    case .width: .number(Double(photo.shownSize.width))
    case .height: .number(Double(photo.shownSize.height))
    case .format: .text(photo.format.rawValue)
    case .bytes: .number(Double(photo.bytes))
    case .warning: photo.warning.map { .text($0.rawValue) }
    case .sha256: .text(photo.sha256.hex)
    }
  }

  private static func joined(_ texts: [String]) -> TableCell {
    .text(texts.joined(separator: "; "))
  }

  private static func objectWords(_ object: DetectedObject) -> String {
    "\(object.className) \(rounded(object.confidence))"
  }

  private static func labelWords(_ label: LabelScore) -> String {
    "\(label.name) \(rounded(label.probability))"
  }
}

/// Two decimals: more would claim a precision that a confidence does not have.
func rounded(_ share: Double) -> String {
  let hundredths = Int((max(0, min(1, share)) * 100).rounded())
  return hundredths == 100 ? "1.00" : "0." + (hundredths < 10 ? "0" : "") + "\(hundredths)"
}
