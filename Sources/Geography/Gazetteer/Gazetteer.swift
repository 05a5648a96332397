internal import Foundation
package import PhotoCore

/// Which places there are, where, and what they are called: offline, from GeoNames (CC BY 4.0).
package struct Gazetteer: Sendable {
  /// What every page and document that shows places says.
  package static let attribution = "Places: GeoNames (geonames.org), CC BY 4.0"

  /// Farther from any city than this, in metres, a point is out at sea or in the Antarctic: to name a
  /// city would be misleading.
  package static let farthestCity = 300_000.0

  /// Changes whenever the file does: places that were looked up before are then looked up again.
  package let version: String

  let file: GazetteerFile

  /// - Parameter path: the file that `make` installs.
  /// - Returns: nil where the file is missing or damaged.
  package init?(path: String) {
    guard let file = GazetteerFile(path: path) else { return nil }
    self.file = file
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    let size = (attributes?[.size] as? NSNumber)?.intValue ?? 0
    // The middle of the file as well, so that equal sizes of different data are told apart.
    version =
      "1-\(size)-\(file.placeCount)-\(file.keyCount)-\(file.uint32(.id, file.placeCount / 2))"
  }

  /// The number of places.
  package var count: Int { file.placeCount }

  /// The city nearest to `point`, at most ``farthestCity`` away; nil where there is none.
  package func nearest(to point: Coordinate) -> Place? {
    var search = NearestSearch(file: file, target: UnitVector(point))
    search.run()
    guard let index = search.best,
      GreatCircle.distance(from: point, to: coordinate(index)) <= Self.farthestCity
    else { return nil }
    return place(index)
  }

  /// The same as ``nearest(to:)`` by looking at every place: what the tree is tested against.
  package func nearestByLookingAtAll(to point: Coordinate) -> Place? {
    let best = (0..<file.placeCount).min {
      GreatCircle.distance(from: point, to: coordinate($0))
        < GreatCircle.distance(from: point, to: coordinate($1))
    }
    guard let best, GreatCircle.distance(from: point, to: coordinate(best)) <= Self.farthestCity
    else { return nil }
    return place(best)
  }

  func coordinate(_ index: Int) -> Coordinate {
    let latitude = Double(file.int32(.latitude, index)) / 1e5
    let longitude = Double(file.int32(.longitude, index)) / 1e5
    // A sound file has no other; a damaged one puts the place at the edge.
    return Coordinate(
      latitude: min(90, max(-90, latitude)), longitude: min(180, max(-180, longitude)))
      ?? Coordinate.origin
  }

  func place(_ index: Int) -> Place {
    let country = file.uint16(.country, index)
    let region = file.uint16(.region, index)
    return Place(
      id: Int64(file.uint32(.id, index)), city: file.text(file.uint32(.name, index)),
      region: region == GazetteerFile.noRegion ? nil : file.text(file.uint32(.regionName, region)),
      country: file.text(file.uint32(.countryCode, country)),
      countryName: file.text(file.uint32(.countryName, country)),
      timeZone: file.text(file.uint32(.zoneName, file.uint16(.zone, index))))
  }

  /// What names are compared by: lower case without accents, hyphens as spaces.
  /// `scripts/build_gazetteer.py` does the same.
  static func key(for name: String) -> String {
    var text = ""
    for scalar in name.decomposedStringWithCanonicalMapping.unicodeScalars
    where scalar.properties.generalCategory != .nonspacingMark {
      text += scalar == "’" ? "'" : scalar == "-" ? " " : scalar.properties.lowercaseMapping
    }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// Goes down the k-d tree towards the target first, then into what may still be nearer.
private struct NearestSearch {
  let file: GazetteerFile
  let target: UnitVector
  private(set) var best: Int?
  private var bestChord = Double.infinity

  init(file: GazetteerFile, target: UnitVector) {
    self.file = file
    self.target = target
  }

  mutating func run() { visit(0, file.placeCount, axis: 0) }

  private mutating func visit(_ start: Int, _ end: Int, axis: Int) {
    guard start < end else { return }
    let middle = (start + end) / 2
    let point = file.vector(middle)
    let chord = point.squaredChord(to: target)
    if chord < bestChord { (best, bestChord) = (middle, chord) }
    let offset =
      switch axis {
      case 0: target.x - point.x
      case 1: target.y - point.y
      default: target.z - point.z
      }
    let next = (axis + 1) % 3
    let near = (start, middle)
    let far = (middle + 1, end)
    let (first, second) = offset < 0 ? (near, far) : (far, near)
    visit(first.0, first.1, axis: next)
    if offset * offset < bestChord { visit(second.0, second.1, axis: next) }
  }
}
