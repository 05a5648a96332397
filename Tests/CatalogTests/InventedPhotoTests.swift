import Catalog
import Fixtures
import GRDB
import PhotoCore
import Testing

/// The bulk door must leave a catalogue as an import would: with all indexes and triggers, and sound.
@Suite struct InventedPhotoTests {
  private func writer(_ fixture: CatalogFixture) -> InventedPhotoWriter {
    InventedPhotoWriter(
      catalogue: fixture.catalogue, detector: CatalogFixture.detector,
      classifier: CatalogFixture.classifier,
      cameras: [Camera(make: "NIKON", model: "D90")].compactMap(\.self))
  }

  private func photo(_ number: Int) -> InventedPhoto {
    var photo = InventedPhoto(number: number, camera: 1)
    photo.wallMilliseconds = 1_400_000_000_000 + Int64(number)
    photo.coordinate = Coordinate(latitude: -13.5, longitude: -72)
    photo.objects = [.init(classNumber: 1, confidence: 0.9, size: (width: 0.5, height: 0.25))]
    photo.scenes = [.init(classNumber: 0, probability: 0.8)]
    return photo
  }

  private func schema(_ fixture: CatalogFixture) throws -> [String] {
    try DatabaseQueue(path: fixture.catalogue.path).read { db in
      try String.fetchAll(
        db, sql: "SELECT type || name || coalesce(sql, '') FROM sqlite_master ORDER BY 1")
    }
  }

  @Test func `invented photos stand in a sound catalogue with the same schema`() throws {
    let fixture = try CatalogFixture()
    let before = try schema(fixture)
    var number = 0
    try writer(fixture).write(800) {
      number += 1
      return photo(number)
    }
    #expect(try schema(fixture).filter { !$0.contains("sqlite_stat") } == before)
    #expect(try fixture.catalogue.integrityProblems().isEmpty)
    let rows = try DatabaseQueue(path: fixture.catalogue.path).read { db in
      try ["photo", "file", "object", "scene", "folder", "camera"].map { table in
        try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)")
      }
    }
    #expect(rows == [800, 800, 800, 800, 2, 1])
  }

  @Test func `a catalogue that holds photos takes no invented ones`() throws {
    let fixture = try CatalogFixture()
    try writer(fixture).write(1) { photo(1) }
    #expect(throws: InventedPhotoWriter.NotEmpty.self) {
      try writer(fixture).write(1) { photo(2) }
    }
  }
}
