internal import PhotoCore

/// Chooses a photo's time among all that its bytes say.
///
/// In this order, the first that is believed: EXIF DateTimeOriginal, EXIF DateTimeDigitized, XMP,
/// EXIF DateTime, GPS. DateTime comes behind XMP because programs set it to the moment of an
/// edit, and before GPS because it is a wall clock and GPS is not; some cameras write nothing else.
/// XMP's CreateDate stays the moment of the photo when DateTime has moved on.
struct TimeSources {
  let exif: EXIFBlock?
  let xmp: XMPPacket?
  let belief: TimePlausibility

  /// The first time that is believed; nil where none is.
  var captureTime: CaptureTime? {
    var candidates: [(TimeText?, TimeSource)] = [
      (exif?.original, .exif), (exif?.digitized, .exifDigitized),
    ]
    candidates += (xmp?.times ?? []).map { ($0, .xmp) }
    for (time, source) in candidates {
      if let found = capture(time, source) { return found }
    }
    // The moment of an edit says nothing against the GPS time of the capture.
    if let time = exif?.modified, belief.believes(time.wall) {
      return CaptureTime(wall: time.wall, utcOffsetMinutes: time.offset, source: .exif)
    }
    guard let utc = gpsTime, belief.believes(utc) else { return nil }
    return CaptureTime(wall: utc, utcOffsetMinutes: 0, source: .gps)
  }

  private var gpsTime: WallTime? { exif?.gpsTime ?? xmp?.gpsTime }

  private func capture(_ time: TimeText?, _ source: TimeSource) -> CaptureTime? {
    guard let time, belief.believes(time.wall) else { return nil }
    let offset = time.offset ?? gpsTime.flatMap { UTCOffset.between(wall: time.wall, utc: $0) }
    return CaptureTime(wall: time.wall, utcOffsetMinutes: offset, source: source)
  }
}
