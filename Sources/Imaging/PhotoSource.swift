internal import CImaging
public import PhotoCore

/// A photo's bytes with what is known about them, from which the pictures of an export are made.
public struct PhotoSource {
  /// The whole file, or the preview of a RAW file.
  public let bytes: [UInt8]
  /// What the bytes are; never ``PictureFormat/raw``.
  public let format: PictureFormat
  /// How the picture is stored, as its EXIF says.
  public let orientation: Orientation

  /// Nearly indistinguishable from the original, at a fair size.
  private static let quality = 95
  /// The longer side of a picture with boxes: for looking at, not for keeping.
  private static let annotatedSide = 1600

  /// Takes the values as they are.
  public init(bytes: [UInt8], format: PictureFormat, orientation: Orientation) {
    self.bytes = bytes
    self.format = format
    self.orientation = format == .heic || format == .avif ? .upright : orientation
  }

  /// The JPEG with its blocks rearranged, all markers kept; its EXIF still says how it was stored.
  ///
  /// - Returns: nil where the picture does not end on a block boundary or is no sound JPEG.
  public func losslesslyTurned() -> [UInt8]? {
    var count = 0
    guard let turned = mi_jpeg_turn(bytes, bytes.count, CInt(orientation.rawValue), &count) else {
      return nil
    }
    defer { mi_free(turned) }
    return Array(UnsafeBufferPointer(start: turned, count: count))
  }

  /// The photo at full scale, upright, as a new JPEG with the metadata of the old one.
  public func uprightJPEG() throws(ImagingError) -> [UInt8] {
    let picture = try decoded(longestSide: 0)
    let complete = try vips("carry metadata over") {
      mi_with_metadata(picture.handle, bytes, bytes.count, &$0)
    }
    return try vipsBytes("encode JPEG") {
      mi_encode_jpeg(complete.handle, CInt(Self.quality), true, &$0, &$1)
    }
  }

  /// The photo, upright, with boxes and names drawn on it, without metadata.
  public func annotatedJPEG(objects: [DetectedObject]) throws(ImagingError) -> [UInt8] {
    let picture = try decoded(longestSide: Self.annotatedSide)
    let drawn = try BoxDrawing(size: picture.size, objects: objects).drawn(on: picture)
    return try drawn.jpegData(quality: 90)
  }

  private func decoded(longestSide: Int) throws(ImagingError) -> Picture {
    try ImagingEngine.start()
    let stored = try vips("decode") {
      mi_decode(bytes, bytes.count, CInt(longestSide), false, &$0)
    }
    return try vips("turn upright") {
      mi_upright_srgb(stored.handle, CInt(orientation.rawValue), &$0)
    }
  }
}
