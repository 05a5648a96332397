internal import Catalog
internal import Geography
internal import PhotoCore
internal import Query

/// Some photos of the catalogue in columns, in chronological order. A photo's number in this order is
/// its ordinal. Immutable once built.
struct Segment: Sendable {
  /// How many photos.
  let count: Int
  /// Row ids by ordinal.
  let ids: [UInt32]
  /// Ordinals by row id; ``none`` for photos of no ordinal. Empty places cost four bytes.
  let ordinals: [UInt32]
  /// What photos are ordered by: instants in milliseconds up to ``datedCount``, then file times.
  let keys: [Int64]
  /// The photos with a time come first.
  let datedCount: Int
  /// Wall clock in milliseconds; 0 for the undated.
  let walls: [Int64]
  /// The months of the dated, by the wall clock, which the order follows but for time zones.
  let monthRuns: [MonthRun]
  /// Weekday × 24 + hour, Monday 0; 255 for the undated.
  let hoursOfWeek: [UInt8]
  /// 1...12; 0 for the undated.
  let months: [UInt8]
  /// Degrees; 0 for photos without a position.
  let latitudes, longitudes: [Double]
  /// Where each photo is on the map; the middle of the map for photos without a position.
  let mercator: [MercatorPoint]
  /// See ``AspectByte``.
  let aspects: [UInt8]
  let placed: Bitmap
  let blocks: SpatialBlocks
  /// Index into the dictionary's places, from 1; 0 for none.
  let places: [UInt32]
  /// Ordinals by place.
  let byPlace: Postings<UInt32>
  let byCamera: [Int: Bitmap]
  let byLight: [Light: Bitmap]
  let byModel: [String: Bitmap]
  let warned: Bitmap
  let withObjects, withScenes: Bitmap
  /// Boxes and scenes by class, in the order of ordinals.
  let objects: Postings<Box>
  let scenes: Postings<Score>
  let favourites: Bitmap
  /// Ordinals by stars, 1...5.
  let byRating: [Bitmap]
  let labels: LabelColumns
  let names: FileNames
  let facets: FacetColumns
  let layout: FacetLayout
  /// What the numbers in the columns mean.
  let dictionary: SegmentDictionary

  static let none = UInt32.max

  /// One box of a class.
  struct Box: Sendable {
    let photo: UInt32
    private let packedConfidence, packedArea: PackedDouble

    init(photo: UInt32, confidence: Double, area: Double) {
      self.photo = photo
      packedConfidence = PackedDouble(confidence)
      packedArea = PackedDouble(area)
    }

    var confidence: Double { packedConfidence.value }
    /// The share of the picture.
    var area: Double { packedArea.value }
  }

  /// One scene of a class.
  struct Score: Sendable {
    let photo: UInt32
    private let packedProbability: PackedDouble

    init(photo: UInt32, probability: Double) {
      self.photo = photo
      packedProbability = PackedDouble(probability)
    }

    var probability: Double { packedProbability.value }
  }

  /// Successive ordinals of the same month.
  struct MonthRun: Sendable {
    let month: YearMonth
    let ordinals: Range<Int>
  }

  func position(_ ordinal: UInt32) -> Coordinate {
    Coordinate(latitude: latitudes[Int(ordinal)], longitude: longitudes[Int(ordinal)]) ?? .origin
  }

  func ordinal(ofPhoto id: Int64) -> Int? {
    guard id >= 0, id < ordinals.count, ordinals[Int(id)] != Self.none else { return nil }
    return Int(ordinals[Int(id)])
  }
}

/// A number in two halves: beside a photo's four bytes a whole one would leave a gap of four, in
/// millions of entries.
struct PackedDouble: Sendable {
  private let low, high: UInt32

  init(_ value: Double) {
    low = UInt32(truncatingIfNeeded: value.bitPattern)
    high = UInt32(value.bitPattern >> 32)
  }

  var value: Double { Double(bitPattern: UInt64(high) << 32 | UInt64(low)) }
}

/// Row ids and names that a segment's columns refer to by small numbers.
struct SegmentDictionary: Sendable {
  let places: PlaceTable
  /// Cameras by row id.
  let cameras: [Int: Camera]
  /// The class of a row id, and the number of the row id.
  let classes: [Int: ClassReference]
  let classNumber: [ClassReference: Int]
  /// More than the largest class row id.
  let classLimit: Int
  /// The labels there were when the segment was built.
  let labels: [PersonalLabel]
}
