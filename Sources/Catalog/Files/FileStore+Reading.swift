internal import GRDB
package import PhotoCore

/// The lines of `meridian files`.
extension FileStore {
  /// Calls `body` with every file, ordered by folder and name in byte order.
  ///
  /// One snapshot, one row at a time: a million files need no more memory than one.
  package func forEach(
    state: FileState? = nil, _ body: (FileRecord) throws -> Void
  ) throws {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT file.*, \(Self.derivedState) AS derived_state, folder.path AS folder,
            photo.sha256 AS photo_sha256, photo.width, photo.height, photo.orientation,
            photo.taken_wall_ms, photo.utc_offset_minutes, photo.time_source, photo.latitude,
            photo.longitude, photo.altitude, photo.direction, photo.position_source,
            photo.warning, camera.make, camera.model,
            first_folder.path AS first_folder, first_file.name AS first_name
          FROM file JOIN folder ON folder.id = file.folder_id
          LEFT JOIN photo ON photo.id = file.photo_id
          LEFT JOIN camera ON camera.id = photo.camera_id
          LEFT JOIN file AS first_file ON first_file.id = photo.primary_file_id
          LEFT JOIN folder AS first_folder ON first_folder.id = first_file.folder_id
          WHERE ?1 IS NULL OR derived_state = ?1
          ORDER BY folder.path, file.name
          """, arguments: [state?.rawValue])
      while let row = try rows.next() {
        try body(FileRecord(row: row))
      }
    }
  }

  /// How many files are in each state, and how many were set aside for each reason.
  package func counts() throws -> FileCounts {
    try read { db in
      var counts = FileCounts()
      let states = try Row.fetchAll(
        db,
        sql: """
          SELECT \(Self.derivedState) AS state, count(*) AS n
          FROM file LEFT JOIN photo ON photo.id = file.photo_id GROUP BY 1
          """)
      for row in states {
        if let state: FileState = row.value("state") { counts.states[state] = row["n"] }
      }
      let reasons = try Row.fetchAll(
        db,
        sql: """
          SELECT reason, count(*) AS n FROM file
          WHERE state = 'set_aside' AND missing_since_ms IS NULL GROUP BY 1
          """)
      for row in reasons {
        if let reason: SetAsideReason = row.value("reason") { counts.reasons[reason] = row["n"] }
      }
      counts.warnings =
        try Int.fetchOne(
          db,
          sql: """
            SELECT count(*) FROM photo WHERE warning IS NOT NULL AND primary_file_id IS NOT NULL
            """) ?? 0
      return counts
    }
  }

  /// The state that a user sees, of the one that is stored and of how the file stands to others.
  static let derivedState = """
    CASE WHEN file.missing_since_ms IS NOT NULL THEN 'missing'
      WHEN file.state <> 'photo' THEN file.state
      WHEN photo.primary_file_id = file.id THEN 'indexed'
      ELSE 'duplicate' END
    """
}

/// How many files ended where.
package struct FileCounts: Hashable, Sendable {
  /// Files in each state; a state without files has no entry.
  package var states: [FileState: Int] = [:]
  /// Set-aside files for each reason; a reason without files has no entry.
  package var reasons: [SetAsideReason: Int] = [:]
  /// Photos that are indexed with a warning.
  package var warnings = 0

  package init() {}

  /// Files in all states together.
  package var total: Int { states.values.reduce(0, +) }

  /// Files in one state.
  package subscript(state: FileState) -> Int { states[state] ?? 0 }
}

extension FileRecord {
  init(row: Row) {
    let state: FileState = row.value("derived_state") ?? .pending
    let first: FilePath? =
      state == .duplicate ? row.filePath("first_folder").appending(row.filePath("first_name")) : nil
    let width: Int? = row["width"]
    let height: Int? = row["height"]
    let orientation: Int? = row["orientation"]
    self.init(
      path: row.filePath("folder").appending(row.filePath("name")), state: state,
      reason: state == .setAside ? row.value("reason") : nil, warning: row.value("warning"),
      sha256: row.contentHash("photo_sha256") ?? row.contentHash("sha256"), duplicateOf: first,
      bytes: row["bytes"],
      size: width.flatMap { width in height.map { PixelSize(width: width, height: $0) } },
      orientation: orientation.flatMap(Orientation.init), taken: CaptureTime(row: row),
      position: Position(row: row), camera: Camera(make: row["make"], model: row["model"]))
  }
}

extension CaptureTime {
  /// - Returns: nil where the row has no time.
  init?(row: Row) {
    guard let wall: Int64 = row["taken_wall_ms"], let source: TimeSource = row.value("time_source")
    else { return nil }
    self.init(
      wall: WallTime(milliseconds: wall), utcOffsetMinutes: row["utc_offset_minutes"],
      source: source, offsetSource: row.value("offset_source"))
  }
}

extension Place {
  /// - Returns: nil where the row has no place.
  init?(row: Row) {
    guard let id: Int64 = row["place_id"] else { return nil }
    self.init(
      id: id, city: row["city"], region: row["region"], country: row["country"],
      countryName: row["country_name"], timeZone: row["time_zone"])
  }
}

extension Sun {
  /// - Returns: nil where the sun's place is not known.
  init?(row: Row) {
    guard let altitude: Double = row["sun_altitude"] else { return nil }
    self.init(altitude: altitude, isRising: row["sun_is_rising"])
  }
}

extension Position {
  /// - Returns: nil where the row has no position.
  init?(row: Row) {
    guard let latitude: Double = row["latitude"], let longitude: Double = row["longitude"],
      let coordinate = Coordinate(latitude: latitude, longitude: longitude),
      let source: PositionSource = row.value("position_source")
    else { return nil }
    self.init(
      coordinate: coordinate, altitude: row["altitude"], direction: row["direction"],
      source: source)
  }
}
