internal import GRDB
internal import GRDBSQLite
package import PhotoCore
package import Query

/// The catalogue as an index reads it: millions of rows, in columns of plain numbers.
///
/// Read with SQLite's own functions, since a row object for each of ten million rows would cost more
/// than the reading. A feed is one snapshot: everything it reads is of one moment.
package final class IndexFeed {
  /// The version of the last change that is in the snapshot.
  package let version: Int64
  /// Photos with a version above this one are read; 0 for all.
  package let after: Int64

  private let db: Database

  init(_ db: Database, after: Int64) throws {
    self.db = db
    self.after = after
    version = try CatalogDatabase.version(db)
  }

  /// One photo, as far as an index needs it. Valid only while it is handed over.
  package struct Photo {
    /// Row id.
    package let id: Int64
    /// What it is ordered by first: the instant in milliseconds, for undated photos the time of the
    /// file in nanoseconds.
    package let key: Int64
    /// Whether the time is known.
    package let isDated: Bool
    /// The wall clock in milliseconds; 0 for undated photos.
    package let wall: Int64
    /// Degrees; nil without a position.
    package let latitude, longitude: Double?
    /// Row id of the place; 0 for none.
    package let place: Int64
    /// Row id of the camera; 0 for none.
    package let camera: Int64
    /// Degrees; nil where the sun's place is not known.
    package let sunAltitude: Double?
    /// Whether the sun is rising; false where its place is not known.
    package let sunIsRising: Bool
    /// Whether something is wrong with the file.
    package let hasWarning: Bool
    /// The size of the picture as it is shown: upright and turned.
    package let size: PixelSize
    /// Row id of the folder.
    package let folder: Int64
    /// The bytes of the file's name.
    package let name: UnsafeRawBufferPointer
  }

  /// How many rows there are to read, to reserve room by; of a few changed photos only their number.
  package func size() throws -> (photos: Int, objects: Int, scenes: Int) {
    func count(_ table: String) throws -> Int {
      try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0
    }
    guard after == 0 else { return (try count("photo WHERE version > \(after)"), 0, 0) }
    return (try count("photo"), try count("object"), try count("scene"))
  }

  private var changed: String { after > 0 ? "photo.version > \(after)" : "1" }
  private func changed(_ column: String) -> String {
    after > 0 ? "WHERE \(column) IN (SELECT id FROM photo WHERE version > \(after))" : ""
  }

  /// The photos that have a place among the files, in the order of their row ids.
  package func forEachPhoto(_ body: (Photo) throws -> Void) throws {
    try forEachRow(
      """
      SELECT photo.id, order_ms, file_mtime_ns, taken_wall_ms, latitude, longitude, place_id,
        camera_id, sun_altitude, sun_is_rising, warning IS NOT NULL,
        file.folder_id, file.name, width, height, turn
      FROM photo JOIN file ON file.id = photo.primary_file_id WHERE \(changed) ORDER BY photo.id
      """
    ) { row in
      let isDated = !row.isNull(1)
      let size = PixelSize(width: Int(row.integer(13)), height: Int(row.integer(14)))
      let turn = PhotoTurn(rawValue: Int(row.integer(15))) ?? .none
      try body(
        Photo(
          id: row.integer(0), key: row.integer(isDated ? 1 : 2), isDated: isDated,
          wall: row.integer(3), latitude: row.number(4), longitude: row.number(5),
          place: row.integer(6), camera: row.integer(7), sunAltitude: row.number(8),
          sunIsRising: row.integer(9) != 0, hasWarning: row.integer(10) != 0,
          size: turn.size(of: size), folder: row.integer(11), name: row.bytes(12)))
    }
  }

  /// Row ids in chronological order: the dated, then the undated.
  package func forEachInOrder(_ body: (Int64) throws -> Void) throws {
    // Each part has an index of its own to walk along.
    let dated = "order_ms IS NOT NULL AND \(changed) ORDER BY order_ms, name_order, sha256"
    let undated = "order_ms IS NULL AND \(changed) ORDER BY file_mtime_ns, name_order, sha256"
    for part in [dated, undated] {
      try forEachRow("SELECT id FROM photo WHERE \(part)") { try body($0.integer(0)) }
    }
  }

  /// A box of an active model: photo, class (row ids), confidence 0...1, share of the picture 0...1;
  /// by photo.
  package func forEachObject(_ body: (Int64, Int64, Double, Double) throws -> Void) throws {
    try forEachRow(
      try spoken("photo_id, class_id, confidence, width * height", of: "object", .detection)
    ) { row in try body(row.integer(0), row.integer(1), row.real(2), row.real(3)) }
  }

  /// A scene of an active model: photo, class (row ids), probability 0...1; by photo.
  package func forEachScene(_ body: (Int64, Int64, Double) throws -> Void) throws {
    try forEachRow(
      try spoken("photo_id, class_id, probability", of: "scene", .classification)
    ) { row in try body(row.integer(0), row.integer(1), row.real(2)) }
  }

  /// Walks along the models that have looked, so that each is asked once, and not each of its boxes.
  /// Where one model of each task has looked at all, there is nothing to ask.
  private func spoken(
    _ columns: String, of table: String, _ task: RecognitionTask
  ) throws -> String {
    let order = "ORDER BY photo_id, model_id, rank"
    let areOverridden = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM photo_model WHERE is_silent = 1)")
    guard areOverridden == true else {
      return "SELECT \(columns) FROM \(table) \(changed("photo_id")) \(order)"
    }
    let condition = after > 0 ? "AND \(changed("photo_id").dropFirst(6))" : ""
    return """
      SELECT \(columns) FROM photo_model CROSS JOIN \(table) USING (photo_id, model_id)
      WHERE is_silent = 0 AND model_id IN (SELECT id FROM model WHERE task = '\(task.rawValue)')
        \(condition) \(order)
      """
  }

  /// A model that has looked at a photo: photo, model (row ids); by photo.
  package func forEachLook(_ body: (Int64, Int64) throws -> Void) throws {
    try forEachRow(
      """
      SELECT photo_id, model_id FROM photo_model \(changed("photo_id")) ORDER BY photo_id, model_id
      """
    ) { row in try body(row.integer(0), row.integer(1)) }
  }

  /// Row ids of the favourites.
  package func favourites() throws -> [Int64] {
    try Int64.fetchAll(db, sql: "SELECT photo_id FROM favourite \(changed("photo_id"))")
  }

  /// Row ids and stars.
  package func ratings() throws -> [(photo: Int64, stars: Int)] {
    try Row.fetchAll(db, sql: "SELECT photo_id, stars FROM rating \(changed("photo_id"))")
      .map { ($0[0], $0[1]) }
  }

  /// All labels, with their present thresholds.
  package func labels() throws -> [PersonalLabel] {
    try LabelStore.personal(db)
  }

  /// What labels say of photos: label, photo (row ids), probability 0...1; label by label.
  package func forEachLabelScore(_ body: (Int64, Int64, Double) throws -> Void) throws {
    let condition =
      after > 0 ? "AND photo_id IN (SELECT id FROM photo WHERE version > \(after))" : ""
    try forEachRow(
      """
      SELECT label_id, photo_id, probability FROM label_result
      WHERE probability IS NOT NULL \(condition) ORDER BY label_id, photo_id
      """
    ) { row in try body(row.integer(0), row.integer(1), row.real(2)) }
  }

  /// All places that photos were taken in.
  package func places() throws -> [Place] {
    try Row.fetchAll(db, sql: "SELECT id AS place_id, place.* FROM place").compactMap(Place.init)
  }

  /// Row ids and cameras.
  package func cameras() throws -> [(id: Int64, camera: Camera)] {
    try Row.fetchAll(db, sql: "SELECT id, make, model FROM camera").compactMap { row in
      Camera(make: row[1], model: row[2]).map { (row[0], $0) }
    }
  }

  /// Row ids and paths of folders.
  package func folders() throws -> [(id: Int64, path: FilePath)] {
    try Row.fetchAll(db, sql: "SELECT id, path FROM folder").map { ($0[0], $0.filePath("path")) }
  }

  /// Row ids, vocabularies and names of classes.
  package func classes() throws -> [(id: Int64, vocabulary: String, name: String)] {
    try Row.fetchAll(db, sql: "SELECT id, vocabulary, name FROM label_class")
      .map { ($0[0], $0[1], $0[2]) }
  }

  /// Row ids and names of models.
  package func models() throws -> [(id: Int64, name: String)] {
    try Row.fetchAll(db, sql: "SELECT id, name FROM model ORDER BY id").map { ($0[0], $0[1]) }
  }

  /// Row ids of the photos that changed.
  package func changedPhotos() throws -> [Int64] {
    try Int64.fetchAll(db, sql: "SELECT id FROM photo WHERE version > \(after)")
  }

  /// The photos among `ids` in chronological order; for deciding between photos of one instant.
  package func inOrder(_ ids: [Int64]) throws -> [Int64] {
    let list = ids.map(String.init).joined(separator: ", ")
    return try Int64.fetchAll(
      db,
      sql: """
        SELECT id FROM photo WHERE id IN (\(list)) ORDER BY \(SearchStore.chronological)
        """)
  }

  private func forEachRow(_ sql: String, _ body: (FeedRow) throws -> Void) throws {
    let statement = try db.makeStatement(sql: sql)
    let row = FeedRow(statement: statement.sqliteStatement)
    while true {
      switch sqlite3_step(statement.sqliteStatement) {
      case SQLITE_ROW: try body(row)
      case SQLITE_DONE:
        sqlite3_reset(statement.sqliteStatement)
        return
      case let code:
        sqlite3_reset(statement.sqliteStatement)
        throw DatabaseError(resultCode: ResultCode(rawValue: code), sql: sql)
      }
    }
  }
}

/// The current row of a statement.
private struct FeedRow {
  let statement: OpaquePointer

  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }
  func real(_ column: Int32) -> Double { sqlite3_column_double(statement, column) }
  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }
  func number(_ column: Int32) -> Double? { isNull(column) ? nil : real(column) }

  func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
    let start = sqlite3_column_blob(statement, column)
    return UnsafeRawBufferPointer(
      start: start, count: Int(sqlite3_column_bytes(statement, column)))
  }
}

extension SearchStore {
  /// Reads the catalogue for an index: all that `body` reads is of one moment.
  ///
  /// - Parameter version: photos changed after this version; 0 for all.
  package func feed<Result>(
    after version: Int64 = 0, _ body: (IndexFeed) throws -> Result
  ) throws -> Result {
    try read { db in
      // A walk over whole tables has no use for a large cache; it would only stay behind.
      if version == 0 { try db.execute(sql: "PRAGMA cache_size = -8192") }
      defer {
        if version == 0 {
          db.releaseMemory()
          try? db.execute(sql: "PRAGMA cache_size = \(CatalogDatabase.cacheSize)")
        }
      }
      return try body(IndexFeed(db, after: version))
    }
  }
}
