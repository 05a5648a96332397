internal import GRDB
internal import PhotoCore
internal import Query

extension Thresholds {
  /// What a box or scene must reach, as SQL over `class_id`: only numbers, which may stand in the text.
  func least(_ task: RecognitionTask, _ db: Database) throws -> String {
    let own = self.own.filter { $0.key.task == task }.sorted { $0.key < $1.key }
    var cases = ""
    for (reference, confidence) in own {
      let id = try Int64.fetchOne(
        db, sql: "SELECT id FROM label_class WHERE vocabulary = ? AND name = ?",
        arguments: [reference.vocabulary, reference.className])
      if let id { cases += " WHEN \(id) THEN \(confidence)" }
    }
    return cases.isEmpty
      ? "\(usual(for: task))" : "CASE class_id\(cases) ELSE \(usual(for: task)) END"
  }
}
