import Catalog
import Fixtures
import Foundation
import Geography
import PhotoCore
import Query
import Testing

/// Tables sorted by their columns.
struct TableOrderTests {
  private let fixture: CatalogFixture
  private let ids: [Int64]
  private let thresholds = Thresholds(detection: 0.25, classification: 0.3)
  private static let folders = ["/b", "/a", "/b", "/a/deep", "/a"]

  /// Five photos: the third knows nothing, the others differ in everything but twos that are equal.
  init() throws {
    fixture = try CatalogFixture(gazetteer: Gazetteer(path: Installed.gazetteer))
    var ids: [Int64] = []
    for number in 0..<5 {
      ids.append(
        try fixture.add("\(number).jpg", in: Self.folders[number], try Self.outcome(number)))
    }
    self.ids = ids
    _ = try fixture.catalogue.marks.setFavourite(true, of: [ids[1], ids[4]], at: 1)
    for (number, stars) in [(0, 3), (1, 5), (4, 3)] {
      _ = try fixture.catalogue.marks.rate([ids[number]], stars: stars, at: 1)
    }
    _ = try fixture.catalogue.photos.setTurn(.left, of: ids[4])
  }

  private static func outcome(_ number: Int) throws -> Finding.Outcome {
    guard number != 2 else { return CatalogFixture.photo(size: PixelSize(width: 5, height: 1)) }
    let places = [(-13.53, -71.97), (55.86, -4.25), (0, 0), (35.68, 139.69), (55.86, -4.25)]
    let wall = try #require(WallTime(year: 2014, month: 6, day: 20 - number, hour: 12))
    let point = try #require(
      Coordinate(latitude: places[number].0, longitude: places[number].1))
    let scene = SceneScore(
      className: number == 0 ? "alp" : "seashore", probability: 0.9 - Double(number) / 10)
    return CatalogFixture.photo(
      taken: CaptureTime(wall: wall, utcOffsetMinutes: 0, source: .exif),
      position: Position(coordinate: point, altitude: Double(number), source: .exif),
      objects: boxes(number), scenes: number == 4 ? [] : [scene],
      warning: number == 3 ? .truncated : nil,
      camera: Camera(make: ["NIKON", "Apple", "", "nikon", "Canon"][number], model: "D\(number)"),
      size: PixelSize(width: 10 + number, height: 100 - number))
  }

  /// As many persons as the number says and a dog, and one of each that does not count.
  private static func boxes(_ number: Int) -> [DetectedObject] {
    let names = Array(repeating: "person", count: number) + ["dog"]
    return (names.map { ($0, 0.25) } + [("person", 0.2), ("car", 0.1)]).map { name, confidence in
      DetectedObject(
        className: name, confidence: confidence,
        box: UnitBox(left: 0, top: 0, width: 1, height: 1))
    }
  }

  private func order(_ column: PhotoColumn, descending: Bool = false, of wanted: [Int]? = nil)
    throws
    -> [Int]
  {
    let ids = (wanted ?? Array(0..<5)).map { self.ids[$0] }
    return try fixture.catalogue.search.sorted(
      ids, by: column, descending: descending, thresholds: thresholds
    ).compactMap { self.ids.firstIndex(of: $0) }
  }

  /// Each column with the photos in ascending and in descending order.
  private static let expected: [(PhotoColumn, [Int], [Int])] = [
    (.path, [1, 4, 3, 0, 2], [2, 0, 3, 4, 1]), (.taken, [4, 3, 1, 0, 2], [0, 1, 3, 4, 2]),
    (.latitude, [0, 3, 1, 4, 2], [1, 4, 3, 0, 2]), (.longitude, [0, 1, 4, 3, 2], [3, 1, 4, 0, 2]),
    (.altitude, [0, 1, 3, 4, 2], [4, 3, 1, 0, 2]), (.city, [0, 1, 4, 3, 2], [3, 1, 4, 0, 2]),
    (.country, [1, 4, 3, 0, 2], [0, 3, 1, 4, 2]),
    (.favourite, [0, 2, 3, 1, 4], [1, 4, 0, 2, 3]), (.rating, [0, 4, 1, 2, 3], [1, 0, 4, 2, 3]),
    (.camera, [1, 4, 0, 3, 2], [3, 0, 4, 1, 2]), (.objects, [2, 0, 1, 3, 4], [4, 3, 1, 0, 2]),
    (.persons, [0, 2, 1, 3, 4], [4, 3, 1, 0, 2]), (.scene, [0, 1, 3, 2, 4], [1, 3, 0, 2, 4]),
    (.sceneProbability, [3, 1, 0, 2, 4], [0, 1, 3, 2, 4]),
    (.width, [2, 0, 1, 3, 4], [4, 3, 1, 0, 2]), (.height, [2, 4, 3, 1, 0], [0, 1, 3, 4, 2]),
    (.format, [0, 1, 2, 3, 4], [0, 1, 2, 3, 4]), (.bytes, [0, 1, 2, 3, 4], [0, 1, 2, 3, 4]),
    (.warning, [3, 0, 1, 2, 4], [3, 0, 1, 2, 4]),
  ]

  @Test(arguments: expected)
  func `unknown values are last both ways, and equals stay`(
    column: PhotoColumn, ascending: [Int], descending: [Int]
  ) throws {
    #expect(try order(column) == ascending)
    #expect(try order(column, descending: true) == descending)
  }

  @Test(arguments: PhotoColumn.sortable)
  func `every column sorts exactly the photos given, equals in their order`(column: PhotoColumn)
    throws
  {
    for descending in [false, true] {
      let wanted = [4, 2, 0]
      let found = try order(column, descending: descending, of: wanted)
      #expect(found.sorted() == [0, 2, 4])
      // Sorted again, nothing moves.
      #expect(try order(column, descending: descending, of: found) == found)
    }
    #expect(try order(column, of: []).isEmpty)
  }

  @Test func `equals keep the order given, whichever it is`() throws {
    #expect(try order(.format, of: [3, 1, 4, 0, 2]) == [3, 1, 4, 0, 2])
    #expect(try order(.latitude, of: [4, 1]) == [4, 1])
    #expect(try order(.latitude, descending: true, of: [4, 1]) == [4, 1])
  }

  @Test func `an unknown photo is left out`() throws {
    let found = try fixture.catalogue.search.sorted(
      [999, ids[1]], by: .taken, descending: false, thresholds: thresholds)
    #expect(found == [ids[1]])
  }
}
