import Catalog
import Fixtures
import Foundation
import Library
import LibraryFixtures
import PhotoCore
import Testing

@Suite(.timeLimit(.minutes(20)))
struct ImportRunTests {
  private let fixture: ImportFixture

  init() throws {
    fixture = try ImportFixture()
  }

  @Test func `a second run does nothing, and new photos are found`() throws {
    try fixture.photo("a.jpg", seed: 1)
    try fixture.photo("day 2/b.jpg", seed: 2)
    #expect(try fixture.run().indexed == 2)
    let again = try fixture.run()
    #expect((again.analysed, again.unchanged) == (0, 2))
    try fixture.photo("c.jpg", seed: 3)
    #expect(try fixture.run(.refresh).indexed == 1)
  }

  @Test func `every bad input ends in its state and the run goes on`() throws {
    let good = try fixture.photo("good.jpg", seed: 1)
    let names: [(String, [UInt8])] = [
      ("empty.jpg", []), ("letter.jpg", Array("Dear all".utf8)), ("notes.txt", Array("x".utf8)),
      ("cut.jpg", Array(good.prefix(400))), ("half.jpg", Array(good.prefix(good.count - 40))),
      ("emoji 😀 \"quotes\" 'n' <img onerror=x>.jpg", good + [1]),
      ("line\nbreak.jpg", good + [2]), ("no extension", good + [3]),
    ]
    for (name, bytes) in names { try fixture.folder.write(bytes, to: "trip/\(name)") }
    try FileManager.default.createDirectory(
      atPath: fixture.folder.path("trip/x.jpg"), withIntermediateDirectories: true)
    try fixture.photo("x.jpg/inside.jpg", seed: 9)
    #expect(mkfifo(fixture.folder.path("trip/pipe.jpg"), 0o600) == 0)
    symlink("..", fixture.folder.path("trip/loop"))
    symlink("nowhere", fixture.folder.path("trip/dangling.jpg"))
    try fixture.run()
    let states = try fixture.states()
    let photos = [
      "good.jpg", "half.jpg", "emoji 😀 \"quotes\" 'n' <img onerror=x>.jpg", "line\nbreak.jpg",
      "no extension", "x.jpg/inside.jpg",
    ]
    for name in photos { #expect(states[name] == .indexed, "\(name)") }
    for name in ["empty.jpg", "letter.jpg", "cut.jpg", "dangling.jpg"] {
      #expect(states[name] == .setAside, "\(name)")
    }
    for name in ["notes.txt", "pipe.jpg"] { #expect(states[name] == .unsupported, "\(name)") }
    #expect(states.values.allSatisfy { $0 != .pending })
    let reasons = Dictionary(
      try fixture.files().map { ($0.path.name.description, $0.reason) },
      uniquingKeysWith: { first, _ in first })
    #expect(reasons["empty.jpg"] == .emptyFile)
    #expect(reasons["letter.jpg"] == .notAnImage)
    #expect(reasons["cut.jpg"] == .truncated)
    #expect(reasons["dangling.jpg"] == .cannotBeRead)
  }

  @Test func `a name that is not UTF-8 is indexed`() throws {
    let jpeg = try fixture.photo("a.jpg", seed: 1)
    let path = fixture.trip.appending(FilePath(bytes: [0xFF, 0xFE, 0x2E, 0x6A, 0x70, 0x67]))
    let file = path.withCString { fopen($0, "w") }
    _ = (jpeg + [1]).withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
    fclose(file)
    try fixture.run()
    #expect(try fixture.files().contains { $0.path == path && $0.state == .indexed })
  }

  @Test func `two DSCN0001 in two folders are two photos, copies of one are one`() throws {
    let one = try fixture.photo("a/DSCN0001.jpg", seed: 1)
    try fixture.photo("b/DSCN0001.jpg", seed: 2)
    try fixture.folder.write(one, to: "trip/c/DSCN0001.jpg")
    let summary = try fixture.run()
    #expect((summary.indexed, summary.duplicates) == (2, 1))
    let copy = try fixture.files().first { $0.state == .duplicate }
    #expect(copy?.path == fixture.trip.appending("c/DSCN0001.jpg"))
    #expect(copy?.duplicateOf == fixture.trip.appending("a/DSCN0001.jpg"))
  }

  @Test func `a moved photo keeps its row, a removed one is missing and comes back`() throws {
    try fixture.photo("a.jpg", seed: 1)
    try fixture.photo("b.jpg", seed: 2)
    try fixture.run()
    let files = FileManager.default
    try files.moveItem(
      atPath: fixture.folder.path("trip/a.jpg"), toPath: fixture.folder.path("trip/z.jpg"))
    try files.moveItem(
      atPath: fixture.folder.path("trip/b.jpg"), toPath: fixture.folder.path("b.jpg"))
    let summary = try fixture.run()
    #expect((summary.moved, summary.missing) == (1, 2))
    #expect(try fixture.states() == ["z.jpg": .indexed, "b.jpg": .missing])
    try files.moveItem(
      atPath: fixture.folder.path("b.jpg"), toPath: fixture.folder.path("trip/b.jpg"))
    try fixture.run()
    #expect(try fixture.states() == ["z.jpg": .indexed, "b.jpg": .indexed])
  }

  @Test func `a photo of unknown zone keeps its place in the order while its file goes and comes`()
    throws
  {
    let fixture = try ImportFixture()
    for (name, hour, offset) in [("1", 10, "+05:45"), ("2", 11, nil), ("3", 12, "+05:45")] {
      let exif = ExifFixture(taken: "2014:06:12 \(hour):00:00", offset: offset)
      try fixture.photo("\(name).jpg", seed: UInt64(hour), exif: exif)
    }
    func order() throws -> [String] {
      let catalogue = try fixture.library.openCatalogue()
      return try catalogue.photos.records(try catalogue.search.hits(nil).ids).map(
        \.path.name.description)
    }
    try fixture.run()
    #expect(try order() == ["1.jpg", "2.jpg", "3.jpg"])
    let here = fixture.folder.path("trip/2.jpg")
    let away = fixture.folder.path("2.jpg")
    try FileManager.default.moveItem(atPath: here, toPath: away)
    try fixture.run()
    try FileManager.default.moveItem(atPath: away, toPath: here)
    try fixture.run()
    #expect(try order() == ["1.jpg", "2.jpg", "3.jpg"])
    // A run that was killed before it put the order right leaves that to the next one.
    let catalogue = try fixture.library.openCatalogue()
    _ = try catalogue.scans.recordFolder(fixture.trip, listing: [], role: .inPlace, at: 1)
    #expect(try order() != ["1.jpg", "2.jpg", "3.jpg"])
    try fixture.run(.pendingOnly)
    #expect(try order() == ["1.jpg", "2.jpg", "3.jpg"])
  }

  @Test func `a name in UTC has its offset`() throws {
    let fixture = try ImportFixture()
    try fixture.photo("PXL_20140612_153012678.jpg", seed: 1)
    try fixture.photo("IMG_20140612_153012.jpg", seed: 2)
    try fixture.run()
    let catalogue = try fixture.library.openCatalogue()
    let photos = try catalogue.photos.records(try catalogue.search.hits(nil).ids)
    #expect(Set(photos.map(\.taken?.source)) == [.fileName])
    let offsets = photos.map { ($0.path.name.description.prefix(3), $0.taken?.utcOffsetMinutes) }
    #expect(offsets.first { $0.0 == "PXL" }?.1 == 0)
    #expect(offsets.first { $0.0 == "IMG" }?.1 == nil)
  }

  @Test func `a repaired file is tried again by itself`() throws {
    try fixture.folder.write(Array("no photo yet".utf8), to: "trip/a.jpg")
    try fixture.run()
    #expect(try fixture.states()["a.jpg"] == .setAside)
    try fixture.photo("a.jpg", seed: 1)
    try fixture.run()
    #expect(try fixture.states()["a.jpg"] == .indexed)
  }

  @Test func `originals are byte for byte what they were, with write permission taken away`() throws
  {
    let jpeg = try fixture.photo("a.jpg", seed: 1, exif: ExifFixture(orientation: 6))
    chmod(fixture.folder.path("trip/a.jpg"), 0o444)
    chmod(fixture.folder.path("trip"), 0o555)
    try fixture.run()
    #expect(fixture.folder.read("trip/a.jpg") == jpeg)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: fixture.folder.path("trip")) == ["a.jpg"])
  }

  @Test func `metadata comes through to the catalogue`() throws {
    try fixture.photo(
      "a.jpg", seed: 1,
      exif: ExifFixture(
        orientation: 8, taken: "2014:06:12 15:30:12", subSecond: "123", offset: "-05:00",
        make: "NIKON", model: "D90", latitude: -13.517, longitude: -71.9785, altitude: 3399))
    try fixture.photo("IMG_20110304_050607.jpg", seed: 2)
    try fixture.run()
    let files = try fixture.files()
    let dated = try #require(files.first { $0.path.name == FilePath("a.jpg") })
    #expect(dated.taken?.wall.description == "2014-06-12T15:30:12.123")
    #expect(dated.taken?.utcOffsetMinutes == -300)
    #expect(dated.size == PixelSize(width: 48, height: 64))
    #expect(abs((dated.position?.coordinate.latitude ?? 0) + 13.517) < 1e-6)
    #expect(dated.camera?.name == "NIKON D90")
    let named = files.first { $0.path.name == FilePath("IMG_20110304_050607.jpg") }
    #expect(named?.taken?.source == .fileName)
  }

  @Test func `an import copies byte for byte, once, by month`() throws {
    let jpeg = try fixture.photo(
      "DCIM/DSC_1.jpg", seed: 1, exif: ExifFixture(taken: "2014:06:12 15:30:12"))
    try fixture.photo(
      "DCIM/two/DSC_1.jpg", seed: 2, exif: ExifFixture(taken: "2014:06:13 00:00:00"))
    try fixture.photo("DCIM/undated.jpg", seed: 3)
    try fixture.folder.write(Array("x".utf8), to: "trip/DCIM/broken.jpg")
    let summary = try fixture.run(.copy([fixture.trip]))
    #expect(summary.copied == 3)
    #expect(fixture.folder.read("library/originals/2014/06/DSC_1.jpg") == jpeg)
    #expect(!fixture.folder.read("library/originals/2014/06/DSC_1-2.jpg").isEmpty)
    #expect(!fixture.folder.read("library/originals/undated/undated.jpg").isEmpty)
    #expect(try fixture.run(.copy([fixture.trip])).copied == 0)
    #expect(try fixture.files().count { $0.state == .indexed } == 3)
    #expect(try fixture.files().count { $0.state == .duplicate } == 3)
    #expect(try fixture.run(.refresh).missing == 0)
  }

  @Test func `a stopped run leaves the rest pending and the next one finishes it`() throws {
    for seed in 1...30 { try fixture.photo("\(seed).jpg", seed: UInt64(seed)) }
    let stop = StopSign()
    let summary = try fixture.run(stop: stop) { progress in
      if progress.stage == .analysing, progress.done == 3 { stop.raise() }
    }
    #expect(summary.interrupted)
    #expect(try fixture.states().values.contains(.pending))
    try fixture.run()
    #expect(try fixture.states().values.allSatisfy { $0 == .indexed })
    #expect(try fixture.states().count == 30)
  }

  @Test func `thumbnails that cannot be written stop the run in words, and nothing is lost`() throws
  {
    try fixture.photo("a.jpg", seed: 1)
    _ = try fixture.library.openOrMakeCatalogue()
    for number in 0..<256 {
      try fixture.folder.write([1], to: "library/thumbnails/" + String(format: "%02x", number))
    }
    #expect(throws: (any Error).self) { try fixture.run() }
    #expect(try fixture.states() == ["a.jpg": .pending])
    try FileManager.default.removeItem(atPath: fixture.library.thumbnails.description)
    try fixture.run()
    #expect(try fixture.states() == ["a.jpg": .indexed])
  }

  @Test func `a folder that is not there is refused, and nothing is marked missing`() throws {
    try fixture.photo("a.jpg", seed: 1)
    try fixture.run()
    #expect(throws: LibraryError.self) { try fixture.run(.add([FilePath("/nonexistent")])) }
    try FileManager.default.moveItem(
      atPath: fixture.folder.path("trip"), toPath: fixture.folder.path("unplugged"))
    let summary = try fixture.run(.refresh)
    #expect(summary.unreadableFolders.count == 1)
    #expect(try fixture.states() == ["a.jpg": .indexed])
  }

  @Test func `the library itself cannot be added`() throws {
    try fixture.photo("a.jpg", seed: 1)
    try fixture.run()
    #expect(throws: LibraryError.insideLibrary(fixture.library.thumbnails)) {
      try fixture.run(.add([fixture.library.thumbnails]))
    }
  }

  @Test func `a second run at the same time says who is first`() throws {
    try fixture.photo("a.jpg", seed: 1)
    var refused: (any Error)?
    try fixture.run { progress in
      guard progress.stage == .analysing, refused == nil else { return }
      do {
        _ = try ImportRun(
          library: fixture.library, settings: try fixture.settings(waits: false), stop: StopSign()
        ).run(.refresh)
      } catch {
        refused = error
      }
    }
    #expect(refused as? LibraryError == .busy(pid: getpid()))
  }

  @Test func `real networks look at a photo on the way`() throws {
    try fixture.photo("a.jpg", seed: 1)
    try fixture.run(networks: true)
    let catalogue = try fixture.library.openCatalogue()
    let photo = try #require(try catalogue.photos.records(try catalogue.search.hits(nil).ids).first)
    #expect(photo.scenes.count == 5)
    #expect(
      FileManager.default.fileExists(
        atPath: fixture.library.smallThumbnail(of: photo.sha256).description))
  }
}
