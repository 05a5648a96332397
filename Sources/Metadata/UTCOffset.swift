internal import PhotoCore

/// Minutes that a wall clock is ahead of UTC.
enum UTCOffset {
  /// −12:00...+14:00, from Baker Island to the Line Islands.
  static let range = -720...840

  /// The offsets off the whole hour that were in use since cameras have GPS (2005), in minutes.
  /// Source: IANA time zone database. Newfoundland in summer and winter, the Marquesas, Venezuela;
  /// Iran, Afghanistan, India, Nepal, Burma; North Korea, Eucla, central Australia, Lord Howe,
  /// Norfolk, the Chathams.
  private static let broken: Set<Int> = [
    -150, -210, -570, -270, 210, 270, 330, 345, 390, 510, 525, 570, 630, 690, 765, 825,
  ]

  /// How old a GPS stamp may be: the last fix, not the moment of the photo.
  private static let lagInMinutes = 2.0

  /// The offset of a wall clock from the UTC that a GPS receiver stamped on the same photo.
  ///
  /// The difference is rounded to a quarter of an hour and believed only within two minutes of it,
  /// and only if some place on Earth keeps that offset: a stamp that is older, or a clock that is
  /// wrong, gives nil rather than a wrong zone.
  static func between(wall: WallTime, utc: WallTime) -> Int? {
    let minutes = Double(wall.milliseconds - utc.milliseconds) / 60_000
    let rounded = (minutes / 15).rounded() * 15
    guard abs(minutes - rounded) <= lagInMinutes, let offset = Int(exactly: rounded),
      range.contains(offset), offset % 60 == 0 || broken.contains(offset)
    else { return nil }
    return offset
  }
}
