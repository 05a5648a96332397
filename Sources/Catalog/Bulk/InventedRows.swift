internal import Foundation
internal import GRDB
internal import PhotoCore

/// The statements that write invented photos, prepared once.
struct InventedRows {
  private let objectClasses: [Int64]
  private let sceneClasses: [Int64]
  private let photo: Statement
  private let file: Statement
  private let object: Statement
  private let scene: Statement
  private let place: Statement
  private let folder: Statement
  private var places: Set<Int64> = []
  private var folders = 0

  /// A card's worth of photos for each folder.
  private static let photosInFolder = 700

  init(_ db: Database, objectClasses: [Int64], sceneClasses: [Int64]) throws {
    self.objectClasses = objectClasses
    self.sceneClasses = sceneClasses
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

  mutating func insert(_ made: InventedPhoto) throws {
    try insertPlace(of: made)
    if made.number % Self.photosInFolder == 1 {
      folders += 1
      try folder.execute(arguments: [folders, Data("/home/traveller/Pictures/\(folders)".utf8)])
    }
    try insertPhoto(made)
    try file.execute(arguments: [made.number, folders, Data(made.fileName.utf8)])
    for (rank, box) in made.objects.enumerated() {
      try object.execute(arguments: [
        made.number, rank, objectClasses[box.classNumber], box.confidence, box.size.width,
        box.size.height,
      ])
    }
    for (rank, score) in made.scenes.enumerated() {
      try scene.execute(arguments: [
        made.number, rank, sceneClasses[score.classNumber], score.probability,
      ])
    }
  }

  private mutating func insertPlace(of made: InventedPhoto) throws {
    guard let found = made.place, places.insert(found.id).inserted else { return }
    try place.execute(arguments: [
      found.id, found.city, found.region, found.country, found.countryName, found.timeZone,
    ])
  }

  private func insertPhoto(_ made: InventedPhoto) throws {
    var hash = Data(count: 32)
    withUnsafeBytes(of: made.hashWord) { hash.replaceSubrange(0..<8, with: $0) }
    let wall = made.wallMilliseconds
    let offset = made.offsetMinutes
    try photo.execute(arguments: [
      made.number, hash, wall, offset, wall.map { _ in "exif" }, offset.map { _ in "camera" },
      wall.map { $0 - Int64(offset ?? 0) * 60_000 }, made.coordinate?.latitude,
      made.coordinate?.longitude, made.coordinate.map { _ in "exif" }, made.camera, made.place?.id,
      made.sun?.altitude, made.sun?.isRising, made.fileName, made.colour,
    ])
  }
}
