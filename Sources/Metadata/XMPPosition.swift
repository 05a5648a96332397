internal import PhotoCore

extension XMPPacket {
  /// The position; nil where missing or not to be believed, by the rules of EXIF's.
  var position: Position? {
    guard
      let latitude = value("exif:GPSLatitude").flatMap({ Self.angle($0, plus: "N", minus: "S") }),
      let longitude = value("exif:GPSLongitude").flatMap({ Self.angle($0, plus: "E", minus: "W") }),
      let coordinate = Coordinate(latitude: latitude, longitude: longitude)
    else { return nil }
    let altitude = self.altitude
    let isNull = latitude == 0 && longitude == 0
    guard !isNull || gpsTime != nil || (altitude ?? 0) != 0 else { return nil }
    return Position(
      coordinate: coordinate, altitude: altitude, direction: direction, source: .xmp)
  }

  /// Metres, with `exif:GPSAltitudeRef` 1 below the sea.
  private var altitude: Double? {
    guard let metres = value("exif:GPSAltitude").flatMap(Self.fraction),
      Position.altitudes.contains(metres)
    else { return nil }
    return value("exif:GPSAltitudeRef") == "1" ? -abs(metres) : metres
  }

  private var direction: Double? {
    value("exif:GPSImgDirection").flatMap(Self.fraction).flatMap(Position.direction)
  }

  /// `1234/10` or `123.4`; nil for a zero denominator.
  static func fraction(_ text: String) -> Double? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Double($0) }
    guard let numerator = parts.first ?? nil, parts.count <= 2 else { return nil }
    guard parts.count == 2 else { return numerator.isFinite ? numerator : nil }
    guard let denominator = parts[1], denominator != 0 else { return nil }
    let value = numerator / denominator
    return value.isFinite ? value : nil
  }

  /// `55,51,36N` or `55,51.6N`; nil without the reference, which is part of the value here.
  static func angle(_ text: String, plus: String, minus: String) -> Double? {
    let sign = text.last.map { String($0).uppercased() }
    guard sign == plus || sign == minus else { return nil }
    let parts = text.dropLast().split(separator: ",", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Double($0) }
    guard (1...3).contains(parts.count), numbers.count == parts.count,
      numbers.allSatisfy({ $0.isFinite && $0 >= 0 }),
      numbers.dropFirst().allSatisfy({ $0 < 60.000_001 })
    else { return nil }
    let degrees = zip(numbers, [1.0, 60, 3600]).reduce(0) { $0 + $1.0 / $1.1 }
    return sign == minus ? -degrees : degrees
  }
}

extension Position {
  /// Metres in which a camera can be: from the deepest trench to the edge of space.
  static let altitudes = -12_000.0...100_000.0

  /// 0..<360 for 0...360; nil outside.
  static func direction(_ degrees: Double) -> Double? {
    guard (0...360).contains(degrees) else { return nil }
    return degrees == 360 ? 0 : degrees
  }
}
