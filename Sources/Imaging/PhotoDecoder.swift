internal import CImaging
package import PhotoCore

/// What a decoder accepts.
package struct DecodeLimits: Hashable, Sendable {
  /// The most pixels of a picture at full scale.
  package var maximumPixels: Int
  /// The longer side that the working picture has at least, where the photo has it.
  package var minimumSide: Int
  /// The share of rows that must be good for a damaged photo to be of use, 0...1.
  package var usableShare: Double

  /// 300 megapixels: above every camera and nearly every stitched panorama, below what 2 GiB hold
  /// even at full scale. 800 pixels: three times what the networks take, enough to look at, and in
  /// reach of JPEG's quarter scale for all photos of 10 megapixels or more. A tenth of the rows:
  /// less shows nothing but sky; more would hide photos that a person still recognises.
  package init(
    maximumPixels: Int = 300_000_000, minimumSide: Int = 800, usableShare: Double = 0.1
  ) {
    self.maximumPixels = maximumPixels
    self.minimumSide = minimumSide
    self.usableShare = usableShare
  }
}

/// A photo, decoded from its first byte to its last.
package struct DecodedPhoto {
  /// The working picture: upright, sRGB, in memory, reduced as far as its format cheaply allows.
  package let picture: Picture
  /// Size of the upright photo at full scale.
  package let uprightSize: PixelSize
  /// What had to be done to show it upright.
  package let orientation: Orientation
  /// What is wrong with it; nil for a sound picture.
  package let warning: PhotoWarning?
}

/// Decodes photos in memory, once, at the scale that serves.
///
/// JPEG goes through libjpeg-turbo directly: its scaled decoding still walks the whole stream, so it
/// finds all damage, says at which row, and costs half of decoding at full scale. Everything else
/// goes through libvips.
package struct PhotoDecoder: Sendable {
  private let limits: DecodeLimits

  package init(limits: DecodeLimits = DecodeLimits()) {
    self.limits = limits
  }

  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - format: what the bytes begin like; never ``PictureFormat/raw``, whose preview is a JPEG.
  ///   - orientation: what EXIF says. Not used for HEIC and AVIF, whose own rotation the decoder
  ///     has applied already.
  package func decode(
    _ bytes: [UInt8], format: PictureFormat, orientation: Orientation
  ) throws(ImagingError) -> DecodedPhoto {
    try ImagingEngine.start()
    switch format {
    case .jpeg: return try decodeJPEG(bytes, orientation)
    case .heic, .avif: return try decodeOther(bytes, .upright)
    default: return try decodeOther(bytes, orientation)
    }
  }

  private func decodeJPEG(
    _ bytes: [UInt8], _ orientation: Orientation
  ) throws(ImagingError) -> DecodedPhoto {
    let result = mi_jpeg_decode(
      bytes, bytes.count, CInt(limits.minimumSide), Double(limits.maximumPixels))
    defer {
      mi_free(result.pixels)
      mi_free(result.profile)
    }
    let stored = PixelSize(width: Int(result.stored_width), height: Int(result.stored_height))
    let warning = try self.warning(for: result, stored: stored)
    if result.verdict == MI_JPEG_OTHER_COLOURS { return try decodeOther(bytes, orientation) }
    guard let pixels = result.pixels else {
      throw .failed(step: "decode JPEG", detail: "out of memory")
    }
    let picture = try vips("take pixels") {
      mi_from_pixels(
        pixels, result.width, result.height, result.bands, result.profile, result.profile_count,
        &$0)
    }
    return try finish(picture, stored: stored, orientation: orientation, warning: warning)
  }

  private func warning(
    for result: mi_jpeg, stored: PixelSize
  ) throws(ImagingError) -> PhotoWarning? {
    switch result.verdict {
    case MI_JPEG_NO_JPEG: throw .notAnImage("no JPEG header")
    case MI_JPEG_TOO_MANY_PIXELS:
      throw .tooManyPixels(width: stored.width, height: stored.height)
    case MI_JPEG_TRUNCATED:
      guard result.good_share >= limits.usableShare else {
        throw .truncated(goodShare: result.good_share)
      }
      return .truncated
    case MI_JPEG_CORRUPT:
      guard result.good_share >= limits.usableShare else {
        throw .corruptPixels(goodShare: result.good_share)
      }
      return .corruptPixels
    default: return nil
    }
  }

  private func decodeOther(
    _ bytes: [UInt8], _ orientation: Orientation
  ) throws(ImagingError) -> DecodedPhoto {
    let stored = try headerSize(bytes)
    guard stored.area <= limits.maximumPixels else {
      throw .tooManyPixels(width: stored.width, height: stored.height)
    }
    // A fifth above the least, so that the later thumbnails never have to be enlarged.
    let side = CInt(limits.minimumSide + limits.minimumSide / 5)
    var words: UnsafeMutablePointer<CChar>?
    if let image = mi_decode(bytes, bytes.count, side, true, &words) {
      return try finish(
        Picture(owning: image), stored: stored, orientation: orientation, warning: nil)
    }
    mi_free(words)
    words = nil
    guard let image = mi_decode(bytes, bytes.count, side, false, &words) else {
      mi_free(words)
      throw .corruptPixels(goodShare: 0)
    }
    let picture = Picture(owning: image)
    let share = try goodShare(of: picture)
    guard share >= limits.usableShare else { throw .truncated(goodShare: share) }
    return try finish(picture, stored: stored, orientation: orientation, warning: .truncated)
  }

  private func headerSize(_ bytes: [UInt8]) throws(ImagingError) -> PixelSize {
    var header = mi_header()
    var words: UnsafeMutablePointer<CChar>?
    guard mi_read_header(bytes, bytes.count, &header, &words) == 0 else {
      throw .notAnImage(takeText(words))
    }
    return PixelSize(width: Int(header.width), height: Int(header.height))
  }

  /// The share of rows above the black that decoders leave where data are missing.
  private func goodShare(of picture: Picture) throws(ImagingError) -> Double {
    let bytes = try vipsBytes("read pixels") { mi_pixels(picture.handle, &$0, &$1) }
    let rows = picture.size.height
    guard rows > 0, let last = bytes.lastIndex(where: { $0 != 0 }) else { return 0 }
    return Double(last / max(1, bytes.count / rows) + 1) / Double(rows)
  }

  private func finish(
    _ picture: Picture, stored: PixelSize, orientation: Orientation, warning: PhotoWarning?
  ) throws(ImagingError) -> DecodedPhoto {
    let upright = try vips("turn upright") {
      mi_upright_srgb(picture.handle, CInt(orientation.rawValue), &$0)
    }
    return DecodedPhoto(
      picture: upright, uprightSize: orientation.uprightSize(ofStored: stored),
      orientation: orientation, warning: warning)
  }
}
