package import PhotoCore

/// Detects in overlapping tiles of a photo as well as in all of it, for things that are small in it.
///
/// What a tile shows is believed only where a tile is the better view:
/// - A box that touches an edge inside the photo is a part of something: it is dropped.
/// - So is a large box: the whole photo shows that better, and a part of a bus looks like a car.
/// - The others count for less than they say, since a part of a photo looks like more than it is.
///
/// All boxes go through one suppression. The constants are measured; see
/// `docs/decisions/0014-thorough-uses-nine-tiles.md`.
struct TiledDetection {
  private let detector: ObjectDetector
  private let tiles: [UnitBox]

  /// Three tiles lie beside each other, and three one above another.
  private static let tilesAcross = 3

  init(detector: ObjectDetector) {
    self.detector = detector
    tiles = Self.tiles(across: Self.tilesAcross)
  }

  /// A quarter of a tile's side is shared with the next one: an object up to that size is whole in one.
  private static let overlap = 0.25

  /// Tiles of equal size that cover a photo, in fractions of it.
  static func tiles(across count: Int) -> [UnitBox] {
    guard count > 1 else { return [] }
    let side = 1 / (Double(count) - overlap * Double(count - 1))
    let starts = (0..<count).map { Double($0) * (1 - side) / Double(count - 1) }
    return starts.flatMap { top in
      starts.map { UnitBox(left: $0, top: top, width: side, height: side) }
    }
  }

  /// The objects, surest first.
  ///
  /// - Parameter view: the photo (nil) or a tile of it, by the detector's recipe.
  func objects(_ view: (UnitBox?) throws -> NetworkView) throws -> [DetectedObject] {
    let settings = detector.settings
    return detector.objects(
      of: try candidates(floor: settings.scoreFloor, view), settings)
  }

  /// Boxes of the photo and of its tiles, before suppression.
  func candidates(
    floor: Double, _ view: (UnitBox?) throws -> NetworkView
  ) throws -> [Candidate] {
    var found = try detector.candidates(in: try view(nil), floor: floor)
    for tile in tiles {
      let view = try view(tile)
      found += try detector.candidates(in: view, floor: floor).compactMap {
        Self.believed($0, of: tile, floor: floor)
      }
    }
    return found
  }

  /// What a tile's confidence counts: with it the classes of whole photos stay about as precise at the
  /// same threshold.
  static let trust = 0.7
  /// The greatest share of its tile that a box may cover.
  static let greatestShare = 0.35

  /// What is left of a tile's box; nil for nothing.
  static func believed(_ candidate: Candidate, of tile: UnitBox, floor: Double) -> Candidate? {
    let confidence = candidate.confidence * trust
    guard confidence >= floor, !isCut(candidate.box, by: tile),
      candidate.box.area <= greatestShare * tile.area
    else { return nil }
    return Candidate(
      classIndex: candidate.classIndex, confidence: confidence, box: candidate.box)
  }

  /// A share of the photo by which a box may miss an edge and still touch it.
  private static let margin = 0.01

  /// Whether a box touches an edge of its tile that is not one of the photo's.
  static func isCut(_ box: UnitBox, by tile: UnitBox) -> Bool {
    (tile.left > margin && box.left < tile.left + margin)
      || (tile.top > margin && box.top < tile.top + margin)
      || (tile.right < 1 - margin && box.right > tile.right - margin)
      || (tile.bottom < 1 - margin && box.bottom > tile.bottom - margin)
  }
}

extension ObjectDetector {
  /// What several settings make of one look, for measuring.
  ///
  /// - Parameters:
  ///   - settings: each gives one list.
  ///   - isThorough: whether tiles are looked at as well; see ``TiledDetection``.
  ///   - view: the photo (nil) or a tile of it, by ``recipe``.
  /// - Throws: what `view` does; ``RecognitionError/inference(_:)``,
  ///   ``RecognitionError/notFinite(model:)``.
  package func objects(
    under settings: [DetectionSettings], isThorough: Bool = false,
    _ view: (UnitBox?) throws -> NetworkView
  ) throws -> [[DetectedObject]] {
    let floor = settings.map(\.scoreFloor).min() ?? 1
    let found =
      isThorough
      ? try TiledDetection(detector: self).candidates(floor: floor, view)
      : try candidates(in: try view(nil), floor: floor)
    return settings.map { settings in
      objects(of: found.filter { $0.confidence >= settings.scoreFloor }, settings)
    }
  }
}
