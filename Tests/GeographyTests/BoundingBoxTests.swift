import Fixtures
import Geography
import PhotoCore
import Testing

struct BoundingBoxTests {
  private static func box(
    _ latitude: Double, _ longitude: Double, _ radius: Double
  ) throws -> BoundingBox {
    let centre = try #require(Coordinate(latitude: latitude, longitude: longitude))
    return BoundingBox(around: centre, radius: radius)
  }

  private static let degree = GreatCircle.longestDistance / 180

  @Test func `a box on the equator is as wide as the circle`() throws {
    let box = try Self.box(0, 0, Self.degree)
    let longitudes = try #require(box.longitudes.first)
    #expect(box.longitudes.count == 1)
    for range in [box.latitudes, longitudes] {
      #expect(abs(range.lowerBound + 1) < 1e-6)
      #expect(abs(range.upperBound - 1) < 1e-6)
      #expect(range.lowerBound <= -1 && range.upperBound >= 1)
    }
  }

  @Test func `a circle over the antimeridian has two ranges`() throws {
    for longitude in [179.5, -179.5, 180, -180] {
      let box = try Self.box(0, longitude, Self.degree)
      #expect(box.longitudes.count == 2)
      for edge in [-180.0, 180] {
        #expect(box.contains(try #require(Coordinate(latitude: 0.1, longitude: edge))))
      }
      #expect(!box.contains(try #require(Coordinate(latitude: 0, longitude: 0))))
    }
  }

  @Test func `a circle over a pole has every longitude`() throws {
    #expect(try Self.box(89.5, 20, Self.degree).longitudes == [-180...180])
    #expect(try Self.box(89.5, 20, Self.degree).latitudes.upperBound == 90)
    #expect(try Self.box(-90, 20, 0).longitudes == [-180...180])
    #expect(try Self.box(88.5, 20, Self.degree).longitudes != [-180...180])
  }

  @Test func `odd radii give the point or the whole Earth`() throws {
    let whole = try Self.box(10, 20, .infinity)
    #expect(whole.latitudes == -90...90 && whole.longitudes == [-180...180])
    let half = try Self.box(10, 20, GreatCircle.longestDistance)
    #expect(half == whole)
    for radius in [0, -5, Double.nan] {
      let box = try Self.box(10, 20, radius)
      #expect(box.contains(try #require(Coordinate(latitude: 10, longitude: 20))))
      #expect(!box.contains(try #require(Coordinate(latitude: 10, longitude: 20.001))))
    }
  }

  @Test(arguments: 0..<10)
  func `nothing within the radius is outside the box`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<5000 {
      let centre = try HardPlaces.point(&random)
      let point =
        Bool.random(using: &random)
        ? try HardPlaces.point(&random) : try Self.nearby(centre, &random)
      // The tightest circle that holds the point: it has nothing to spare.
      let radius = GreatCircle.distance(from: centre, to: point)
      let box = BoundingBox(around: centre, radius: radius)
      #expect(box.contains(point), "\(centre) \(point) \(radius)")
    }
  }

  /// A little away from `centre`, mostly east or west, where a box is tightest.
  private static func nearby(
    _ centre: Coordinate, _ random: inout SplitMix64
  ) throws -> Coordinate {
    let near = HardPlaces.pow10(-Int.random(in: 0...10, using: &random))
    let latitude = centre.latitude + near * near * .random(in: -1...1, using: &random)
    var longitude = centre.longitude + 90 * near * .random(in: -1...1, using: &random)
    if longitude > 180 { longitude -= 360 }
    if longitude < -180 { longitude += 360 }
    return try #require(
      Coordinate(latitude: min(90, max(-90, latitude)), longitude: min(180, max(-180, longitude))))
  }
}
