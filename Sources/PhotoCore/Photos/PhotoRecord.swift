/// A photo of the catalogue with everything known about it: what pages and documents show.
package struct PhotoRecord: Hashable, Sendable {
  /// The catalogue's row id.
  package let id: Int64
  /// The identity.
  package let sha256: ContentHash
  /// The first place where the file is (or was, when every copy is missing).
  package let path: FilePath
  /// Size of the file in bytes.
  package let bytes: Int64
  /// What kind of picture.
  package let format: PictureFormat
  /// Size of the upright picture.
  package let size: PixelSize
  /// How the picture is stored.
  package let orientation: Orientation
  /// When it was taken; nil where unknown.
  package let taken: CaptureTime?
  /// Where it was taken; nil where unknown.
  package let position: Position?
  /// What took it; nil where unknown.
  package let camera: Camera?
  /// What is wrong with it; nil for a sound picture.
  package let warning: PhotoWarning?
  /// Objects of the detector whose results count for this photo, above its storage floor, surest first.
  package let objects: [DetectedObject]
  /// The best scenes of the classifier whose results count for this photo, surest first.
  package let scenes: [SceneScore]
  /// The network that found ``objects``; nil where none has looked, and in records made by hand.
  package let detector: ResultSource?
  /// The network that found ``scenes``; nil where none has looked, and in records made by hand.
  package let classifier: ResultSource?
  /// Whether no file of the photo is there any more.
  package let isMissing: Bool
  /// The nearest place; nil without a position, and far from any.
  package let place: Place?
  /// Where the sun stood; nil without a position, a time or its offset.
  package let sun: Sun?
  /// Whether the user marked it as a favourite.
  package let isFavourite: Bool
  /// The user's rating, 1...5; 0 for none.
  package let rating: Int
  /// The names of all models that have looked at it, also where they found nothing, in order.
  package let models: [String]
  /// What ``taken`` was corrected by, in milliseconds; 0 for a clock that was right.
  package let clockShift: Int64
  /// The instant that the photo is ordered by, in milliseconds since 1970 UTC; where no offset is
  /// known, one is taken over from the photos nearest in time. nil for the undated.
  package let orderInstant: Int64?
  /// How far the user turned the picture: ``size``, ``objects`` and thumbnails are those before it.
  package let turn: PhotoTurn
  /// The average colour of the picture, 0xRRGGBB of sRGB; nil where unknown.
  package let colour: UInt32?
  /// What the personal labels say of it, by name; only those that have learnt something.
  package let labels: [LabelScore]

  /// Size of the picture as the user sees it, turned.
  package var shownSize: PixelSize { turn.size(of: size) }

  package init(
    id: Int64, sha256: ContentHash, path: FilePath, bytes: Int64, format: PictureFormat,
    size: PixelSize, orientation: Orientation, taken: CaptureTime?, position: Position?,
    camera: Camera?, warning: PhotoWarning?, objects: [DetectedObject], scenes: [SceneScore],
    isMissing: Bool = false, place: Place? = nil, sun: Sun? = nil, isFavourite: Bool = false,
    rating: Int = 0, models: [String] = [], clockShift: Int64 = 0, orderInstant: Int64? = nil,
    turn: PhotoTurn = .none, colour: UInt32? = nil, detector: ResultSource? = nil,
    classifier: ResultSource? = nil, labels: [LabelScore] = []
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
    self.place = place
    self.sun = sun
    self.isFavourite = isFavourite
    self.rating = rating
    self.models = models
    self.clockShift = clockShift
    self.orderInstant = orderInstant
    self.turn = turn
    self.colour = colour
    self.labels = labels
    self.detector = detector
    self.classifier = classifier
  }
}
