internal import PhotoCore

/// The values of an EXIF block that Meridian uses. Source: EXIF 2.32.
struct EXIFBlock {
  private let main: TIFFBlock.Directory
  private let exif: TIFFBlock.Directory?
  private let gps: TIFFBlock.Directory?

  /// - Returns: nil where no TIFF structure begins at the range's start.
  init?(_ bytes: [UInt8], _ range: Range<Int>) {
    guard let block = TIFFBlock(bytes, range), let main = block.directory(at: block.first) else {
      return nil
    }
    self.main = main
    exif = main.directory(Tag.exif)
    gps = main.directory(Tag.gps)
  }

  /// nil where the tag is missing or not 1...8.
  var orientation: Orientation? {
    main.number(Tag.orientation).flatMap(Orientation.init)
  }

  var camera: Camera? {
    Camera(make: main.text(Tag.make), model: main.text(Tag.model))
  }

  var original: TimeText? {
    time(
      in: exif ?? main, date: Tag.dateTimeOriginal, fraction: Tag.subSecTimeOriginal,
      offset: Tag.offsetTimeOriginal)
  }

  var digitized: TimeText? {
    time(
      in: exif ?? main, date: Tag.dateTimeDigitized, fraction: Tag.subSecTimeDigitized,
      offset: Tag.offsetTimeDigitized)
  }

  var modified: TimeText? {
    time(in: main, date: Tag.dateTime, fraction: Tag.subSecTime, offset: Tag.offsetTime)
  }

  private func time(
    in directory: TIFFBlock.Directory, date: Int, fraction: Int, offset: Int
  ) -> TimeText? {
    // A few cameras put the dates of the EXIF directory into the main one.
    guard let text = directory.text(date) ?? main.text(date) else { return nil }
    let details = exif ?? main
    return TimeText(text, fraction: details.text(fraction), offset: details.text(offset))
  }

  /// The GPS date and time, which are UTC.
  var gpsTime: WallTime? {
    guard let gps, let date = gps.text(0x1D), let clock = gps.fractions(0x07, count: 3) else {
      return nil
    }
    let parts = date.split { !$0.isNumber }.compactMap { Int($0) }
    guard parts.count == 3, clock.allSatisfy({ (0..<100).contains($0) }) else { return nil }
    let second = Int(clock[2])
    let millisecond = Int(((clock[2] - Double(second)) * 1000).rounded())
    return WallTime(
      year: parts[0], month: parts[1], day: parts[2], hour: Int(clock[0]),
      minute: Int(clock[1]), second: second, millisecond: min(999, max(0, millisecond)))
  }

  var position: Position? {
    guard let gps,
      let latitude = angle(in: gps, value: 0x02, reference: 0x01, plus: "N", minus: "S"),
      let longitude = angle(in: gps, value: 0x04, reference: 0x03, plus: "E", minus: "W"),
      let coordinate = Coordinate(latitude: latitude, longitude: longitude)
    else { return nil }
    let altitude = self.altitude(gps)
    guard latitude != 0 || longitude != 0 || hasFix(gps, altitude: altitude) else { return nil }
    let direction = gps.fractions(0x11, count: 1).flatMap { Position.direction($0[0]) }
    return Position(
      coordinate: coordinate, altitude: altitude, direction: direction, source: .exif)
  }

  /// Cameras without a fix write zeros for the position: believed only with another sign of a fix,
  /// which a status of `V` (void) denies.
  private func hasFix(_ gps: TIFFBlock.Directory, altitude: Double?) -> Bool {
    gps.text(0x09)?.uppercased() != "V" && (gpsTime != nil || (altitude ?? 0) != 0)
  }

  /// Degrees, minutes and seconds with their reference; nil where any of it makes no sense.
  private func angle(
    in gps: TIFFBlock.Directory, value: Int, reference: Int, plus: String, minus: String
  ) -> Double? {
    guard let sign = gps.text(reference)?.uppercased().prefix(1) else { return nil }
    guard sign == plus || sign == minus, let parts = fractions(gps, value) else { return nil }
    guard parts.allSatisfy({ $0 >= 0 && $0.isFinite }), parts[1] < 60.000001, parts[2] < 60.000001
    else { return nil }
    let degrees = parts[0] + parts[1] / 60 + parts[2] / 3600
    return String(sign) == minus ? -degrees : degrees
  }

  /// Three fractions; one or two where the writer left the finer ones out.
  private func fractions(_ gps: TIFFBlock.Directory, _ tag: Int) -> [Double]? {
    guard let count = gps.entries[tag]?.count, (1...3).contains(count),
      let parts = gps.fractions(tag, count: count)
    else { return nil }
    return parts + Array(repeating: 0, count: 3 - count)
  }

  private func altitude(_ gps: TIFFBlock.Directory) -> Double? {
    guard let metres = gps.fractions(0x06, count: 1)?[0], Position.altitudes.contains(metres)
    else { return nil }
    return gps.number(0x05) == 1 ? -abs(metres) : metres
  }
}
