/// The kinds of picture that Meridian reads.
package enum PictureFormat: String, Sendable, Codable, CaseIterable {
  case jpeg, png, webp, tiff, gif, heic, avif
  /// Camera RAW (DNG, CR2, NEF, ARW, ORF, RW2, RAF), read through its embedded preview.
  case raw
}
