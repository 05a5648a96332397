package import PhotoCore

/// What is marked: a photo, or a box on it.
package struct LabelMark: Hashable, Sendable {
  /// The photo's row id.
  package let photo: Int64
  /// Where, in fractions of the upright photo; nil for the whole photo.
  package let box: UnitBox?

  package init(photo: Int64, box: UnitBox? = nil) {
    self.photo = photo
    self.box = box
  }
}

/// A mark with all that is known of it.
package struct LabelExample: Hashable, Sendable {
  /// What is marked.
  package let mark: LabelMark
  /// Whether it shows what the label means.
  package let answer: Bool
  /// By which way it was marked.
  package let origin: MarkOrigin
  /// When, in milliseconds since 1970 UTC.
  package let markedMilliseconds: Int64
  /// The photo's identity.
  package let sha256: ContentHash
  /// The photo's first place; nil where its last file was overwritten.
  package let path: FilePath?
  /// Size of the upright picture.
  package let size: PixelSize
  /// When it was taken, by the camera's wall clock in milliseconds; nil where unknown.
  package let takenMilliseconds: Int64?
  /// Row id of the camera; nil where unknown.
  package let camera: Int64?
}
