import Catalog
import Fixtures
import Foundation
import Geography
import PhotoCore
import Query
import Testing

/// Clocks, positions, places, light, and the order that follows from them.
struct CorrectionTests {
  private let fixture: CatalogFixture
  private static let nikon = Camera(make: "NIKON", model: "D90")

  init() throws {
    fixture = try CatalogFixture(gazetteer: Gazetteer(path: Installed.gazetteer))
  }

  private struct Shot {
    var name: String
    var wall: [Int]?
    var offset: Int?
    var source = TimeSource.exif
    var at: (Double, Double)?
    var camera: Camera? = CorrectionTests.nikon
  }

  private func add(_ shots: [Shot], in folder: String = "/trip") throws {
    try fixture.scan(shots.map(\.name), in: folder)
    let pending = try fixture.catalogue.files.pending(after: 0, limit: 1000)
    let findings = try pending.map { file in
      let shot = try #require(shots.first { $0.name == file.path.name.description })
      let wall = try shot.wall.map { try Self.wall($0) }
      let point = shot.at.flatMap { Coordinate(latitude: $0.0, longitude: $0.1) }
      return AnalysedFile(
        file: file,
        finding: Finding(
          path: file.path, bytes: nil, sha256: CatalogFixture.hash(Int(file.id) * 31),
          outcome: CatalogFixture.photo(
            taken: wall.map {
              CaptureTime(wall: $0, utcOffsetMinutes: shot.offset, source: shot.source)
            }, position: point.map { Position(coordinate: $0, source: .exif) },
            camera: shot.camera)))
    }
    _ = try fixture.catalogue.findings.store(findings, at: 1)
    try fixture.catalogue.photos.settleOrder()
  }

  private static func wall(_ parts: [Int]) throws -> WallTime {
    try #require(
      WallTime(
        year: parts[0], month: parts[1], day: parts[2], hour: parts.count > 3 ? parts[3] : 0,
        minute: parts.count > 4 ? parts[4] : 0))
  }

  private func photo(_ name: String) throws -> PhotoRecord {
    try #require(try all().first { $0.path.name.description == name })
  }

  private func all() throws -> [PhotoRecord] {
    try fixture.catalogue.photos.records(try fixture.catalogue.search.hits(nil).ids)
  }

  private func names(_ query: String) throws -> [String] {
    let lexicon = try Lexicon(
      labelSets: [], vocabulary: "sunset = light:sunset\n",
      context: LexiconContext(gazetteer: fixture.catalogue.gazetteer))
    let expression = try lexicon.resolve(
      QueryParser.parseKeepingOffsets(query),
      thresholds: Thresholds(detection: 0.25, classification: 0.3))
    let ids = try fixture.catalogue.search.hits(expression).ids
    return try fixture.catalogue.photos.records(ids).map(\.path.name.description)
  }

  @Test func `a camera without an offset gets that of the place, with daylight saving`() throws {
    try add([
      Shot(name: "summer", wall: [2014, 7, 1, 12], at: (55.86, -4.25)),
      Shot(name: "winter", wall: [2014, 1, 1, 12], at: (55.86, -4.25)),
      Shot(name: "kathmandu", wall: [2014, 7, 1, 12], at: (27.71, 85.32)),
      Shot(name: "own", wall: [2014, 7, 1, 12], offset: -300, at: (55.86, -4.25)),
      Shot(name: "nowhere", wall: [2014, 7, 1, 12]),
      Shot(name: "at sea", wall: [2014, 7, 1, 12], at: (-40, -120)),
    ])
    let offsets = Dictionary(
      uniqueKeysWithValues: try all().map {
        ($0.path.name.description, $0.taken?.utcOffsetMinutes)
      })
    #expect(
      offsets == [
        "summer": 60, "winter": 0, "kathmandu": 345, "own": -300, "nowhere": nil, "at sea": nil,
      ])
    #expect(try photo("summer").taken?.offsetSource == .place)
    #expect(try photo("own").taken?.offsetSource == .camera)
    #expect(try photo("nowhere").taken?.offsetSource == nil)
    #expect(try photo("kathmandu").place?.country == "NP")
    #expect(try photo("at sea").place == nil)
  }

  @Test func `across zones the order is that of instants`() throws {
    // A flight from Auckland east over the antimeridian: the wall clock goes back a day.
    try add([
      Shot(name: "1 auckland", wall: [2014, 6, 13, 10], offset: 720),
      Shot(name: "2 honolulu", wall: [2014, 6, 12, 20], offset: -600),
      Shot(name: "3 honolulu", wall: [2014, 6, 13, 1], offset: -600),
      Shot(name: "0 kiritimati", wall: [2014, 6, 13, 11], offset: 840),
    ])
    #expect(
      try all().map(\.path.name.description) == [
        "0 kiritimati", "1 auckland", "2 honolulu", "3 honolulu",
      ])
    // Dates are asked by the wall clock all the same.
    #expect(try names("2014-06-12") == ["2 honolulu"])
    #expect(try names("2014-06-13") == ["0 kiritimati", "1 auckland", "3 honolulu"])
  }

  @Test func `a camera without a zone stands among the pictures of the same days`() throws {
    try add([
      Shot(name: "phone 1", wall: [2014, 6, 12, 10], offset: 345),
      Shot(name: "camera", wall: [2014, 6, 12, 11]),
      Shot(name: "phone 2", wall: [2014, 6, 12, 12], offset: 345),
      Shot(name: "years before", wall: [2010, 6, 12, 12]),
    ])
    #expect(
      try all().map(\.path.name.description) == ["years before", "phone 1", "camera", "phone 2"])
    #expect(try photo("camera").taken?.utcOffsetMinutes == nil, "it is not claimed to be known")
    let alone = try photo("years before")
    #expect(alone.orderInstant == alone.taken?.wall.milliseconds)
  }

  @Test func `sunsets are found by the light`() throws {
    try add([
      Shot(name: "stonehenge sunset", wall: [2014, 6, 21, 21, 20], at: (51.1789, -1.8262)),
      Shot(name: "stonehenge noon", wall: [2014, 6, 21, 13], at: (51.1789, -1.8262)),
      Shot(name: "stonehenge sunrise", wall: [2014, 6, 21, 4, 55], at: (51.1789, -1.8262)),
      Shot(name: "stonehenge night", wall: [2014, 12, 21, 23], at: (51.1789, -1.8262)),
      Shot(name: "sydney sunset", wall: [2020, 1, 1, 20, 10], at: (-33.8688, 151.2093)),
      Shot(name: "cusco sunset", wall: [2014, 6, 12, 17, 30], at: (-13.53, -71.97)),
      Shot(name: "no position", wall: [2014, 6, 12, 17, 30]),
      Shot(name: "no time", at: (-13.53, -71.97)),
      Shot(name: "oslo at midnight", wall: [2014, 6, 22, 0, 40], at: (59.91, 10.75)),
    ])
    let sunsets = try names("light:sunset")
    #expect(
      sunsets == ["cusco sunset", "stonehenge sunset", "sydney sunset"])
    #expect(try names("sunset") == names("light:sunset"))
    #expect(try names("light:sunrise") == ["stonehenge sunrise"])
    #expect(try names("light:day") == ["stonehenge noon"])
    #expect(try names("light:night") == ["stonehenge night"])
    #expect(try names("light:blue-hour") == ["oslo at midnight"])
  }

  @Test func `a clock is corrected, for later photos too, and the correction taken back`() throws {
    let other = Camera(make: "Canon", model: nil)
    try add([
      Shot(name: "a", wall: [2014, 6, 12, 10]), Shot(name: "b", wall: [2014, 6, 20, 10]),
      Shot(name: "other", wall: [2014, 6, 12, 11], camera: other),
      Shot(name: "gps", wall: [2014, 6, 12, 15], offset: 0, source: .gps),
    ])
    let before = try all()
    let shift = ClockShift(
      camera: Self.nikon, milliseconds: 6 * 3_600_000, from: nil,
      before: try Self.wall([2014, 6, 15]))
    #expect(try fixture.catalogue.changes.photos(of: shift).count == 1)
    let change = try fixture.catalogue.changes.add(shift, summary: "+6h", at: 5)
    #expect(change.photos == 1)
    #expect(try photo("a").taken?.wall == Self.wall([2014, 6, 12, 16]))
    #expect(try photo("a").clockShift == 6 * 3_600_000)
    #expect(try photo("b").taken?.wall == Self.wall([2014, 6, 20, 10]))
    #expect(try photo("other").taken?.wall == Self.wall([2014, 6, 12, 11]))
    #expect(try photo("gps").taken?.wall == Self.wall([2014, 6, 12, 15]), "satellites are right")
    try add([Shot(name: "later", wall: [2014, 6, 13, 10])], in: "/more")
    #expect(try photo("later").taken?.wall == Self.wall([2014, 6, 13, 16]))
    #expect(try fixture.catalogue.changes.undo(change.id)?.summary == "+6h")
    #expect(try all().filter { $0.path.name.description != "later" } == before)
    #expect(try photo("later").taken?.wall == Self.wall([2014, 6, 13, 10]))
    #expect(try fixture.catalogue.changes.all().isEmpty)
    #expect(try fixture.catalogue.changes.undo(change.id) == nil)
  }

  @Test func `a corrected camera takes the zone of the place rather than its own`() throws {
    // Its clock was still that of Berlin.
    try add([
      Shot(name: "peru", wall: [2014, 6, 12, 19], offset: 120, at: (-13.53, -71.97)),
      Shot(name: "no place", wall: [2014, 6, 12, 19], offset: 120),
    ])
    #expect(try photo("peru").taken?.utcOffsetMinutes == 120)
    _ = try fixture.catalogue.changes.add(
      ClockShift(camera: Self.nikon, milliseconds: -7 * 3_600_000, from: nil, before: nil),
      summary: "", at: 1)
    let photo = try photo("peru")
    #expect(try photo.taken?.wall == Self.wall([2014, 6, 12, 12]))
    #expect(photo.taken?.utcOffsetMinutes == -300 && photo.taken?.offsetSource == .place)
    #expect(try self.photo("no place").taken?.utcOffsetMinutes == 120)
  }

  @Test func `corrections add up, and each can be taken back alone`() throws {
    try add([Shot(name: "a", wall: [2014, 6, 12, 10])])
    let hour = 3_600_000 as Int64
    let first = try fixture.catalogue.changes.add(
      ClockShift(camera: Self.nikon, milliseconds: hour, from: nil, before: nil), summary: "",
      at: 1)
    _ = try fixture.catalogue.changes.add(
      ClockShift(camera: Self.nikon, milliseconds: 2 * hour, from: nil, before: nil), summary: "",
      at: 2)
    #expect(try photo("a").taken?.wall == Self.wall([2014, 6, 12, 13]))
    _ = try fixture.catalogue.changes.undo(first.id)
    #expect(try photo("a").taken?.wall == Self.wall([2014, 6, 12, 12]))
  }

  @Test func `a given position brings place and light, and leaves the wall clock`() throws {
    try add([Shot(name: "a", wall: [2014, 6, 12, 17, 30], at: (0.5, 0.5))])
    let before = try photo("a")
    let point = try #require(Coordinate(latitude: -13.53, longitude: -71.97))
    let change = try fixture.catalogue.changes.give(
      [
        GivenPosition(
          photo: before.id, position: Position(coordinate: point, altitude: 3400, source: .gpx))
      ], summary: "track", at: 9)
    let after = try photo("a")
    #expect(after.taken?.wall == before.taken?.wall)
    #expect(after.position?.coordinate == point && after.position?.source == .gpx)
    #expect(after.place?.country == "PE" && after.taken?.utcOffsetMinutes == -300)
    #expect(after.sun?.lights.contains(.sunset) == true)
    _ = try fixture.catalogue.changes.undo(change.id)
    #expect(try photo("a") == before)
  }

  @Test func `favourites and ratings stay with the photo`() throws {
    try add([Shot(name: "a", wall: [2014, 6, 12]), Shot(name: "b", wall: [2014, 6, 13])])
    let catalogue = fixture.catalogue
    let id = try photo("a").id
    #expect(try catalogue.marks.setFavourite(true, of: [id, id, 999], at: 1) == 1)
    #expect(try catalogue.marks.rate([id], stars: 4, at: 1) == 1)
    #expect(try names("favourite") == ["a"] && names("rating >= 4") == ["a"])
    #expect(try names("not favourite and rating = 0") == ["b"])
    // Its file goes, and comes back elsewhere.
    try fixture.scan(["b"])
    #expect(try names("favourite") == ["a"])
    #expect(try catalogue.marks.rate([id], stars: 0, at: 2) == 1)
    #expect(try catalogue.marks.setFavourite(false, of: [id], at: 2) == 1)
    #expect(try names("favourite or rating > 0").isEmpty)
  }

  @Test func `searches are saved by name, whatever its case`() throws {
    let catalogue = fixture.catalogue
    try catalogue.savedSearches.save("beach and 2014", as: "Peru", at: 1)
    try catalogue.savedSearches.save("person", as: "peru", at: 2)
    try catalogue.savedSearches.save("", as: "all", at: 3)
    #expect(try catalogue.savedSearches.all().map(\.name) == ["all", "peru"])
    #expect(try catalogue.savedSearches.all().last?.query == "person")
    #expect(try catalogue.savedSearches.delete("PERU"))
    #expect(try !catalogue.savedSearches.delete("PERU"))
  }

  @Test func `another gazetteer has all places looked up again, once`() throws {
    try add([Shot(name: "a", wall: [2014, 6, 12], at: (-13.53, -71.97))])
    var asked = 0
    try fixture.catalogue.photos.deriveAgainIfNeeded { _ in asked += 1 }
    try fixture.catalogue.photos.deriveAgainIfNeeded { _ in asked += 1 }
    #expect(asked == 1)
    let place = try photo("a").place
    // Opened without any gazetteer, what is known stays.
    let bare = try CatalogFixture.open(fixture.folder.path("catalogue.sqlite"))
    try bare.photos.deriveAgainIfNeeded { _ in asked += 1 }
    #expect(asked == 1)
    #expect(
      try bare.photos.records(try bare.search.hits(nil).ids).first?.place == place && place != nil)
  }
}
