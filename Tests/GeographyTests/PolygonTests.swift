import Fixtures
import Geography
import PhotoCore
import Testing

struct PolygonTests {
  private static func points(_ pairs: [(Double, Double)]) throws -> [Coordinate] {
    try pairs.map { try #require(Coordinate(latitude: $0.0, longitude: $0.1)) }
  }

  private static func holds(_ area: Polygon, _ latitude: Double, _ longitude: Double) throws -> Bool
  {
    area.contains(try #require(Coordinate(latitude: latitude, longitude: longitude)))
  }

  @Test(arguments: [false, true])
  func `a triangle holds its inside, whichever way it was drawn`(reversed: Bool) throws {
    let corners = try Self.points([(0, 0), (0, 10), (10, 0)])
    let area = try #require(Polygon(corners: reversed ? corners.reversed() : corners))
    #expect(try Self.holds(area, 1, 1))
    #expect(try Self.holds(area, 4.9, 4.9))
    #expect(try !Self.holds(area, 5.1, 5.1))
    #expect(try !Self.holds(area, -1, 1))
    #expect(try !Self.holds(area, 1, -1))
    #expect(try !Self.holds(area, 1, 180))
  }

  @Test func `a dent is outside`() throws {
    let corners = try Self.points([(0, 0), (10, 0), (10, 10), (0, 10), (8, 5)])
    let area = try #require(Polygon(corners: corners))
    #expect(try Self.holds(area, 9, 5))
    #expect(try !Self.holds(area, 4, 5))
    #expect(try Self.holds(area, 4, 1))
  }

  @Test func `an area may lie over the antimeridian`() throws {
    let corners = try Self.points([(-20, 175), (-20, -175), (-10, -175), (-10, 175)])
    for start in 0..<4 {
      let turned = Array(corners[start...] + corners[..<start])
      let area = try #require(Polygon(corners: turned))
      for longitude in [176, 179.99, 180, -180, -179.99, -176] {
        #expect(try Self.holds(area, -15, longitude), "\(start) \(longitude)")
      }
      for longitude in [174.0, -174, 0, 90, -90] {
        #expect(try !Self.holds(area, -15, longitude), "\(start) \(longitude)")
      }
      #expect(try !Self.holds(area, -25, 180))
    }
  }

  @Test func `a closed ring is the same area`() throws {
    let open = try Self.points([(0, 0), (0, 10), (10, 0)])
    #expect(Polygon(corners: open + [open[0]]) == Polygon(corners: open))
  }

  @Test func `what is no area is refused`() throws {
    #expect(Polygon(corners: []) == nil)
    #expect(Polygon(corners: try Self.points([(0, 0), (0, 1)])) == nil)
    #expect(Polygon(corners: try Self.points([(0, 0), (0, 1), (0, 0)])) == nil)
    #expect(Polygon(corners: try Self.points([(0, 0), (0, 180), (50, 60)])) == nil)
    #expect(Polygon(corners: try Self.points([(90, 0), (-90, 7), (0, 60)])) == nil)
    let many = (0...Polygon.maximumCorners).map { (Double($0) / 100, Double($0 % 2)) }
    #expect(Polygon(corners: try Self.points(many)) == nil)
  }

  @Test(arguments: [1.0, -1])
  func `an area may go round a pole`(side: Double) throws {
    let corners = [0, 60, 120, 180, -120, -60].map { (side * 70, Double($0)) }
    for turned in [corners, corners.reversed()] {
      let area = try #require(Polygon(corners: try Self.points(turned)))
      for longitude in [0.0, 30, 180, -180, -77] {
        #expect(try Self.holds(area, side * 90, longitude))
        #expect(try Self.holds(area, side * 75, longitude))
        #expect(try !Self.holds(area, side * 65, longitude))
        #expect(try !Self.holds(area, side * -80, longitude))
        #expect(try !Self.holds(area, side * -90, longitude))
      }
    }
  }

  @Test func `an area is the smaller side of its line`() throws {
    // All but a cap of the Earth cannot be drawn: the cap is meant.
    let area = try #require(
      Polygon(corners: try Self.points([(-5, -5), (-5, 5), (5, 5), (5, -5)])))
    #expect(try Self.holds(area, 0, 0))
    #expect(try !Self.holds(area, 0, 180))
    // A line just south of the equator has a little more than half the Earth to its north.
    let south = try #require(
      Polygon(corners: try Self.points([(-1, 0), (-1, 90), (-1, 179), (-1, -90)])))
    #expect(try Self.holds(south, -60, 20))
    #expect(try !Self.holds(south, 60, 20))
  }

  /// A convex area is the meet of the hemispheres on its edges' sides: no meridians in it.
  @Test(arguments: 0..<8 as Range<UInt64>)
  func `convex areas hold what lies within all their hemispheres`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var inside = 0
    var apart = 0
    for _ in 0..<150 {
      let centre = try HardPlaces.point(&random)
      let radius = Double.random(in: 0.00001...85, using: &random)
      let size = Bool.random(using: &random) ? radius : radius / 1000
      let corners = try HardPlaces.circle(around: centre, degrees: size, &random)
      let area = try #require(Polygon(corners: corners))
      let vectors = corners.map(UnitVector.init)
      let normals = vectors.indices.map {
        vectors[$0].cross(vectors[($0 + 1) % vectors.count])
      }
      for _ in 0..<200 {
        let point =
          Bool.random(using: &random)
          ? try HardPlaces.point(&random)
          : try HardPlaces.point(near: centre, degrees: size * 1.5, &random)
        let sides = normals.map { $0.dot(UnitVector(point)) }
        // Within rounding of an edge either answer is right.
        guard sides.allSatisfy({ abs($0) > 1e-14 }) else { continue }
        let expected = sides.allSatisfy { $0 > 0 }
        inside += expected ? 1 : 0
        #expect(area.contains(point) == expected, "\(corners) \(point)")
        // The coarse question may say yes too often, never no wrongly.
        if !area.mayHaveEdge(within: 1000, of: UnitVector(point)) {
          apart += 1
          let near = try HardPlaces.point(near: point, degrees: 0.008, &random)
          #expect(area.contains(near) == expected, "\(corners) \(point) \(near)")
        }
      }
    }
    #expect(inside > 3000 && apart > 3000)
  }
}
