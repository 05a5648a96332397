internal import CImaging

/// A real picture from a file, for the sample trip.
package enum SourcePicture {
  /// The picture at a scale, as a JPEG without metadata.
  ///
  /// - Parameters:
  ///   - longestSide: of the result, in pixels; smaller pictures are not enlarged unless `enlarge`.
  /// - Throws: ``FixtureError``.
  package static func jpeg(
    from bytes: [UInt8], longestSide: Int, quality: Int, enlarge: Bool = false
  ) throws -> [UInt8] {
    var words: UnsafeMutablePointer<CChar>?
    guard mi_start(&words) == 0,
      let stored = mi_decode(bytes, bytes.count, enlarge ? 0 : CInt(longestSide), true, &words)
    else { throw FixtureError.cannotRead("a source picture") }
    defer { mi_unref(stored) }
    guard let upright = mi_upright_srgb(stored, 1, &words) else {
      throw FixtureError.cannotRead("a source picture")
    }
    defer { mi_unref(upright) }
    let longest = max(mi_width(upright), mi_height(upright))
    let scale = enlarge ? Double(longestSide) / Double(longest) : 1
    let width = max(1, Int((Double(mi_width(upright)) * scale).rounded()))
    let height = max(1, Int((Double(mi_height(upright)) * scale).rounded()))
    guard let sized = mi_shrink(upright, CInt(width), CInt(height), &words) else {
      throw FixtureError.cannotRead("a source picture")
    }
    defer { mi_unref(sized) }
    var count = 0
    guard let jpeg = mi_encode_jpeg(sized, CInt(quality), false, &count, &words) else {
      throw FixtureError.cannotEncode(".jpg")
    }
    defer { mi_free(jpeg) }
    return Array(UnsafeBufferPointer(start: jpeg, count: count))
  }
}
