internal import Foundation
internal import GRDB
internal import PhotoCore

/// `like:` — photos whose embedding points the same way.
extension SearchStore {
  /// The least cosine at which two photos count as similar; see `docs/recognition.md`.
  package static let leastLikeness = 0.5

  /// The photos similar to the one that `text` names, itself included, with the cosine of their
  /// embeddings.
  ///
  /// - Parameter text: the name of a file, the end of a path, or at least eight digits of a SHA-256.
  /// - Returns: nil where it names no photo with an embedding, or several.
  package func similar(to text: String) throws -> [Int64: Double]? {
    try read { db in
      guard let photo = try Self.photo(named: text, db),
        let own = try Row.fetchOne(
          db, sql: Self.activeEmbedding, arguments: [photo])
      else { return nil }
      let target = Self.normalised(own["vector"])
      var found: [Int64: Double] = [photo: 1]
      let rows = try Row.fetchCursor(
        db, sql: "SELECT photo_id, vector FROM embedding WHERE model_id = ?",
        arguments: [own["model_id"] as Int64])
      while let row = try rows.next() {
        let vector = Self.normalised(row["vector"])
        guard vector.count == target.count else { continue }
        var cosine: Float = 0
        for index in target.indices { cosine += target[index] * vector[index] }
        if Double(cosine) >= Self.leastLikeness, row["photo_id"] != photo {
          found[row["photo_id"]] = min(1, Double(cosine))
        }
      }
      return found
    }
  }

  /// Embeddings of different models have nothing to do with each other: that of the active model is
  /// compared, or, where it has none, that of the one that looked last.
  private static let activeEmbedding = """
    SELECT model_id, vector FROM embedding JOIN photo_model USING (photo_id, model_id)
    WHERE photo_id = ? ORDER BY is_silent, analysed_ms DESC, model_id DESC LIMIT 1
    """

  private static func photo(named text: String, _ db: Database) throws -> Int64? {
    let bytes = Array(text.utf8)
    let name = text.split(separator: "/").last.map { Data($0.utf8) } ?? Data()
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT DISTINCT file.photo_id, folder.path FROM file JOIN folder ON folder.id = file.folder_id
        WHERE file.name = ? AND file.photo_id IS NOT NULL
        """, arguments: [name])
    let wanted = String(text.dropLast(name.count))
    var ids = Set(
      rows.filter { row in
        wanted.isEmpty || (row.filePath("path").description + "/").hasSuffix(wanted)
      }.map { $0["photo_id"] as Int64 })
    if ids.isEmpty, bytes.count >= 8, text.allSatisfy(\.isHexDigit) {
      ids = Set(
        try Int64.fetchAll(
          db, sql: "SELECT id FROM photo WHERE substr(hex(sha256), 1, ?) = ? LIMIT 2",
          arguments: [bytes.count, text.uppercased()]))
    }
    return ids.count == 1 ? ids.first : nil
  }

  /// Half-precision numbers as a vector of length 1.
  private static func normalised(_ data: Data) -> [Float] {
    var vector = data.withUnsafeBytes { bytes in
      (0..<bytes.count / 2).map { index in
        let bits = bytes.loadUnaligned(fromByteOffset: index * 2, as: UInt16.self)
        return Float(Float16(bitPattern: UInt16(littleEndian: bits)))
      }
    }
    let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    guard length > 0 else { return vector }
    for index in vector.indices { vector[index] /= length }
    return vector
  }
}
