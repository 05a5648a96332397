internal import GRDB
package import PhotoCore

/// What networks saw on a photo that is known already.
package struct RecognisedPhoto: Hashable, Sendable {
  /// The catalogue's row id.
  package let photo: Int64
  /// What they saw.
  package let recognition: PhotoRecognition

  package init(photo: Int64, recognition: PhotoRecognition) {
    self.photo = photo
    self.recognition = recognition
  }
}

/// Results that come after the import.
package struct RecognitionStore: CatalogStore, Sendable {
  let database: CatalogDatabase

  /// Stores a batch in one transaction: each replaces what the same networks saw on the photo before;
  /// results of other networks stay beside it. A photo that is not known is left out.
  ///
  /// - Returns: the photos whose results the tables refused, each with the sentence for the user; what
  ///   they had before stays.
  /// - Throws: ``CatalogError``; also where a result names a network or class that was not
  ///   ``RegisteredModelStore/register(_:)``ed. Nothing is stored then.
  @discardableResult
  package func store(
    _ batch: [RecognisedPhoto], at milliseconds: Int64
  ) throws -> [Int64: CatalogError] {
    try write { db in
      var refused: [Int64: CatalogError] = [:]
      for recognised in batch {
        let stored = try unlessRefused(db) { try self.store(recognised, at: milliseconds, db) }
        if case .failure(let error) = stored { refused[recognised.photo] = error }
      }
      return refused
    }
  }

  private func store(
    _ recognised: RecognisedPhoto, at milliseconds: Int64, _ db: Database
  ) throws {
    let photo = recognised.photo
    // Also counts the photo as changed, for whoever keeps a copy.
    try db.cachedStatement(sql: "UPDATE photo SET version = version WHERE id = ?")
      .execute(arguments: [photo])
    guard db.changesCount > 0 else { return }
    let models = [recognised.recognition.detector, recognised.recognition.classifier]
    for model in models.compactMap({ $0 }) { try Self.forget(model, photo, db) }
    try insert(recognised.recognition, photo: photo, at: milliseconds, db)
    try db.execute(sql: ActiveModelSQL.settle(photo: photo))
  }

  /// Deletes what a network saw on a photo.
  private static func forget(_ name: String, _ photo: Int64, _ db: Database) throws {
    let model = try model(name, db)
    for table in ["object", "scene", "embedding", "photo_model"] {
      try db.cachedStatement(sql: "DELETE FROM \(table) WHERE photo_id = ? AND model_id = ?")
        .execute(arguments: [photo, model.id])
    }
  }
}
