internal import GRDB
package import PhotoCore

/// Where two networks with the same classes see different things: numbers over all photos that both
/// have looked at. A class counts on a photo where a network's surest box or scene of it reaches the
/// threshold of that network's own record.
package struct ModelComparison: Hashable, Sendable {
  /// What both do.
  package let task: RecognitionTask
  /// The vocabulary of both.
  package let vocabulary: String
  /// The two networks.
  package let first, second: ComparedModel
  /// Photos that both have looked at.
  package let photos: Int
  /// Photos whose surest scene is another for each, whatever its probability; nil for detectors.
  package let topDiffers: Int?
  /// The classes that count on some photo for one of them, most disagreement first, then by name.
  package let classes: [ClassComparison]
}

/// A network that is compared.
package struct ComparedModel: Hashable, Sendable {
  /// The id of its record.
  package let model: String
  /// From which confidence its results count here, 0...1.
  package let threshold: Double
  let id: Int64
}

/// How often two networks see a class.
package struct ClassComparison: Hashable, Sendable {
  /// The canonical name of the class.
  package let className: String
  /// Photos on which only the first network sees it.
  package let onlyFirst: Int
  /// Photos on which both do.
  package let both: Int
  /// Photos on which only the second does.
  package let onlySecond: Int

  package init(className: String, onlyFirst: Int, both: Int, onlySecond: Int) {
    self.className = className
    self.onlyFirst = onlyFirst
    self.both = both
    self.onlySecond = onlySecond
  }

  /// Photos on which they disagree.
  package var disagreement: Int { onlyFirst + onlySecond }
}

extension RegisteredModelStore {
  /// Compares what two networks saw. Reads all their results: seconds for a hundred thousand photos.
  ///
  /// - Throws: ``CatalogError/unknownModel(_:)`` for one that made no results,
  ///   ``CatalogError/notComparable(_:_:)`` for two that are the same, or not of one task and vocabulary.
  package func comparison(_ first: String, _ second: String) throws -> ModelComparison {
    try read { db in
      let pair = try ComparedPair(first, second, db)
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT name, sum(first AND NOT second) AS only_first, sum(first AND second) AS both,
            sum(second AND NOT first) AS only_second
          FROM (\(pair.seen)) JOIN label_class ON label_class.id = class_id GROUP BY class_id
          ORDER BY only_first + only_second DESC, name
          """, arguments: pair.arguments)
      let photos = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM (\(pair.photos))", arguments: pair.arguments)
      return ModelComparison(
        task: pair.task, vocabulary: pair.vocabulary, first: pair.first, second: pair.second,
        photos: photos ?? 0, topDiffers: try pair.topDifferences(db),
        classes: rows.map { row in
          ClassComparison(
            className: row["name"], onlyFirst: row["only_first"], both: row["both"],
            onlySecond: row["only_second"])
        })
    }
  }
}

/// Two networks that can be compared, and the SQL that all questions about them share.
struct ComparedPair {
  let task: RecognitionTask
  let vocabulary: String
  let first, second: ComparedModel

  init(_ first: String, _ second: String, _ db: Database) throws {
    func row(_ name: String) throws -> Row {
      let row = try Row.fetchOne(db, sql: "SELECT * FROM model WHERE name = ?", arguments: [name])
      guard let row else { throw CatalogError.unknownModel(name) }
      return row
    }
    let rows = (try row(first), try row(second))
    guard first != second, let task: RecognitionTask = rows.0.value("task"),
      task == rows.1.value("task"),
      rows.0["vocabulary"] as String == rows.1["vocabulary"] as String
    else { throw CatalogError.notComparable(first, second) }
    self.task = task
    vocabulary = rows.0["vocabulary"]
    self.first = ComparedModel(row: rows.0)
    self.second = ComparedModel(row: rows.1)
  }

  var table: String { task == .detection ? "object" : "scene" }
  var column: String { task == .detection ? "confidence" : "probability" }

  /// Named, since each question uses some of them several times.
  var arguments: StatementArguments {
    [
      "first": first.id, "second": second.id, "least_first": first.threshold,
      "least_second": second.threshold,
    ]
  }

  /// The photos that both have analysed and that still have a file: `photo_id`.
  var photos: String {
    """
    SELECT one.photo_id FROM photo_model AS one JOIN photo_model AS other USING (photo_id)
    JOIN photo ON photo.id = one.photo_id
    WHERE one.model_id = :first AND other.model_id = :second AND primary_file_id IS NOT NULL
      AND :least_first >= 0 AND :least_second >= 0
    """
  }

  /// For each of these photos and each class that counts there: for whom, and how surely at best,
  /// whether or not that counts.
  var seen: String {
    """
    SELECT class_id, photo_id, best_first, best_second,
      ifnull(best_first >= :least_first, 0) AS first,
      ifnull(best_second >= :least_second, 0) AS second
    FROM (
      SELECT class_id, photo_id, max(iif(model_id = :first, \(column), NULL)) AS best_first,
        max(iif(model_id = :second, \(column), NULL)) AS best_second
      FROM \(table) WHERE model_id IN (:first, :second) AND photo_id IN (\(photos))
      GROUP BY class_id, photo_id)
    WHERE best_first >= :least_first OR best_second >= :least_second
    """
  }

  /// Photos whose surest scene is another for each: `photo_id`, `best_first`, `best_second`.
  var differing: String {
    """
    SELECT one.photo_id, one.probability AS best_first, other.probability AS best_second
    FROM scene AS one JOIN scene AS other USING (photo_id)
    WHERE one.model_id = :first AND other.model_id = :second AND one.rank = 0 AND other.rank = 0
      AND one.class_id <> other.class_id AND one.photo_id IN (\(photos))
    """
  }

  fileprivate func topDifferences(_ db: Database) throws -> Int? {
    guard task == .classification else { return nil }
    return try Int.fetchOne(
      db, sql: "SELECT count(*) FROM (\(differing))", arguments: arguments)
  }
}

extension ComparedModel {
  fileprivate init(row: Row) {
    self.init(model: row["name"], threshold: row["threshold"], id: row["id"])
  }
}
