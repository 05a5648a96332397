/// One file of the sources and what became of it: a line of `meridian files`.
public struct FileRecord: Hashable, Sendable {
  /// Where the file is, or was.
  public let path: FilePath
  /// The state it ended in.
  public let state: FileState
  /// Why it was set aside; nil in every other state.
  public let reason: SetAsideReason?
  /// What is wrong with the photo; nil for a sound one and for files that are no photos.
  public let warning: PhotoWarning?
  /// The identity; nil where the bytes were never read to the end.
  public let sha256: ContentHash?
  /// The first place of the same bytes; nil unless the state is ``FileState/duplicate``.
  public let duplicateOf: FilePath?
  /// Size of the file in bytes; nil where it could not even be looked at.
  public let bytes: Int64?
  /// Size of the upright picture; nil for files that are no photos. So are the following.
  public let size: PixelSize?
  /// How the picture is stored.
  public let orientation: Orientation?
  /// When it was taken.
  public let taken: CaptureTime?
  /// Where it was taken.
  public let position: Position?
  /// What took it.
  public let camera: Camera?

  /// Takes the values as they are.
  public init(
    path: FilePath, state: FileState, reason: SetAsideReason?, warning: PhotoWarning?,
    sha256: ContentHash?, duplicateOf: FilePath?, bytes: Int64?, size: PixelSize?,
    orientation: Orientation?, taken: CaptureTime?, position: Position?, camera: Camera?
  ) {
    self.path = path
    self.state = state
    self.reason = reason
    self.warning = warning
    self.sha256 = sha256
    self.duplicateOf = duplicateOf
    self.bytes = bytes
    self.size = size
    self.orientation = orientation
    self.taken = taken
    self.position = position
    self.camera = camera
  }
}
