package import PhotoCore

/// A photo that nobody took, with everything that an import would have found out about it.
package struct InventedPhoto: Sendable {
  /// A box on the photo.
  package struct Object: Sendable {
    /// The number of its class in the detector's list, from 0.
    package var classNumber: Int
    /// How sure the detector is, 0...1.
    package var confidence: Double
    /// Width and height of the box as parts of the photo's, 0...1.
    package var size: (width: Double, height: Double)

    package init(classNumber: Int, confidence: Double, size: (width: Double, height: Double)) {
      self.classNumber = classNumber
      self.confidence = confidence
      self.size = size
    }
  }

  /// What the photo shows as a whole.
  package struct Scene: Sendable {
    /// The number of its class in the classifier's list, from 0.
    package var classNumber: Int
    /// How probable the classifier finds it, 0...1.
    package var probability: Double

    package init(classNumber: Int, probability: Double) {
      self.classNumber = classNumber
      self.probability = probability
    }
  }

  /// Its row, from 1; each photo has another.
  package var number: Int
  /// The time on the wall where it was taken, in milliseconds since 1970; nil for a photo without a date.
  package var wallMilliseconds: Int64?
  /// Minutes east of UTC; nil where the zone is not known.
  package var offsetMinutes: Int?
  /// Where it was taken; nil for nowhere.
  package var coordinate: Coordinate?
  /// The inhabited place nearest to ``coordinate``.
  package var place: Place?
  /// The sun's place in the sky; nil without date or position.
  package var sun: Sun?
  /// The number of its camera in the writer's list, from 1.
  package var camera: Int
  /// What the detector found, surest first.
  package var objects: [Object] = []
  /// What the classifier found, most probable first.
  package var scenes: [Scene] = []

  package init(number: Int, camera: Int) {
    self.number = number
    self.camera = camera
  }

  /// Any colour, 0xRRGGBB: numbers that follow each other are far apart. Source: Knuth, The Art of
  /// Computer Programming 3, 6.4, multiplicative hashing.
  var colour: Int { number &* 2_654_435_761 >> 8 & 0xFF_FFFF }

  /// A hash that no other number has.
  var hashWord: UInt64 { UInt64(number) &* 0x9E37_79B9_7F4A_7C15 }

  /// As cameras name their files: `DSCN0000042.JPG`.
  var fileName: String {
    let digits = String(number)
    return "DSCN\(String(repeating: "0", count: max(0, 7 - digits.count)))\(digits).JPG"
  }
}
