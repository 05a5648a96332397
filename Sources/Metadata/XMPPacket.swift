internal import PhotoCore

/// The properties of an XMP packet that Meridian uses. Source: XMP specification, parts 1 and 2.
///
/// A property is either an attribute (`exif:DateTimeOriginal="…"`) or an element of the same name.
/// Both are found by their usual prefixes with a plain search: no XML parser, so no entities, no
/// recursion and no time beyond one pass for each name.
struct XMPPacket {
  private let text: [UInt8]

  /// Longer packets carry whole edit histories; what is wanted stands in front.
  private static let longest = 1 << 20

  init(_ bytes: ArraySlice<UInt8>) {
    text = Array(bytes.prefix(Self.longest))
  }

  var orientation: Orientation? {
    value("tiff:Orientation").flatMap { Int($0) }.flatMap(Orientation.init)
  }

  var camera: Camera? {
    Camera(make: value("tiff:Make"), model: value("tiff:Model"))
  }

  /// In the order in which they tell of the moment itself.
  var time: TimeText? {
    // `xap` is what the prefix `xmp` was called until 2005. DateCreated is often a mere date, and
    // that of what the picture shows.
    for name in [
      "exif:DateTimeOriginal", "xmp:CreateDate", "xap:CreateDate", "photoshop:DateCreated",
    ] {
      if let time = value(name).flatMap({ TimeText($0) }) { return time }
    }
    return nil
  }

  var position: Position? {
    guard let latitude = value("exif:GPSLatitude").flatMap({ Self.angle($0, "N", "S") }),
      let longitude = value("exif:GPSLongitude").flatMap({ Self.angle($0, "E", "W") }),
      latitude != 0 || longitude != 0,
      let coordinate = Coordinate(latitude: latitude, longitude: longitude)
    else { return nil }
    return Position(coordinate: coordinate, altitude: altitude, source: .xmp)
  }

  /// `1234/10`, with `exif:GPSAltitudeRef` 1 below the sea.
  private var altitude: Double? {
    guard let parts = value("exif:GPSAltitude")?.split(separator: "/").compactMap({ Double($0) }),
      let metres = parts.first, (parts.count < 2 || parts[1] != 0)
    else { return nil }
    let altitude = parts.count > 1 ? metres / parts[1] : metres
    guard (-12_000...100_000).contains(altitude) else { return nil }
    return value("exif:GPSAltitudeRef") == "1" ? -abs(altitude) : altitude
  }

  /// `55,51,36N`, `55,51.6N` or `55.86`.
  static func angle(_ text: String, _ plus: String, _ minus: String) -> Double? {
    let sign = text.last.map { String($0).uppercased() } ?? ""
    let digits = sign == plus || sign == minus ? String(text.dropLast()) : text
    let parts = digits.split(separator: ",").map { Double($0) }
    guard (1...3).contains(parts.count), !parts.contains(nil) else { return nil }
    let numbers = parts.compactMap { $0 }
    guard numbers.allSatisfy(\.isFinite), numbers.dropFirst().allSatisfy({ (0..<60).contains($0) })
    else { return nil }
    let degrees = zip(numbers, [1.0, 60, 3600]).reduce(0) { $0 + $1.0 / $1.1 }
    return sign == minus ? -degrees : degrees
  }

  /// The value of a property, as an attribute or an element; nil where empty or missing.
  func value(_ name: String) -> String? {
    valueRange(name).map { String(decoding: text[$0], as: UTF8.self) }
      .map { $0.trimmed }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Where the value stands, for blanking it.
  func valueRange(_ name: String) -> Range<Int>? {
    let wanted = Array(name.utf8)
    var from = 0
    while let found = text.firstRange(of: wanted, from: from) {
      from = found.upperBound
      guard isWhole(found) else { continue }
      if let range = attribute(after: found.upperBound) ?? element(after: found.upperBound) {
        return range
      }
    }
    return nil
  }

  /// Whether the name stands alone: after a blank or `<`, not inside another name.
  private func isWhole(_ found: Range<Int>) -> Bool {
    guard found.lowerBound > 0, found.upperBound < text.count else { return false }
    let before = text[found.lowerBound - 1]
    let after = text[found.upperBound]
    return (before == 0x3C || before.isBlank) && (after.isBlank || after == 0x3D || after == 0x3E)
  }

  private func attribute(after position: Int) -> Range<Int>? {
    var at = skipBlanks(position)
    guard at < text.count, text[at] == 0x3D else { return nil }
    at = skipBlanks(at + 1)
    guard at < text.count, text[at] == 0x22 || text[at] == 0x27 else { return nil }
    let quote = text[at]
    guard let end = text[(at + 1)...].firstIndex(of: quote) else { return nil }
    return at + 1..<end
  }

  private func element(after position: Int) -> Range<Int>? {
    guard position < text.count, text[position] == 0x3E,
      let end = text[position...].firstIndex(of: 0x3C)
    else { return nil }
    return position + 1..<end
  }

  private func skipBlanks(_ position: Int) -> Int {
    var at = position
    while at < text.count, text[at].isBlank { at += 1 }
    return at
  }
}

extension UInt8 {
  /// Space, tab, line feed and carriage return.
  var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}

extension String {
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}

extension [UInt8] {
  /// The first place of `wanted` at or after `start`.
  func firstRange(of wanted: [UInt8], from start: Int) -> Range<Int>? {
    guard let first = wanted.first, count >= wanted.count else { return nil }
    var at = start
    while at <= count - wanted.count {
      guard let hit = self[at...].firstIndex(of: first), hit <= count - wanted.count else {
        return nil
      }
      if self[hit..<hit + wanted.count].elementsEqual(wanted) { return hit..<hit + wanted.count }
      at = hit + 1
    }
    return nil
  }
}
