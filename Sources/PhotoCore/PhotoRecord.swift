/// A photo of the catalogue with everything known about it: what pages and documents show.
public struct PhotoRecord: Hashable, Sendable {
  /// The catalogue's row id.
  public let id: Int64
  /// The identity.
  public let sha256: ContentHash
  /// The first place where the file is (or was, when every copy is missing).
  public let path: FilePath
  /// Size of the file in bytes.
  public let bytes: Int64
  /// What kind of picture.
  public let format: PictureFormat
  /// Size of the upright picture.
  public let size: PixelSize
  /// How the picture is stored.
  public let orientation: Orientation
  /// When it was taken; nil where unknown.
  public let taken: CaptureTime?
  /// Where it was taken; nil where unknown.
  public let position: Position?
  /// What took it; nil where unknown.
  public let camera: Camera?
  /// What is wrong with it; nil for a sound picture.
  public let warning: PhotoWarning?
  /// Objects above the storage floor, surest first.
  public let objects: [DetectedObject]
  /// The best scenes, surest first.
  public let scenes: [SceneScore]
  /// Whether no file of the photo is there any more.
  public let isMissing: Bool

  /// Takes the values as they are.
  public init(
    id: Int64, sha256: ContentHash, path: FilePath, bytes: Int64, format: PictureFormat,
    size: PixelSize, orientation: Orientation, taken: CaptureTime?, position: Position?,
    camera: Camera?, warning: PhotoWarning?, objects: [DetectedObject], scenes: [SceneScore],
    isMissing: Bool = false
  ) {
    self.id = id
    self.sha256 = sha256
    self.path = path
    self.bytes = bytes
    self.format = format
    self.size = size
    self.orientation = orientation
    self.taken = taken
    self.position = position
    self.camera = camera
    self.warning = warning
    self.objects = objects
    self.scenes = scenes
    self.isMissing = isMissing
  }
}
