internal import CImaging
package import PhotoCore

/// A picture of libvips in memory.
///
/// Owns the handle: `deinit` gives it back. Not changed after it was made; used by one thread.
package final class Picture {
  let handle: OpaquePointer

  init(owning handle: OpaquePointer) {
    self.handle = handle
  }

  deinit {
    mi_unref(handle)
  }

  /// Pixels across and down.
  package var size: PixelSize {
    PixelSize(width: Int(mi_width(handle)), height: Int(mi_height(handle)))
  }

  /// A smaller copy whose longer side is at most `longestSide`; this picture where it is already.
  package func shrunk(toLongestSide longestSide: Int) throws(ImagingError) -> Picture {
    guard size.longestSide > longestSide else { return self }
    let scale = Double(longestSide) / Double(size.longestSide)
    let width = max(1, Int((Double(size.width) * scale).rounded()))
    let height = max(1, Int((Double(size.height) * scale).rounded()))
    return try vips("shrink") { mi_shrink(handle, CInt(width), CInt(height), &$0) }
  }

  /// The picture as a JPEG without metadata.
  ///
  /// - Parameter quality: 1...100 of libjpeg's scale.
  package func jpegData(quality: Int) throws(ImagingError) -> [UInt8] {
    try vipsBytes("encode JPEG") { mi_encode_jpeg(handle, CInt(quality), false, &$0, &$1) }
  }

  /// The pixels of an upright sRGB picture.
  package func rgbImage() throws(ImagingError) -> RGBImage {
    let bytes = try vipsBytes("read pixels") { mi_pixels(handle, &$0, &$1) }
    guard let image = RGBImage(size: size, pixels: bytes) else {
      throw .failed(step: "read pixels", detail: "not three samples a pixel")
    }
    return image
  }
}
