public import PhotoCore

/// Looks at overlapping tiles of a photo as well as at all of it, for things that are small in it.
///
/// A box that touches an edge inside the photo is only a part of something that the next tile, or the
/// whole view, shows better: it is dropped. All boxes go through one suppression.
struct ThoroughSearch {
  private let detector: ObjectDetector
  private let tiles: [UnitBox]

  /// - Parameter tilesAcross: how many tiles lie beside each other, and one above another.
  init(detector: ObjectDetector, tilesAcross: Int = 2) {
    self.detector = detector
    tiles = Self.tiles(across: tilesAcross)
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
      found += try detector.candidates(in: view, floor: floor).filter {
        !Self.isCut($0.box, by: tile)
      }
    }
    return found
  }

  /// A share of the photo by which a box may miss an edge and still touch it.
  private static let margin = 0.005

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
  ///   - isThorough: whether tiles are looked at as well; see ``ThoroughSearch``.
  ///   - view: the photo (nil) or a tile of it, by ``recipe``.
  /// - Throws: what `view` does; ``RecognitionError/inference(_:)``,
  ///   ``RecognitionError/notFinite(model:)``.
  public func objects(
    under settings: [DetectionSettings], isThorough: Bool = false,
    _ view: (UnitBox?) throws -> NetworkView
  ) throws -> [[DetectedObject]] {
    let floor = settings.map(\.scoreFloor).min() ?? 1
    let found =
      isThorough
      ? try ThoroughSearch(detector: self).candidates(floor: floor, view)
      : try candidates(in: try view(nil), floor: floor)
    return settings.map { settings in
      objects(of: found.filter { $0.confidence >= settings.scoreFloor }, settings)
    }
  }
}
