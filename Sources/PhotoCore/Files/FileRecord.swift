/// One file of the sources and what became of it: a line of `meridian files`.
package struct FileRecord: Hashable, Sendable {
  /// Where the file is, or was.
  package let path: FilePath
  /// The state it ended in.
  package let state: FileState
  /// Why it was set aside; nil in every other state.
  package let reason: SetAsideReason?
  /// What is wrong with the photo; nil for a sound one and for files that are no photos.
  package let warning: PhotoWarning?
  /// The identity; nil where the bytes were never read to the end.
  package let sha256: ContentHash?
  /// The first place of the same bytes; nil unless the state is ``FileState/duplicate``.
  package let duplicateOf: FilePath?
  /// Size of the file in bytes; nil where it could not even be looked at.
  package let bytes: Int64?
  /// Size of the upright picture; nil for files that are no photos. So are the following.
  package let size: PixelSize?
  /// How the picture is stored.
  package let orientation: Orientation?
  /// When it was taken.
  package let taken: CaptureTime?
  /// Where it was taken.
  package let position: Position?
  /// What took it.
  package let camera: Camera?

  package init(
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
