import Fixtures
import Foundation
import GRDB
import Geography
import PhotoCore
import Testing

@testable import Catalog

/// A catalogue of an earlier Meridian keeps what it knows.
struct UpgradeTests {
  /// As the first version wrote it: one photo dated by EXIF, one by its name, one undated.
  ///
  /// - Parameter last: the migration up to which the catalogue is brought afterwards.
  private func firstVersion(
    _ path: String, upTo last: String = "1: sources, files, photos, recognition"
  ) throws {
    let queue = try DatabaseQueue(path: path)
    try CatalogSchema.migrator().migrate(queue, upTo: "1: sources, files, photos, recognition")
    try queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO folder VALUES (1, CAST('/trip' AS BLOB));
          INSERT INTO photo (id, sha256, bytes, format, width, height, orientation, content_wall_ms,
            content_offset_minutes, content_time_source, taken_wall_ms, utc_offset_minutes,
            time_source, latitude, longitude, altitude, position_source, name_order, file_mtime_ns)
          VALUES
            (1, CAST(zeroblob(31) || x'01' AS BLOB), 9, 'jpeg', 4, 3, 1, 1402594200000, -300, 'exif',
              1402594200000, -300, 'exif', -13.53, -71.97, 3400, 'exif', 'a', 1),
            (2, CAST(zeroblob(31) || x'02' AS BLOB), 9, 'jpeg', 4, 3, 1, NULL, NULL, NULL, 1293840000000, NULL,
              'file_name', NULL, NULL, NULL, NULL, 'dated', 1),
            (3, CAST(zeroblob(31) || x'03' AS BLOB), 9, 'jpeg', 4, 3, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
              NULL, NULL, NULL, 'c', 7);
          INSERT INTO file (id, folder_id, name, role, bytes, mtime_ns, state, photo_id) VALUES
            (1, 1, CAST('a.jpg' AS BLOB), 'in_place', 9, 1, 'photo', 1),
            (2, 1, CAST('dated.jpg' AS BLOB), 'in_place', 9, 1, 'photo', 2),
            (3, 1, CAST('c.jpg' AS BLOB), 'in_place', 9, 7, 'photo', 3);
          UPDATE photo SET primary_file_id = id;
          """)
    }
    try CatalogSchema.migrator().migrate(queue, upTo: last)
    try queue.close()
  }

  @Test(arguments: [
    "1: sources, files, photos, recognition", "2: places, light, marks, changes",
  ])
  func `photos of before are not turned, have no colour, and nobody has an account`(
    last: String
  ) throws {
    let folder = try TemporaryFolder()
    let path = folder.path("catalogue.sqlite")
    try firstVersion(path, upTo: last)
    let catalogue = try CatalogFixture.open(path)
    #expect(FileManager.default.fileExists(atPath: path + ".before-upgrade"))
    let photos = try catalogue.photos.records([1, 2, 3])
    #expect(photos.map(\.turn) == [.none, .none, .none])
    #expect(photos.map(\.colour) == [nil, nil, nil])
    #expect(try catalogue.photos.setTurn(.left, of: 2))
    #expect(try catalogue.photos.records([2]).map(\.turn) == [.left])
    #expect(try !catalogue.accounts.hasUsers() && catalogue.jobs.latest(limit: 9).isEmpty)
    let first = try catalogue.accounts.addFirstAdministrator("Ada", passwordHash: "x", at: 1)
    #expect(first?.role == .administrator)
    #expect(try catalogue.integrityProblems().isEmpty)
  }

  @Test func `which models looked at which photo follows from what they found`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("catalogue.sqlite")
    try firstVersion(path, upTo: "3: accounts, jobs, pictures")
    let queue = try DatabaseQueue(path: path)
    try queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO model VALUES (1, 'detector', 'detection', 'coco', 0.25, '{}'),
            (2, 'classifier', 'classification', 'imagenet', 0.3, '{}');
          INSERT INTO label_class VALUES (1, 'coco', 'dog', '[]'), (2, 'imagenet', 'alp', '[]');
          INSERT INTO object VALUES (1, 1, 0, 1, 0.9, 0, 0, 0.5, 0.5), (1, 1, 1, 1, 0.8, 0, 0, 1, 1);
          INSERT INTO scene VALUES (1, 2, 0, 2, 0.9);
          INSERT INTO embedding VALUES (1, 2, x'0000'), (2, 2, x'0000');
          INSERT INTO job VALUES (7, 'upload', 'done', '[]', '{}', NULL, 5, 6);
          """)
    }
    try queue.close()
    let catalogue = try CatalogFixture.open(path)
    let results = try (1...3).map { try catalogue.models.results(ofPhoto: $0) }
    // The second has an embedding and no box: the detector looked and found nothing.
    #expect(
      results.map { $0.map(\.model) } == [
        ["detector", "classifier"], ["detector", "classifier"], [],
      ])
    #expect(results[0][0].objects.map(\.confidence) == [0.9, 0.8])
    #expect(
      results.joined().allSatisfy { $0.isActive && !$0.isThorough && $0.analysedMilliseconds == 0 })
    #expect(try catalogue.jobs.job(7)?.kind == .upload)
    #expect(try catalogue.jobs.job(7)?.finishedMilliseconds == 6)
    let job = try catalogue.jobs.add(
      kind: .analyseAgain, folders: [], parameters: "{\"model\":\"x\"}", at: 8)
    #expect(job.id == 8)
    #expect(try catalogue.jobs.job(8)?.parameters == "{\"model\":\"x\"}")
    #expect(try catalogue.integrityProblems().isEmpty)
  }

  @Test func `times and positions stay, places and light are added, a copy is kept`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("catalogue.sqlite")
    try firstVersion(path)
    let catalogue = try CatalogFixture.open(path, gazetteer: Gazetteer(path: Installed.gazetteer))
    #expect(FileManager.default.fileExists(atPath: path + ".before-upgrade"))
    for isDerived in [false, true] {
      if isDerived { try catalogue.photos.deriveAgainIfNeeded() }
      let photos = try catalogue.photos.records(try catalogue.search.hits(nil).ids)
      #expect(photos.map(\.id) == [2, 1, 3])
      #expect(photos[0].taken?.wall.description == "2011-01-01T00:00:00")
      #expect(photos[0].taken?.source == .fileName)
      #expect(photos[1].taken?.wall.description == "2014-06-12T17:30:00")
      #expect(photos[1].taken?.utcOffsetMinutes == -300)
      #expect(photos[1].position?.coordinate.latitude == -13.53)
      #expect(photos[1].position?.altitude == 3400)
      #expect(photos[2].taken == nil)
      #expect((photos[1].place?.country == "PE") == isDerived)
      #expect((photos[1].sun?.lights.contains(.sunset) == true) == isDerived)
    }
    #expect(try catalogue.integrityProblems().isEmpty)
  }
}
