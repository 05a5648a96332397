import Geography
import PhotoCore
import Testing

struct GreatCircleTests {
  private static func point(_ latitude: Double, _ longitude: Double) throws -> Coordinate {
    try #require(Coordinate(latitude: latitude, longitude: longitude))
  }

  private static let quarter = GreatCircle.longestDistance / 2

  /// Angles of the sphere that are known without a formula.
  @Test(arguments: [
    ((0.0, 0.0), (0.0, 90.0), quarter), ((0, 0), (90, 123), quarter),
    ((90, 0), (-90, 77), 2 * quarter), ((0, 0), (0, 180), 2 * quarter),
    ((12.5, -60), (-12.5, 120), 2 * quarter), ((0, 179.5), (0, -179.5), quarter / 90),
    ((89.5, 10), (89.5, -170), quarter / 90), ((90, 10), (90, -170), 0), ((5, 180), (5, -180), 0),
    ((45, 0), (45, 0), 0), ((60, 0), (60, 180), quarter * 60 / 90),
  ])
  func `distances are right where the answer is plain`(
    from: (Double, Double), to: (Double, Double), metres: Double
  ) throws {
    let start = try Self.point(from.0, from.1)
    let end = try Self.point(to.0, to.1)
    #expect(abs(GreatCircle.distance(from: start, to: end) - metres) < 1e-6)
    #expect(abs(GreatCircle.distance(from: end, to: start) - metres) < 1e-6)
  }

  /// Computed with 50 decimal digits from the spherical law of cosines, R = 6371.0088 km.
  @Test(arguments: GoldenDistance.all)
  func `distances agree with fifty digits`(golden: GoldenDistance) throws {
    let start = try Self.point(golden.from.0, golden.from.1)
    let end = try Self.point(golden.to.0, golden.to.1)
    let error = abs(GreatCircle.distance(from: start, to: end) - golden.metres)
    #expect(error < 2e-8 + golden.metres * 1e-14)
  }

  @Test(arguments: [
    ((0.0, 0.0), (0.0, 10.0), 90.0), ((0, 0), (10, 0), 0), ((10, 0), (0, 0), 180),
    ((0, 0), (0, -10), 270), ((0, 179), (0, -179), 90), ((0, -179), (0, 179), 270),
    ((-90, 0), (10, 45), 45), ((0, 0), (90, 50), 0),
  ])
  func `bearings point along the shortest way`(
    from: (Double, Double), to: (Double, Double), degrees: Double
  ) throws {
    let start = try Self.point(from.0, from.1)
    let end = try Self.point(to.0, to.1)
    let bearing = try #require(GreatCircle.initialBearing(from: start, to: end))
    #expect(abs(bearing - degrees) < 1e-9)
  }

  @Test func `the same point lies in no direction`() throws {
    let cusco = try Self.point(-13.517, -71.9785)
    #expect(GreatCircle.initialBearing(from: cusco, to: cusco) == nil)
  }
}
