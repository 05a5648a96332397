public import PhotoCore

/// What is marked: a photo, or a box on it.
public struct LabelMark: Hashable, Sendable {
  /// The photo's row id.
  public let photo: Int64
  /// Where, in fractions of the upright photo; nil for the whole photo.
  public let box: UnitBox?

  /// Takes the values as they are.
  public init(photo: Int64, box: UnitBox? = nil) {
    self.photo = photo
    self.box = box
  }
}

/// A mark with all that is known of it.
public struct LabelExample: Hashable, Sendable {
  /// What is marked.
  public let mark: LabelMark
  /// Whether it shows what the label means.
  public let answer: Bool
  /// By which way it was marked.
  public let origin: MarkOrigin
  /// When, in milliseconds since 1970 UTC.
  public let markedMilliseconds: Int64
  /// The photo's identity.
  public let sha256: ContentHash
  /// The photo's first place; nil where its last file was overwritten.
  public let path: FilePath?
  /// Size of the upright picture.
  public let size: PixelSize
  /// When it was taken, by the camera's wall clock in milliseconds; nil where unknown.
  public let takenMilliseconds: Int64?
  /// Row id of the camera; nil where unknown.
  public let camera: Int64?
}
