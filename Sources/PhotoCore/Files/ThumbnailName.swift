/// Where a photo's thumbnails are, below the folder of all thumbnails.
///
/// Named by the content's hash, so that the same photo is made once and a name never lies; 256
/// folders keep each one small at a million photos.
package enum ThumbnailName {
  /// `ab/ab12….jpg`: upright, 800 to 1600 pixels on the longer side (less for smaller photos).
  package static func large(of hash: ContentHash) -> String { name(hash, ".jpg") }

  /// `ab/ab12….small.jpg`: upright, at most 400 pixels on the longer side.
  package static func small(of hash: ContentHash) -> String { name(hash, ".small.jpg") }

  private static func name(_ hash: ContentHash, _ ending: String) -> String {
    let hex = hash.hex
    return "\(hex.prefix(2))/\(hex)\(ending)"
  }
}
