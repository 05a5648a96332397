import Catalog
import Fixtures
import Foundation
import GRDB
import Geography
import PhotoCore
import Query
import Testing

/// How photos are shown: turned, with their colours, a page at a time.
struct GridTests {
  private let fixture: CatalogFixture
  private var catalogue: CatalogDatabase { fixture.catalogue }
  private let thresholds = Thresholds(detection: 0.25, classification: 0.3)

  init() throws {
    fixture = try CatalogFixture(gazetteer: Gazetteer(path: Installed.gazetteer))
  }

  private static func box(_ name: String, _ confidence: Double) -> DetectedObject {
    DetectedObject(
      className: name, confidence: confidence,
      box: UnitBox(left: 0, top: 0, width: 0.5, height: 0.5))
  }

  private func summary(_ objects: [DetectedObject], _ scenes: [SceneScore]) throws -> [String] {
    let id = try fixture.add(
      "\(UUID()).jpg", CatalogFixture.photo(objects: objects, scenes: scenes))
    return try catalogue.photos.grid([id], thresholds: thresholds).first?.summary ?? ["none"]
  }

  @Test func `a page has what a grid shows, in the order that was asked for`() throws {
    let wall = try #require(WallTime(year: 2014, month: 6, day: 12, hour: 15, minute: 30))
    let cusco = try #require(Coordinate(latitude: -13.53, longitude: -71.97))
    let first = try fixture.add(
      "a.jpg",
      CatalogFixture.photo(
        taken: CaptureTime(wall: wall, utcOffsetMinutes: -300, source: .exif),
        position: Position(coordinate: cusco, source: .exif), warning: .truncated,
        size: PixelSize(width: 30, height: 20), colour: 0x12AB34))
    let second = try fixture.add("b.jpg", CatalogFixture.photo())
    _ = try catalogue.marks.setFavourite(true, of: [first], at: 1)
    _ = try catalogue.marks.rate([first], stars: 4, at: 1)
    let page = try catalogue.photos.grid([second, 99, first], thresholds: thresholds)
    #expect(page.map(\.id) == [second, first])
    let photo = try #require(page.last)
    #expect(photo.size == PixelSize(width: 30, height: 20) && photo.colour == 0x12AB34)
    #expect(photo.taken == wall && photo.name == FilePath("a.jpg"))
    #expect(photo.isFavourite && photo.rating == 4 && photo.warning == .truncated)
    #expect(photo.city == "Cusco" && photo.countryName == "Peru" && !photo.isMissing)
    #expect(page[0].colour == nil && page[0].taken == nil && page[0].city == nil)
    #expect(!page[0].isFavourite && page[0].rating == 0 && page[0].warning == nil)
    try fixture.scan(["b.jpg"])
    #expect(try catalogue.photos.grid([first], thresholds: thresholds)[0].isMissing)
  }

  @Test func `a summary names the surest objects, then the surest scene`() throws {
    #expect(try summary([], []) == [])
    let some = [Self.box("dog", 0.4), Self.box("person", 0.9), Self.box("person", 0.8)]
    #expect(try summary(some, []) == ["person", "dog"])
    let scenes = [
      SceneScore(className: "alp", probability: 0.5),
      SceneScore(className: "seashore", probability: 0.4),
    ]
    #expect(try summary(some, scenes) == ["person", "dog", "alp"])
    let many = some + [Self.box("car", 0.95)]
    #expect(try summary(many, []) == ["car", "person", "dog"])
    #expect(try summary(many, scenes) == ["car", "person", "alp"])
  }

  @Test func `a summary counts from the thresholds up`() throws {
    let objects = [Self.box("dog", 0.25), Self.box("person", 0.249)]
    let scenes = [SceneScore(className: "alp", probability: 0.299)]
    #expect(try summary(objects, scenes) == ["dog"])
  }

  @Test func `turning is remembered, changes the version, and leaves the file's facts alone`()
    throws
  {
    let id = try fixture.add("a.jpg", CatalogFixture.photo())
    let before = try catalogue.version()
    #expect(try catalogue.photos.setTurn(.right, of: id))
    #expect(try catalogue.version() > before)
    #expect(try catalogue.photos.records([id]).map(\.turn) == [.right])
    #expect(try catalogue.photos.records([id]).map(\.size) == [PixelSize(width: 40, height: 30)])
    #expect(try catalogue.photos.grid([id], thresholds: thresholds).map(\.turn) == [.right])
    try catalogue.search.feed { feed in
      var sizes: [PixelSize] = []
      try feed.forEachPhoto { sizes.append($0.size) }
      #expect(sizes == [PixelSize(width: 30, height: 40)])
    }
    let turned = try catalogue.version()
    #expect(try !catalogue.photos.setTurn(.right, of: id))
    #expect(try !catalogue.photos.setTurn(.right, of: 99))
    #expect(try catalogue.version() == turned)
  }

  @Test func `a colour is stored, and added to a photo of before when its bytes turn up again`()
    throws
  {
    let id = try fixture.add("a.jpg", CatalogFixture.photo())
    #expect(try catalogue.photos.records([id]).map(\.colour) == [nil])
    for colour in [0xFF_8000, 0x00_00FF] as [UInt32] {
      try fixture.scan(["copy \(colour).jpg"], in: "/more\(colour)")
      let hash = try catalogue.photos.records([id])[0].sha256
      try fixture.storeAll(hash: { _ in hash }, CatalogFixture.photo(colour: colour))
    }
    #expect(try catalogue.photos.records([id]).map(\.colour) == [0xFF_8000])
  }

  @Test func `what is no turn and no colour cannot be stored`() throws {
    let id = try fixture.add("a.jpg", CatalogFixture.photo())
    let queue = try DatabaseQueue(path: catalogue.path)
    for sql in [
      "UPDATE photo SET turn = 45", "UPDATE photo SET turn = -90", "UPDATE photo SET colour = -1",
      "UPDATE photo SET colour = 16777216",
    ] {
      #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: sql) } }
    }
    #expect(try catalogue.photos.records([id]).map(\.turn) == [.none])
  }

  @Test func `known photos are found by their hashes`() throws {
    let id = try fixture.add("a.jpg", CatalogFixture.photo())
    let hash = try catalogue.photos.records([id])[0].sha256
    let other = try #require(CatalogFixture.hash(77))
    #expect(try catalogue.photos.id(of: hash) == id && catalogue.photos.id(of: other) == nil)
    #expect(try catalogue.photos.known([other, hash, hash]) == [hash: id])
    #expect(try catalogue.photos.known([]).isEmpty)
  }
}
