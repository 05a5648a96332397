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
    #expect(Polygon(corners: try Self.points([(70, 0), (70, 120), (70, -120)])) == nil)
    let many = (0...Polygon.maximumCorners).map { (Double($0) / 100, Double($0 % 2)) }
    #expect(Polygon(corners: try Self.points(many)) == nil)
  }
}
