internal import Foundation
internal import GRDB
package import PhotoCore

/// What a scene network makes of photos and of boxes on them: labels learn from it, and decoding a
/// photo costs a thousand times as much as reading it.
extension RecognitionStore {
  /// The embeddings that are known of some photos and boxes.
  ///
  /// - Parameter model: the id of the scene network that they must be of.
  package func embeddings(
    of marks: [LabelMark], by model: String
  ) throws -> [LabelMark: EmbeddingBytes] {
    try read { db in
      var found: [LabelMark: EmbeddingBytes] = [:]
      for (sql, photos) in [
        (Self.photoEmbeddings, marks.filter { $0.box == nil }.map(\.photo)),
        (Self.boxEmbeddings, marks.filter { $0.box != nil }.map(\.photo)),
      ] where !photos.isEmpty {
        let rows = try Row.fetchCursor(
          db.cachedStatement(sql: sql), arguments: [BoundIDs(Set(photos)).json, model])
        while let row = try rows.next() {
          let vector: Data = row["vector"]
          found[LabelMark(row: row)] = EmbeddingBytes(bytes: Array(vector))
        }
      }
      let wanted = Set(marks)
      return found.filter { wanted.contains($0.key) }
    }
  }

  private static let photoEmbeddings = """
    SELECT photo_id, vector, NULL AS x, NULL AS y, NULL AS width, NULL AS height FROM embedding
    WHERE photo_id IN (SELECT value FROM json_each(?))
      AND model_id = (SELECT id FROM model WHERE name = ?)
    """

  private static let boxEmbeddings = """
    SELECT photo_id, vector, x, y, width, height FROM box_embedding
    WHERE photo_id IN (SELECT value FROM json_each(?))
      AND model_id = (SELECT id FROM model WHERE name = ?)
    """

  /// Keeps embeddings of boxes; those of whole photos are the analysis' business and left out.
  ///
  /// - Throws: ``CatalogError/unknownModel(_:)`` where no photo was analysed by the network.
  package func store(
    embeddings: [LabelMark: EmbeddingBytes], by model: String
  ) throws {
    let boxed = embeddings.filter { $0.key.box != nil }
    guard !boxed.isEmpty else { return }
    try write { db in
      let id = try Int64.fetchOne(
        db, sql: "SELECT id FROM model WHERE name = ?", arguments: [model])
      guard let id else { throw CatalogError.unknownModel(model) }
      let statement = try db.cachedStatement(
        sql: """
          INSERT INTO box_embedding (photo_id, model_id, x, y, width, height, vector)
          SELECT id, ?, ?, ?, ?, ?, ? FROM photo WHERE id = ? ON CONFLICT DO NOTHING
          """)
      for (mark, vector) in boxed {
        guard let box = mark.box else { continue }
        try statement.execute(arguments: [
          id, box.left, box.top, box.width, box.height, vector.data, mark.photo,
        ])
      }
    }
  }
}
