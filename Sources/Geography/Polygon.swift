internal import Foundation
package import PhotoCore

/// An area on the Earth with corners.
///
/// Its edges are great-circle arcs, each the short way; the last corner is joined to the first. It
/// lies on one side of that line, the smaller one: so an area may lie across the antimeridian and
/// around a pole. Where edges cross each other, a point is inside if a way to the outside crosses an
/// odd number of edges.
package struct Polygon: Hashable, Sendable {
  /// The corners in order, three at least, without the first repeated at the end.
  package let corners: [Coordinate]

  /// The most corners that are accepted: more than anyone draws.
  package static let maximumCorners = 1000

  private let edges: [Edge]
  private let holdsNorthPole: Bool

  /// - Returns: nil for fewer than three or more than ``maximumCorners`` corners, and for neighbours
  ///   on opposite sides of the Earth, between which there is no short way.
  package init?(corners: [Coordinate]) {
    let closed = corners.count > 1 && corners.first == corners.last
    let corners = closed ? Array(corners.dropLast()) : corners
    guard (3...Self.maximumCorners).contains(corners.count) else { return nil }
    let vectors = corners.map(UnitVector.init)
    let edges = corners.indices.map { index in
      let next = (index + 1) % corners.count
      return Edge(
        from: corners[index], vectors[index], to: corners[next], vectors[next])
    }
    guard edges.allSatisfy({ $0.isDetermined }) else { return nil }
    self.corners = corners
    self.edges = edges
    holdsNorthPole = Self.holdsNorthPole(edges)
  }

  /// Whether `point` is inside; a point exactly on an edge may count as either.
  package func contains(_ point: Coordinate) -> Bool {
    let vector = UnitVector(point)
    // On the way along the meridian from the point to the north pole, each edge that is crossed
    // changes inside and outside.
    var inside = holdsNorthPole
    for edge in edges where edge.crosses(meridianOf: point, vector) { inside.toggle() }
    return inside
  }

  /// Whether an edge may come within `metres` of the point in direction `centre`.
  ///
  /// False is certain: then all points that near are inside, or all are outside.
  package func mayHaveEdge(within metres: Double, of centre: UnitVector) -> Bool {
    let angle = metres / GreatCircle.earthRadius + 1e-9
    guard angle < 1 else { return true }
    let sine = sin(angle)
    return edges.contains { $0.mayCome(within: angle, sine: sine, of: centre) }
  }

  /// Whether the smaller side of the line holds the north pole.
  private static func holdsNorthPole(_ edges: [Edge]) -> Bool {
    let turn = edges.reduce(0) { $0 + $1.step }
    let area = abs(edges.reduce(0) { $0 + $1.areaToNorthPole })
    // A line that goes round the pole has the triangles of its edges on the pole's side, one that
    // does not has them add up to the side without it. Half the sphere is 2π.
    return abs(turn) > 180 ? area < 2 * .pi : area > 2 * .pi
  }
}

/// One side of a polygon.
private struct Edge: Hashable, Sendable {
  private let start, end: Coordinate
  /// The vector product of start and end: points on its side are to the left of the edge.
  private let normal: UnitVector
  /// Degrees of longitude from start to end, the short way: −180..<180 or 180.
  let step: Double
  /// The length of ``normal``: the sine of the edge's length.
  private let normalLength: Double
  /// The middle of the edge, and half its length in radians.
  private let middle: UnitVector
  private let halfLength: Double

  init(from start: Coordinate, _ first: UnitVector, to end: Coordinate, _ last: UnitVector) {
    self.start = start
    self.end = end
    normal = first.cross(last)
    step = Self.shortWay(end.longitude - start.longitude)
    normalLength = normal.dot(normal).squareRoot()
    let sum = UnitVector(x: first.x + last.x, y: first.y + last.y, z: first.z + last.z)
    let length = max(sum.dot(sum).squareRoot(), .leastNormalMagnitude)
    middle = UnitVector(x: sum.x / length, y: sum.y / length, z: sum.z / length)
    halfLength = acos(min(1, length / 2))
  }

  /// Whether some point of the edge may be within `angle` (radians, below 1) of `centre`.
  func mayCome(within angle: Double, sine: Double, of centre: UnitVector) -> Bool {
    // Too far from the great circle that the edge is part of.
    if abs(normal.dot(centre)) > sine * normalLength + 1e-12 { return false }
    // Or too far along it: beyond the edge's ends.
    let reach = halfLength + angle + 1e-7
    return reach >= .pi || middle.dot(centre) >= cos(reach)
  }

  /// False for two opposite points, between which every way is as short.
  var isDetermined: Bool {
    !(abs(step) == 180 && start.latitude == -end.latitude)
      && !(abs(start.latitude) == 90 && start.latitude == -end.latitude)
  }

  /// The area of the triangle with the north pole on the unit sphere, positive eastward.
  ///
  /// Source: I. Todhunter, Spherical Trigonometry, §103: tan(E/2) = tan(a/2) tan(b/2) sin C /
  /// (1 + tan(a/2) tan(b/2) cos C).
  var areaToNorthPole: Double {
    let tangents = halfColatitude(start) * halfColatitude(end)
    let angle = GreatCircle.radians(step)
    return 2 * atan2(tangents * sin(angle), 1 + tangents * cos(angle))
  }

  private func halfColatitude(_ point: Coordinate) -> Double {
    tan(GreatCircle.radians(90 - point.latitude) / 2)
  }

  /// Whether the edge crosses the meridian of `point` to the north of it.
  func crosses(meridianOf point: Coordinate, _ vector: UnitVector) -> Bool {
    let west = Self.shortWay(start.longitude - point.longitude)
    let east = Self.shortWay(end.longitude - point.longitude)
    guard (west > 0) != (east > 0) else { return false }
    // By the ends as they lie to the meridian, so that an edge and the next one always agree about
    // the corner between them. The other way round, they change sides at the antimeridian.
    let span = abs(west - east)
    guard span < 180 || (span == 180 && west <= 0) else { return false }
    // Eastward, what lies to the left is north.
    let side = normal.dot(vector)
    return west <= 0 ? side < 0 : side > 0
  }

  /// The angle as −180 < … ≤ 180.
  private static func shortWay(_ degrees: Double) -> Double {
    degrees > 180 ? degrees - 360 : degrees <= -180 ? degrees + 360 : degrees
  }
}
