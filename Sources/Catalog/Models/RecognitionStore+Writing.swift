internal import GRDB
internal import PhotoCore

/// The rows of results.
extension RecognitionStore {
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
}
