internal import Catalog
internal import Foundation
internal import PhotoCore

/// Photos as tiles of the grid.
extension GridPhoto {
  static let shape = Shape<GridPhoto>.object(fields).named("GridPhoto")

  /// What a tile needs.
  static let fields: [ShapeField<GridPhoto>] = [
    .field("id", .integer) { $0.id }, .field("sha256", .string) { $0.sha256.hex },
    .field("width", .integer) { $0.size.width }, .field("height", .integer) { $0.size.height },
    .field("turn", .integer) { $0.turn.rawValue },
    .field("colour", .optional(.string)) { $0.colour.map(webColour) },
    .field("taken", .optional(.string)) { $0.taken?.description },
    .field("name", .string) { $0.name.description },
    .field("favourite", .boolean) { $0.isFavourite }, .field("rating", .integer) { $0.rating },
    .field("warning", .boolean) { $0.warning != nil },
    .field("missing", .boolean) { $0.isMissing }, .field("label", .string) { $0.spoken },
  ]

  /// What somebody hears who does not see the picture: `person, beach — Cusco, Peru, 12 June 2014`.
  private var spoken: String {
    let what = summary.isEmpty ? "Photo" : summary.joined(separator: ", ")
    let place = [city, countryName].compactMap { $0 }
    let circumstances = place + [taken.map(Self.day) ?? name.description]
    return what + " — " + circumstances.joined(separator: ", ")
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private static func day(_ time: WallTime) -> String {
    let parts = time.components
    return "\(parts.day) \(months[parts.month - 1]) \(parts.year)"
  }

  /// `#a0b0c0`.
  private static func webColour(_ colour: UInt32) -> String {
    let digits = String(colour & 0xFF_FFFF, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }
}
