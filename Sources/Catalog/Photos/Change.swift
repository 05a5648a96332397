package import PhotoCore

/// A correction that the user made and can take back.
package struct Change: Hashable, Sendable {
  /// What it corrected. The raw values are those of the catalogue.
  package enum Kind: String, Sendable, CaseIterable {
    /// A camera's clock.
    case clock
    /// The positions of photos.
    case position
  }

  /// The number by which it is undone.
  package let id: Int64
  /// What it corrected.
  package let kind: Kind
  /// A line for the user.
  package let summary: String
  /// How many photos it changed.
  package let photos: Int
  /// When it was made, in milliseconds since 1970 UTC.
  package let madeMilliseconds: Int64
}

/// Which pictures of a camera had a wrong clock, and by how much.
package struct ClockShift: Hashable, Sendable {
  /// The camera; nil for the photos that name none.
  package let camera: Camera?
  /// What to add to the camera's clock, in milliseconds; not 0.
  package let milliseconds: Int64
  /// Only pictures from this moment on, by the camera's own clock; nil for no beginning.
  package let from: WallTime?
  /// Only pictures before this moment, by the camera's own clock; nil for no end.
  package let before: WallTime?

  package init(camera: Camera?, milliseconds: Int64, from: WallTime?, before: WallTime?) {
    self.camera = camera
    self.milliseconds = milliseconds
    self.from = from
    self.before = before
  }
}

/// A position for a photo that had none, or a wrong one.
package struct GivenPosition: Hashable, Sendable {
  /// The photo's row id.
  package let photo: Int64
  /// Where it was taken, and how we know.
  package let position: Position

  package init(photo: Int64, position: Position) {
    self.photo = photo
    self.position = position
  }
}
