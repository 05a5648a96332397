internal import GRDB
internal import PhotoCore

/// Corrections: each is one transaction, and undone in one.
package struct ChangeStore: CatalogStore, Sendable {
  let database: CatalogDatabase

  /// The photos whose clock a shift would correct: row ids, in order of their time.
  package func photos(of shift: ClockShift) throws -> [Int64] {
    try read { try Self.photos(of: shift, $0) }
  }

  /// Corrects a camera's clock from now on, for photos that come later, too.
  ///
  /// - Returns: the change, by which it can be undone.
  package func add(_ shift: ClockShift, summary: String, at milliseconds: Int64) throws -> Change {
    let change = try write { db in
      let photos = try Self.photos(of: shift, db)
      let change = try Self.insert(
        .clock, summary: summary, photoCount: photos.count, at: milliseconds, db)
      try db.execute(
        sql: """
          INSERT INTO clock_shift (change_id, camera_id, shift_ms, from_wall_ms, to_wall_ms)
          VALUES (?, ?, ?, ?, ?)
          """,
        arguments: [
          change.id, try shift.camera.map { try PhotoStore.cameraID(of: $0, db) },
          shift.milliseconds,
          shift.from?.milliseconds, shift.before?.milliseconds,
        ])
      for photo in photos { try database.photos.derive(photo, db) }
      return change
    }
    try database.photos.settleOrder()
    return change
  }

  /// Gives photos their positions, whatever they had before.
  package func give(
    _ positions: [GivenPosition], summary: String, at milliseconds: Int64
  ) throws -> Change {
    let change = try write { db in
      let change = try Self.insert(
        .position, summary: summary, photoCount: positions.count, at: milliseconds, db)
      for given in positions {
        try db.cachedStatement(
          sql: """
            INSERT INTO given_position (photo_id, change_id, latitude, longitude, altitude, source)
            VALUES (?, ?, ?, ?, ?, ?)
            """
        ).execute(arguments: [
          given.photo, change.id, given.position.coordinate.latitude,
          given.position.coordinate.longitude, given.position.altitude,
          given.position.source.rawValue,
        ])
        try database.photos.derive(given.photo, db)
      }
      return change
    }
    try database.photos.settleOrder()
    return change
  }

  /// The changes that hold, oldest first.
  package func all() throws -> [Change] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM change ORDER BY id").compactMap(Change.init(row:))
    }
  }

  /// Takes a change back, as if it had never been made; later ones stay.
  ///
  /// - Returns: the change; nil where there is none of this number.
  package func undo(_ id: Int64) throws -> Change? {
    let change = try write { db -> Change? in
      guard
        let change = try Row.fetchOne(db, sql: "SELECT * FROM change WHERE id = ?", arguments: [id])
          .flatMap(Change.init(row:))
      else { return nil }
      var photos = try Int64.fetchAll(
        db, sql: "SELECT photo_id FROM given_position WHERE change_id = ?", arguments: [id])
      if let shift = try Row.fetchOne(
        db, sql: "SELECT * FROM clock_shift WHERE change_id = ?", arguments: [id])
      {
        photos += try Self.photos(
          camera: shift["camera_id"], from: shift["from_wall_ms"], before: shift["to_wall_ms"], db)
      }
      try db.execute(sql: "DELETE FROM change WHERE id = ?", arguments: [id])
      for photo in photos { try database.photos.derive(photo, db) }
      return change
    }
    if change != nil { try database.photos.settleOrder() }
    return change
  }

  /// Takes the last position back that was given to this photo alone.
  ///
  /// - Returns: false where there is none.
  package func takeBackPosition(of photo: Int64) throws -> Bool {
    let change = try read { db in
      try Int64.fetchOne(
        db,
        sql: """
          SELECT change.id FROM given_position JOIN change ON change.id = change_id
          WHERE photo_id = ? AND photos = 1 ORDER BY change.id DESC LIMIT 1
          """, arguments: [photo])
    }
    return try change.map { try undo($0) != nil } ?? false
  }

  /// What the clock of a camera is corrected by at a moment of its own, in milliseconds: all
  /// corrections that hold then, together.
  static func clockShift(of camera: Int64?, at wall: WallTime, _ db: Database) throws -> Int64 {
    try Int64.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT coalesce(sum(shift_ms), 0) FROM clock_shift
          WHERE camera_id IS ?1 AND coalesce(from_wall_ms <= ?2, 1) AND coalesce(to_wall_ms > ?2, 1)
          """), arguments: [camera, wall.milliseconds]) ?? 0
  }

  private static func insert(
    _ kind: Change.Kind, summary: String, photoCount photos: Int, at milliseconds: Int64,
    _ db: Database
  ) throws -> Change {
    try db.execute(
      sql: "INSERT INTO change (kind, summary, photos, made_ms) VALUES (?, ?, ?, ?)",
      arguments: [kind.rawValue, summary, photos, milliseconds])
    return Change(
      id: db.lastInsertedRowID, kind: kind, summary: summary, photos: photos,
      madeMilliseconds: milliseconds)
  }

  private static func photos(of shift: ClockShift, _ db: Database) throws -> [Int64] {
    let camera = try shift.camera.map { try PhotoStore.cameraID(of: $0, ifKnownIn: db) ?? -1 }
    return try photos(
      camera: camera, from: shift.from?.milliseconds, before: shift.before?.milliseconds, db)
  }

  private static func photos(
    camera: Int64?, from: Int64?, before: Int64?, _ db: Database
  ) throws -> [Int64] {
    try Int64.fetchAll(
      db,
      sql: """
        SELECT id FROM photo
        WHERE camera_id IS ?1 AND coalesce(content_wall_ms, name_wall_ms) IS NOT NULL
          AND coalesce(content_time_source, '') <> 'gps'
          AND coalesce(coalesce(content_wall_ms, name_wall_ms) >= ?2, 1)
          AND coalesce(coalesce(content_wall_ms, name_wall_ms) < ?3, 1)
        ORDER BY coalesce(content_wall_ms, name_wall_ms), id
        """, arguments: [camera, from, before])
  }
}

extension Change {
  fileprivate init?(row: Row) {
    guard let kind: Kind = row.value("kind") else { return nil }
    self.init(
      id: row["id"], kind: kind, summary: row["summary"], photos: row["photos"],
      madeMilliseconds: row["made_ms"])
  }
}
