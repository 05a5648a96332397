/// Where a photo's time comes from. The raw values are part of the machine-readable contract.
package enum TimeSource: String, Sendable, Codable, CaseIterable {
  /// EXIF DateTimeOriginal; DateTime where the camera wrote nothing better.
  case exif
  /// EXIF DateTimeDigitized.
  case exifDigitized = "exif_digitized"
  /// A date of XMP.
  case xmp
  /// The GPS date and time, which are UTC.
  case gps
  /// A date in the file's name.
  case fileName = "file_name"
}

/// Where a UTC offset comes from. The raw values are part of the machine-readable contract.
package enum OffsetSource: String, Sendable, Codable, CaseIterable {
  /// The camera wrote it, or its GPS time tells it.
  case camera
  /// The zone rules of the place where the photo was taken.
  case place
}

/// When a photo was taken: the camera's wall clock, the UTC offset where known, and how we know.
package struct CaptureTime: Hashable, Sendable, Codable {
  /// The camera's wall clock.
  package let wall: WallTime
  /// Minutes that the wall clock is ahead of UTC (east positive), −720...840; nil where unknown.
  package let utcOffsetMinutes: Int?
  /// How we know the wall clock.
  package let source: TimeSource
  /// How we know the offset; nil where it is not known.
  package let offsetSource: OffsetSource?

  package init(
    wall: WallTime, utcOffsetMinutes: Int?, source: TimeSource,
    offsetSource: OffsetSource? = .camera
  ) {
    self.offsetSource = utcOffsetMinutes == nil ? nil : offsetSource
    self.wall = wall
    self.utcOffsetMinutes = utcOffsetMinutes
    self.source = source
  }
}
