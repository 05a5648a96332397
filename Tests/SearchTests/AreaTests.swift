import Catalog
import Fixtures
import Foundation
import Geography
import PhotoCore
import Query
import Search
import Testing

/// Circles and areas find exactly what lies in them, by the index and by SQL, on points all over the
/// world and at its hard places. What is expected is computed with vectors: no latitudes, no meridians.
struct AreaTests {
  private let world: RandomCatalogue
  private let index: SearchIndex
  private let points: [(id: Int64, vector: UnitVector)]

  init() throws {
    world = try RandomCatalogue(seed: 1)
    var random = SplitMix64(seed: 5)
    let names = (0..<3000).map { "p\($0)" }
    _ = try world.catalogue.scans.recordFolder(
      FilePath("/points"),
      listing: names.map {
        ListedFile(
          name: FilePath($0), kind: .regular(FileStamp(bytes: 1, modifiedNanoseconds: 1)))
      }, role: .inPlace, at: 1)
    let pending = try world.catalogue.files.pending(after: 0, limit: names.count)
    _ = try world.catalogue.findings.store(
      try pending.map { file in
        AnalysedFile(
          file: file,
          finding: Finding(
            path: file.path, bytes: nil,
            sha256: ContentHash(
              bytes: (0..<32).map { UInt8(truncatingIfNeeded: Int(file.id) >> ($0 % 4 * 8)) }),
            outcome: .photo(
              PhotoFinding(
                format: .jpeg, size: PixelSize(width: 4, height: 3), orientation: .upright,
                taken: nil, position: Position(coordinate: try Self.point(&random), source: .exif),
                camera: nil, warning: nil, recognition: nil))))
      }, at: 1)
    index = try SearchIndex(world.catalogue, world.scheme)
    points = try world.catalogue.photos.records(try world.catalogue.search.hits(nil).ids).compactMap
    { photo in
      photo.position.map { (photo.id, UnitVector($0.coordinate)) }
    }
  }

  /// Anywhere evenly, or within metres to degrees of a hard place.
  private static func point(_ random: inout SplitMix64) throws -> Coordinate {
    if Int.random(in: 0...2, using: &random) == 0 {
      let z = Double.random(in: -1...1, using: &random)
      return try #require(
        Coordinate(
          latitude: asin(z) * 180 / .pi, longitude: .random(in: -180...180, using: &random)))
    }
    let centre = centres[Int.random(in: 0..<centres.count, using: &random)]
    let spread = [3e-5, 1e-3, 0.1, 5][Int.random(in: 0...3, using: &random)]
    let latitude = centre.0 + spread * .random(in: -1...1, using: &random)
    var longitude = centre.1 + spread * .random(in: -1...1, using: &random)
    if longitude > 180 { longitude -= 360 }
    if longitude < -180 { longitude += 360 }
    return try #require(
      Coordinate(latitude: min(90, max(-90, latitude)), longitude: longitude))
  }

  private static let centres: [(Double, Double)] = [
    (0, 0), (0, 180), (0, -180), (-17, 179.99), (-17, -179.99), (90, 0), (-90, 0), (89.9999, 77),
    (-89.9999, -120), (51.4779, 0), (51.4779, 0.00001), (-13.53, -71.97), (66.5, -180), (-78, 180),
  ]

  private static let radii: [Double] = [5, 100, 5000, 100_000, 1_000_000, 10_000_000, 19_000_000]

  /// The angle between two directions, exact for small and for large ones.
  private static func metres(_ a: UnitVector, _ b: UnitVector) -> Double {
    let cross = a.cross(b)
    return atan2(cross.dot(cross).squareRoot(), a.dot(b)) * GreatCircle.earthRadius
  }

  private func found(_ meaning: ResolvedTerm.Meaning) throws -> (index: Set<Int64>, sql: Set<Int64>)
  {
    let term = ResolvedExpression.term(ResolvedTerm(source: .has(.gps), meaning: meaning))
    return (
      Set(try index.search(term).allIDs()), Set(try world.catalogue.search.hits(term).ids)
    )
  }

  @Test func `circles have recall and precision 1`() throws {
    for (latitude, longitude) in Self.centres {
      for radius in Self.radii { try circle(latitude, longitude, radius) }
    }
  }

  private func circle(_ latitude: Double, _ longitude: Double, _ radius: Double) throws {
    let centre = try #require(Coordinate(latitude: latitude, longitude: longitude))
    let distances = points.map { ($0.id, Self.metres($0.vector, UnitVector(centre))) }
    // On the rim itself, within what the numbers resolve, either answer is right.
    let unsure = Set(distances.filter { abs($0.1 - radius) < 1e-6 * max(1, radius / 1e6) }.map(\.0))
    let expected = Set(distances.filter { $0.1 <= radius }.map(\.0)).subtracting(unsure)
    let (index, sql) = try found(.near(centre: centre, metres: radius))
    #expect(index.subtracting(unsure) == expected, "\(latitude),\(longitude) \(radius)")
    #expect(sql == index, "\(latitude),\(longitude) \(radius)")
    #expect(unsure.count <= 2)
  }

  @Test func `areas have recall and precision 1`() throws {
    for (number, centre) in Self.centres.enumerated() {
      for degrees in [0.0001, 0.05, 3, 40, 85] {
        try area(centre.0, centre.1, degrees, corners: 3 + number % 5)
      }
    }
  }

  private func area(
    _ latitude: Double, _ longitude: Double, _ degrees: Double, corners count: Int
  ) throws {
    let centre = UnitVector(try #require(Coordinate(latitude: latitude, longitude: longitude)))
    let corners = try Self.ring(around: centre, degrees: degrees, count: count)
    let vectors = corners.map(UnitVector.init)
    let edges = vectors.indices.map { vectors[$0].cross(vectors[($0 + 1) % vectors.count]) }
    let side = edges[0].dot(centre) > 0 ? 1.0 : -1
    let sides = points.map { point in (point.id, edges.map { $0.dot(point.vector) * side }) }
    let unsure = Set(sides.filter { $0.1.contains { abs($0) < 1e-15 } }.map(\.0))
    let expected = Set(sides.filter { $0.1.allSatisfy { $0 > 0 } }.map(\.0)).subtracting(unsure)
    let area = try #require(Polygon(corners: corners))
    let (index, sql) = try found(.within(area))
    #expect(index.subtracting(unsure) == expected, "\(latitude),\(longitude) \(degrees)")
    #expect(sql == index, "\(latitude),\(longitude) \(degrees)")
    #expect(unsure.count <= 5)
  }

  /// Corners at one distance from a direction.
  private static func ring(
    around centre: UnitVector, degrees: Double, count: Int
  ) throws -> [Coordinate] {
    let other = abs(centre.z) < 0.9 ? UnitVector(x: 0, y: 0, z: 1) : UnitVector(x: 1, y: 0, z: 0)
    func unit(_ v: UnitVector) -> UnitVector {
      let length = v.dot(v).squareRoot()
      return UnitVector(x: v.x / length, y: v.y / length, z: v.z / length)
    }
    let east = unit(other.cross(centre))
    let north = centre.cross(east)
    let reach = degrees * .pi / 180
    return try (0..<count).map { number in
      let turn = (Double(number) / Double(count) + 0.03) * 2 * .pi
      func sum(_ axis: (UnitVector) -> Double) -> Double {
        cos(reach) * axis(centre)
          + sin(reach) * (cos(turn) * axis(north) + sin(turn) * axis(east))
      }
      return try #require(UnitVector(x: sum(\.x), y: sum(\.y), z: sum(\.z)).coordinate)
    }
  }
}
