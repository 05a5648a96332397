import Catalog
import Fixtures
import Foundation
import GRDB
import PhotoCore
import Testing

struct CatalogDatabaseTests {
  @Test func `a catalogue of a newer version is refused and left as it is`() throws {
    let fixture = try CatalogFixture()
    let queue = try DatabaseQueue(path: fixture.catalogue.path)
    try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99: the future')") }
    #expect(throws: CatalogError.newerVersion(path: fixture.catalogue.path)) {
      _ = try CatalogFixture.open(fixture.catalogue.path)
    }
  }

  @Test func `another program's file and damaged files are refused in words`() throws {
    let folder = try TemporaryFolder()
    let foreign = try DatabaseQueue(path: folder.path("foreign.sqlite"))
    try foreign.write { try $0.execute(sql: "CREATE TABLE song (title TEXT)") }
    #expect {
      _ = try CatalogFixture.open(folder.path("foreign.sqlite"))
    } throws: { "\($0)".contains("not a Meridian catalogue") }
    try folder.write([UInt8](repeating: 7, count: 9000), to: "garbage.sqlite")
    #expect {
      _ = try CatalogFixture.open(folder.path("garbage.sqlite"))
    } throws: { "\($0)".contains("not a Meridian catalogue") }
    #expect(folder.read("garbage.sqlite").count == 9000)
  }

  @Test func `a backup is a whole catalogue of its own`() throws {
    let fixture = try CatalogFixture()
    try fixture.scan(["a.jpg"])
    let copy = fixture.folder.path("backup.sqlite")
    try fixture.catalogue.backup(to: copy)
    try fixture.scan(["a.jpg", "b.jpg"])
    #expect(try CatalogFixture.open(copy).files.pendingCount() == 1)
    #expect(!FileManager.default.fileExists(atPath: copy + ".incomplete"))
  }

  @Test func `a backup that cannot be written says so`() throws {
    let fixture = try CatalogFixture()
    #expect(throws: CatalogError.self) {
      try fixture.catalogue.backup(to: "/nonexistent/backup.sqlite")
    }
  }

  @Test func `the tables refuse what must not be`() throws {
    let fixture = try CatalogFixture()
    let queue = try DatabaseQueue(path: fixture.catalogue.path)
    let impossible = [
      "INSERT INTO folder (path) VALUES ('text, not bytes')",
      "INSERT INTO file (folder_id, name, role, state) VALUES (77, x'61', 'in_place', 'pending')",
      """
      INSERT INTO photo (sha256, bytes, format, width, height, orientation)
      VALUES (zeroblob(31), 1, 'jpeg', 1, 1, 1)
      """,
      """
      INSERT INTO photo (sha256, bytes, format, width, height, orientation)
      VALUES (zeroblob(32), 1, 'jpeg', 1, 1, 9)
      """,
      """
      INSERT INTO photo (sha256, bytes, format, width, height, orientation, latitude)
      VALUES (zeroblob(32), 1, 'jpeg', 1, 1, 1, 10.0)
      """,
      "INSERT INTO camera (make, model) VALUES ('', '')",
    ]
    for sql in impossible {
      #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: sql) } }
    }
  }

  @Test func `a sound catalogue has no problems`() throws {
    let fixture = try CatalogFixture()
    try fixture.scan(["a.jpg"])
    try fixture.storeAll(hash: { _ in CatalogFixture.hash(1) }, CatalogFixture.photo())
    #expect(try fixture.catalogue.integrityProblems() == [])
  }

  @Test func `a result of an unknown network is refused and nothing is stored`() throws {
    let fixture = try CatalogFixture()
    try fixture.scan(["a.jpg"])
    let strange = PhotoFinding(
      format: .jpeg, size: PixelSize(width: 1, height: 1), orientation: .upright, taken: nil,
      position: nil, camera: nil, warning: nil,
      recognition: PhotoRecognition(
        detector: "unknown", objects: [], classifier: "classifier", scenes: [],
        embedding: EmbeddingBytes(bytes: [])))
    #expect(throws: CatalogError.unknownModel("unknown")) {
      try fixture.storeAll(hash: { _ in CatalogFixture.hash(1) }, .photo(strange))
    }
    #expect(try fixture.state("/trip/a.jpg") == .pending)
    #expect(try fixture.catalogue.search.hits(nil).ids.isEmpty)
  }
}
