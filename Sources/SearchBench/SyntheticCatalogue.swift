import Catalog
import Foundation
import Geography
import GRDB
import PhotoCore

/// Writes invented photos straight into a catalogue's tables: an import of a million would take a day.
struct SyntheticCatalogue {
  let path: String
  let models: [CatalogModel]
  let gazetteer: Gazetteer

  func make(count: Int) throws {
    let catalogue = try CatalogDatabase(path: path)
    try catalogue.models.register(models)
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in
      try db.execute(
        sql: "PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -1000000")
      try db.inTransaction {
        let later = try dropIndexesAndTriggers(db)
        try fill(count, db)
        for sql in later { try db.execute(sql: sql) }
        return .commit
      }
      try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE); ANALYZE")
    }
    try catalogue.photos.settleOrder()
  }

  /// - Returns: the statements that make them again.
  private func dropIndexesAndTriggers(_ db: Database) throws -> [String] {
    let rows = try Row.fetchAll(
      db,
      sql:
        "SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql > ''")
    for row in rows {
      let (type, name): (String, String) = (row["type"], row["name"])
      try db.execute(sql: "DROP \(type) \(name)")
    }
    return rows.map { $0["sql"] }
  }

  private func fill(_ count: Int, _ db: Database) throws {
    let (detector, classifier) = (models[0], models[1])
    var photos = SyntheticPhotos(
      seed: 20_140_612, count: count, gazetteer: gazetteer,
      detectorClasses: detector.labels.classes.count,
      classifierClasses: classifier.labels.classes.count)
    let classes = [
      try classIDs(of: detector, db), try classIDs(of: classifier, db),
    ]
    for (id, camera) in [
      ("Apple", "iPhone 12"), ("NIKON CORPORATION", "NIKON D90"), ("Canon", "Canon EOS 40D"),
      ("SONY", "ILCE-7M3"), ("GoPro", "HERO8 Black"),
    ].enumerated() {
      try db.execute(
        sql: "INSERT INTO camera VALUES (?, ?, ?)", arguments: [id + 1, camera.0, camera.1])
    }
    var statements = try Statements(db)
    for _ in 0..<count { try statements.insert(photos.next(), classes) }
    try db.execute(sql: "UPDATE catalogue_version SET value = 1; UPDATE photo SET version = 1")
    try db.execute(
      sql: """
        INSERT INTO favourite SELECT id, 0 FROM photo WHERE id % 97 = 0;
        INSERT INTO rating SELECT id, 1 + id % 5, 0 FROM photo WHERE id % 31 = 0;
        INSERT INTO photo_model (photo_id, model_id, analysed_ms)
          SELECT photo.id, model.id, 0 FROM photo CROSS JOIN model;
        """)
  }

  private func classIDs(of model: CatalogModel, _ db: Database) throws -> [Int64] {
    try model.labels.classes.map { labelClass in
      try Int64.fetchOne(
        db, sql: "SELECT id FROM label_class WHERE vocabulary = ? AND name = ?",
        arguments: [model.labels.vocabulary, labelClass.name]) ?? 0
    }
  }
}

private struct Statements {
  private let db: Database
  private let photo, file, object, scene, place, folder: Statement
  private var places: Set<Int64> = []
  private var folders = 0

  init(_ db: Database) throws {
    self.db = db
    photo = try db.makeStatement(
      sql: """
        INSERT INTO photo (id, sha256, bytes, format, width, height, orientation, content_wall_ms,
          content_offset_minutes, content_time_source, taken_wall_ms, utc_offset_minutes, time_source,
          offset_source, order_ms, latitude, longitude, position_source, content_latitude,
          content_longitude, content_position_source, camera_id, place_id, sun_altitude,
          sun_is_rising, primary_file_id, name_order, file_mtime_ns, colour)
        VALUES (?1, ?2, 4000000, 'jpeg', 4000, 3000, 1, ?3, ?4, ?5, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10,
          ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?1, ?15, ?1, ?16)
        """)
    file = try db.makeStatement(
      sql: """
        INSERT INTO file (id, folder_id, name, role, bytes, mtime_ns, state, photo_id)
        VALUES (?1, ?2, ?3, 'in_place', 4000000, ?1, 'photo', ?1)
        """)
    object = try db.makeStatement(
      sql: "INSERT INTO object VALUES (?, 1, ?, ?, ?, 0, 0, ?, ?)")
    scene = try db.makeStatement(sql: "INSERT INTO scene VALUES (?, 2, ?, ?, ?)")
    place = try db.makeStatement(sql: "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?)")
    folder = try db.makeStatement(sql: "INSERT INTO folder VALUES (?, ?)")
  }

  mutating func insert(_ made: SyntheticPhotos.Photo, _ classes: [[Int64]]) throws {
    if let found = made.place, places.insert(found.id).inserted {
      try place.execute(arguments: [
        found.id, found.city, found.region, found.country, found.countryName, found.timeZone,
      ])
    }
    if made.number % 700 == 1 {
      folders += 1
      try folder.execute(arguments: [folders, Data("/home/traveller/Pictures/\(folders)".utf8)])
    }
    let digits = String(made.number)
    let name = "DSCN\(String(repeating: "0", count: max(0, 7 - digits.count)))\(digits).JPG"
    var hash = Data(count: 32)
    withUnsafeBytes(of: UInt64(made.number) &* 0x9E37_79B9_7F4A_7C15) { bytes in
      hash.replaceSubrange(0..<8, with: bytes)
    }
    try photo.execute(arguments: [
      made.number, hash, made.wall, made.offset, made.wall.map { _ in "exif" },
      made.offset.map { _ in "camera" },
      made.wall.map { $0 - Int64(made.offset ?? 0) * 60_000 }, made.coordinate?.latitude,
      made.coordinate?.longitude, made.coordinate.map { _ in "exif" }, made.camera, made.place?.id,
      made.sun?.altitude, made.sun?.isRising, name, made.colour,
    ])
    try file.execute(arguments: [made.number, folders, Data(name.utf8)])
    for (rank, box) in made.objects.enumerated() {
      try object.execute(arguments: [
        made.number, rank, classes[0][box.classNumber], box.confidence, box.width, box.height,
      ])
    }
    for (rank, score) in made.scenes.enumerated() {
      try scene.execute(arguments: [
        made.number, rank, classes[1][score.classNumber], score.probability,
      ])
    }
  }
}
