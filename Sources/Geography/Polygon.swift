public import PhotoCore

/// An area drawn on the map.
///
/// Its edges are straight lines of latitude and longitude, as they look on a map, each going the
/// short way round; the last point is joined to the first. Where edges cross each other, a point
/// is inside if a line from it to the outside crosses an odd number of edges.
public struct Polygon: Hashable, Sendable {
  /// The corners in order, three at least, without the first repeated at the end.
  public let corners: [Coordinate]

  /// The most corners that are accepted: more than anyone draws.
  public static let maximumCorners = 1000

  /// - Returns: nil for fewer than three or more than ``maximumCorners`` corners, and for an area
  ///   that goes round a pole, which has no inside on a map.
  public init?(corners: [Coordinate]) {
    let closed = corners.count > 1 && corners.first == corners.last
    let corners = closed ? Array(corners.dropLast()) : corners
    guard (3...Self.maximumCorners).contains(corners.count) else { return nil }
    self.corners = corners
    guard abs(steps.reduce(0, +)) < 180 else { return nil }
  }

  /// Whether `point` is inside; a point exactly on an edge may count as either.
  public func contains(_ point: Coordinate) -> Bool {
    var inside = false
    // Longitudes relative to the point, running on without a jump at the antimeridian. The area
    // may so come to lie a turn away from the point: it is looked for there, too.
    for turn in [-360.0, 0, 360] {
      var west = corners[0].longitude - point.longitude + turn
      for (index, step) in steps.enumerated() {
        let next = corners[(index + 1) % corners.count].latitude
        if Self.crosses(
          from: (corners[index].latitude, west), to: (next, west + step),
          northOf: point.latitude)
        {
          inside.toggle()
        }
        west += step
      }
    }
    return inside
  }

  /// The change of longitude along each edge, the short way round: −180...180.
  private var steps: [Double] {
    corners.indices.map { index in
      let next = corners[(index + 1) % corners.count]
      let step = next.longitude - corners[index].longitude
      return step > 180 ? step - 360 : step < -180 ? step + 360 : step
    }
  }

  /// Whether an edge crosses the meridian 0 north of `latitude`.
  private static func crosses(
    from start: (latitude: Double, longitude: Double),
    to end: (latitude: Double, longitude: Double), northOf latitude: Double
  ) -> Bool {
    guard (start.longitude > 0) != (end.longitude > 0) else { return false }
    let share = start.longitude / (start.longitude - end.longitude)
    return start.latitude + share * (end.latitude - start.latitude) > latitude
  }
}
