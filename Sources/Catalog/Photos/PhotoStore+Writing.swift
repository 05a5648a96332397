internal import GRDB
internal import PhotoCore

/// The rows of one photo.
extension CatalogDatabase {
  /// Inserts what the bytes alone say; ``refreshPhoto(_:_:)`` adds what depends on its places.
  func insertPhoto(
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

  /// Inserts what networks saw on a photo at which none of them has looked, and that they have.
  func insert(
    _ recognition: PhotoRecognition, photo: Int64, at milliseconds: Int64, _ db: Database
  ) throws {
    try insertObjects(recognition, photo: photo, db)
    try insertScenes(recognition, photo: photo, db)
    for (model, isThorough) in [
      (recognition.detector, recognition.isThorough), (recognition.classifier, false),
    ] {
      guard let model = try model.map({ try Self.model($0, db) }) else { continue }
      try db.cachedStatement(
        sql: """
          INSERT INTO photo_model (photo_id, model_id, is_thorough, analysed_ms)
          VALUES (?, ?, ?, ?)
          """
      ).execute(arguments: [photo, model.id, isThorough, milliseconds])
    }
  }

  private func insertObjects(
    _ recognition: PhotoRecognition, photo: Int64, _ db: Database
  ) throws {
    guard let detector = try recognition.detector.map({ try Self.model($0, db) }) else { return }
    for (rank, object) in recognition.objects.enumerated() {
      let box = object.box
      try db.cachedStatement(
        sql: """
          INSERT INTO object (photo_id, model_id, rank, class_id, confidence, x, y, width, height)
          VALUES (?, ?, ?, \(Self.classLookup), ?, ?, ?, ?, ?)
          """
      ).execute(arguments: [
        photo, detector.id, rank, detector.vocabulary, object.className, object.confidence,
        box.left, box.top, box.width, box.height,
      ])
    }
  }

  private func insertScenes(
    _ recognition: PhotoRecognition, photo: Int64, _ db: Database
  ) throws {
    guard let classifier = try recognition.classifier.map({ try Self.model($0, db) }) else {
      return
    }
    for (rank, scene) in recognition.scenes.enumerated() {
      try db.cachedStatement(
        sql: """
          INSERT INTO scene (photo_id, model_id, rank, class_id, probability)
          VALUES (?, ?, ?, \(Self.classLookup), ?)
          """
      ).execute(arguments: [
        photo, classifier.id, rank, classifier.vocabulary, scene.className, scene.probability,
      ])
    }
    guard let embedding = recognition.embedding else { return }
    try db.execute(
      sql: "INSERT INTO embedding (photo_id, model_id, vector) VALUES (?, ?, ?)",
      arguments: [photo, classifier.id, embedding.data])
  }

  /// Brings up to date what depends on where the photo's files are: its first place, the date in a
  /// file's name where the bytes have none, and its rank among photos of the same moment.
  ///
  /// The first place is a present file rather than a missing one, ours rather than the card it was
  /// imported from, and the first found among equals: the same whatever order the analysis had.
  func refreshPhoto(_ photo: Int64, _ db: Database) throws {
    let places = try Row.fetchAll(
      db,
      sql: """
        SELECT file.id, folder.path AS folder, file.name, file.mtime_ns
        FROM file JOIN folder ON folder.id = file.folder_id WHERE file.photo_id = ?
        ORDER BY file.missing_since_ms IS NOT NULL, file.role = 'import_source', file.id
        """, arguments: [photo])
    let facts = places.map { names($0.filePath("name")) }
    let dated = facts.first { $0.time != nil }
    let modified: Int64? = places.first?["mtime_ns"]
    try db.execute(
      sql: """
        UPDATE photo SET primary_file_id = ?, name_order = ?, file_mtime_ns = ?, name_wall_ms = ?,
          name_offset_minutes = ? WHERE id = ?
        """,
      arguments: [
        places.first?["id"] as Int64?, facts.first?.order ?? "", modified ?? 0,
        dated?.time?.milliseconds, dated?.isUTC == true ? 0 : nil, photo,
      ])
    try derive(photo, db)
  }

  private static let classLookup =
    "(SELECT id FROM label_class WHERE vocabulary = ? AND name = ?)"

  static func model(
    _ name: String, _ db: Database
  ) throws -> (id: Int64, vocabulary: String) {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT id, vocabulary FROM model WHERE name = ?"),
      arguments: [name])
    guard let row else { throw CatalogError.unknownModel(name) }
    return (row["id"], row["vocabulary"])
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
