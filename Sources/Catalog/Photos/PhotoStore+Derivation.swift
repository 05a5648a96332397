internal import Derivation
internal import GRDB
internal import Geography
internal import PhotoCore

/// Keeps the derived columns of photos true.
extension PhotoStore {
  /// Recomputes time, offset, place and light of one photo.
  func derive(_ photo: Int64, _ db: Database) throws {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT photo.*, given.latitude AS given_latitude, given.longitude AS given_longitude,
            given.altitude AS given_altitude, given.source AS given_source
          FROM photo LEFT JOIN given_position AS given ON given.photo_id = photo.id
          WHERE photo.id = ? ORDER BY given.change_id DESC LIMIT 1
          """), arguments: [photo])
    guard let row else { return }
    let time = PhotoRules.time(
      content: CaptureTime(contentOf: row), name: CaptureTime(nameOf: row))
    let shift =
      try time.map { try ChangeStore.clockShift(of: row["camera_id"], at: $0.wall, db) } ?? 0
    let position = PhotoRules.position(
      given: Position(prefix: "given", source: "given_source", row),
      content: Position(prefix: "content", source: "content_position_source", row))
    let derived = database.rules.derive(time: time, shift: shift, position: position)
    if let place = derived.place { try Self.insert(place, db) }
    try Self.update(photo, with: derived, db)
  }

  private static func update(
    _ photo: Int64, with derived: PhotoDerivation, _ db: Database
  ) throws {
    let point = derived.position?.coordinate
    try db.cachedStatement(
      sql: """
        UPDATE photo SET taken_wall_ms = ?, utc_offset_minutes = ?, offset_source = ?,
          time_source = ?, clock_shift_ms = ?, order_ms = ?, latitude = ?, longitude = ?,
          altitude = ?, position_source = ?, place_id = ?, sun_altitude = ?, sun_is_rising = ?
        WHERE id = ?
        """
    ).execute(arguments: [
      derived.taken?.wall.milliseconds, derived.taken?.utcOffsetMinutes,
      derived.taken?.offsetSource?.rawValue, derived.taken?.source.rawValue, derived.clockShift,
      derived.orderInstant, point?.latitude, point?.longitude, derived.position?.altitude,
      derived.position?.source.rawValue, derived.place?.id, derived.sun?.altitude,
      derived.sun?.isRising, photo,
    ])
  }

  private static func insert(_ place: Place, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO place (id, city, region, country, country_name, time_zone)
        VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET city = excluded.city, region = excluded.region,
          country = excluded.country, country_name = excluded.country_name,
          time_zone = excluded.time_zone
        WHERE (city, country, country_name, time_zone, region)
          IS NOT (excluded.city, excluded.country, excluded.country_name, excluded.time_zone,
            excluded.region)
        """
    ).execute(arguments: [
      place.id, place.city, place.region, place.country, place.countryName, place.timeZone,
    ])
  }

  /// Looks up the places of all photos again where the gazetteer is another one than last time.
  ///
  /// In batches, so that a reader never waits and an interruption loses nothing: the next run
  /// begins again.
  ///
  /// - Parameter onStart: called once, with the number of photos, before the first is looked up.
  package func deriveAgainIfNeeded(onStart: (Int) -> Void = { _ in }) throws {
    let wanted = database.rules.gazetteer?.version ?? "none"
    let known = try read { try SettingStore.setting(.gazetteer, $0) }
    // Without a gazetteer the places of an earlier one are better than nothing.
    guard known != wanted, database.rules.gazetteer != nil || known == nil else { return }
    let ids = try read { try Int64.fetchAll($0, sql: "SELECT id FROM photo ORDER BY id") }
    if !ids.isEmpty { onStart(ids.count) }
    for start in stride(from: 0, to: ids.count, by: 2000) {
      try write { db in
        for id in ids[start..<min(start + 2000, ids.count)] { try self.derive(id, db) }
      }
    }
    try settleOrder()
    try write { try SettingStore.set(.gazetteer, to: wanted, $0) }
  }
}

extension CaptureTime {
  /// What the file's bytes say; nil for nothing.
  fileprivate init?(contentOf row: Row) {
    guard let wall: Int64 = row["content_wall_ms"],
      let source: TimeSource = row.value("content_time_source")
    else { return nil }
    self.init(
      wall: WallTime(milliseconds: wall), utcOffsetMinutes: row["content_offset_minutes"],
      source: source)
  }

  /// What the file's name says; nil for nothing.
  fileprivate init?(nameOf row: Row) {
    guard let wall: Int64 = row["name_wall_ms"] else { return nil }
    self.init(
      wall: WallTime(milliseconds: wall), utcOffsetMinutes: row["name_offset_minutes"],
      source: .fileName)
  }
}

extension Position {
  /// The position in the columns of a prefix; nil where they are empty.
  fileprivate init?(prefix: String, source sourceColumn: String, _ row: Row) {
    guard let latitude: Double = row["\(prefix)_latitude"],
      let longitude: Double = row["\(prefix)_longitude"],
      let coordinate = Coordinate(latitude: latitude, longitude: longitude),
      let source: PositionSource = row.value(sourceColumn)
    else { return nil }
    self.init(coordinate: coordinate, altitude: row["\(prefix)_altitude"], source: source)
  }
}
