internal import CImaging
package import PhotoCore

/// A photo's bytes with what is known about them, from which the pictures of an export are made.
package struct PhotoSource {
  /// The whole file, or the preview of a RAW file.
  package let bytes: [UInt8]
  /// What the bytes are; never ``PictureFormat/raw``.
  package let format: PictureFormat
  /// How the picture is stored, and how far the user turned it, in one: what must be done to show it.
  package let orientation: Orientation
  private let turn: PhotoTurn

  /// Nearly indistinguishable from the original, at a fair size.
  private static let quality = 95
  /// The longer side of a picture with boxes: for looking at, not for keeping.
  private static let annotatedSide = 1600

  /// - Parameters:
  ///   - orientation: as the file's EXIF says.
  ///   - turn: how far the user turned the upright picture.
  package init(
    bytes: [UInt8], format: PictureFormat, orientation: Orientation, turn: PhotoTurn = .none
  ) {
    self.bytes = bytes
    self.format = format
    self.turn = turn
    // Decoders of HEIF turn the picture upright themselves.
    let stored = format == .heic || format == .avif ? .upright : orientation
    self.orientation = stored.turned(by: turn)
  }

  /// The JPEG with its blocks rearranged as it is to be shown, all markers kept; its EXIF still says
  /// how it was stored.
  ///
  /// - Returns: nil where the picture does not end on a block boundary or is no sound JPEG.
  package func losslesslyTurned() -> [UInt8]? {
    var count = 0
    guard let turned = mi_jpeg_turn(bytes, bytes.count, CInt(orientation.rawValue), &count) else {
      return nil
    }
    defer { mi_free(turned) }
    return Array(UnsafeBufferPointer(start: turned, count: count))
  }

  /// The photo at full scale, as it is to be shown, as a new JPEG with the metadata of the old one.
  package func uprightJPEG() throws(ImagingError) -> [UInt8] {
    let picture = try decoded(longestSide: 0)
    let complete = try vips("carry metadata over") {
      mi_with_metadata(picture.handle, bytes, bytes.count, &$0)
    }
    return try vipsBytes("encode JPEG") {
      mi_encode_jpeg(complete.handle, CInt(Self.quality), true, &$0, &$1)
    }
  }

  /// The photo, as it is to be shown, with boxes and names drawn on it, without metadata.
  ///
  /// - Parameter objects: with boxes in the upright picture, before it is turned.
  package func annotatedJPEG(objects: [DetectedObject]) throws(ImagingError) -> [UInt8] {
    let picture = try decoded(longestSide: Self.annotatedSide)
    let turned = objects.map(turn.object(of:))
    let drawn = try BoxDrawing(size: picture.size, objects: turned).drawn(on: picture)
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
