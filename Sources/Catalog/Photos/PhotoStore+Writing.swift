internal import Derivation
internal import Foundation
internal import GRDB
internal import PhotoCore

/// The rows of one photo.
extension PhotoStore {
  /// Inserts what the bytes alone say; ``refresh(_:_:)`` adds what depends on its places.
  func insert(
    _ hash: ContentHash, bytes: Int64, _ found: PhotoFinding, _ db: Database
  ) throws -> Int64 {
    let camera = try found.camera.map { try Self.cameraID(of: $0, db) }
    try db.execute(
      sql: """
        INSERT INTO photo (sha256, bytes, format, width, height, orientation, content_wall_ms,
          content_offset_minutes, content_time_source, content_latitude, content_longitude,
          content_altitude, direction, content_position_source, camera_id, warning, colour)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        hash.data, bytes, found.format.rawValue, found.size.width, found.size.height,
        found.orientation.rawValue, found.taken?.wall.milliseconds,
        found.taken?.utcOffsetMinutes, found.taken?.source.rawValue,
        found.position?.coordinate.latitude, found.position?.coordinate.longitude,
        found.position?.altitude, found.position?.direction, found.position?.source.rawValue,
        camera, found.warning?.rawValue, found.colour,
      ])
    return db.lastInsertedRowID
  }

  /// Brings up to date what depends on where the photo's files are: its first place, the date in a
  /// file's name where the bytes have none, and its rank among photos of the same moment.
  ///
  /// The first place is a present file rather than a missing one, ours rather than the card it was
  /// imported from, and the first found among equals: the same whatever order the analysis had.
  func refresh(_ photo: Int64, _ db: Database) throws {
    let places = try Row.fetchAll(
      db,
      sql: """
        SELECT file.id, folder.path AS folder, file.name, file.mtime_ns
        FROM file JOIN folder ON folder.id = file.folder_id WHERE file.photo_id = ?
        ORDER BY file.missing_since_ms IS NOT NULL, file.role = 'import_source', file.id
        """, arguments: [photo])
    let facts = NameFacts(ofPhotoAt: places.map { $0.filePath("name") }, now: Self.now)
    let modified: Int64? = places.first?["mtime_ns"]
    try db.execute(
      sql: """
        UPDATE photo SET primary_file_id = ?, name_order = ?, file_mtime_ns = ?, name_wall_ms = ?,
          name_offset_minutes = ? WHERE id = ?
        """,
      arguments: [
        places.first?["id"] as Int64?, facts.order, modified ?? 0,
        facts.taken?.wall.milliseconds, facts.taken?.utcOffsetMinutes, photo,
      ])
    try derive(photo, db)
  }

  /// The present in UTC: a name's date that lies in the future is not believed.
  private static var now: WallTime {
    WallTime(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
  }

  static func cameraID(of camera: Camera, _ db: Database) throws -> Int64 {
    try db.execute(
      sql: "INSERT INTO camera (make, model) VALUES (?, ?) ON CONFLICT DO NOTHING",
      arguments: [camera.make ?? "", camera.model ?? ""])
    return try cameraID(of: camera, ifKnownIn: db) ?? 0
  }

  static func cameraID(of camera: Camera, ifKnownIn db: Database) throws -> Int64? {
    try Int64.fetchOne(
      db, sql: "SELECT id FROM camera WHERE make = ? AND model = ?",
      arguments: [camera.make ?? "", camera.model ?? ""])
  }
}
