internal import GRDB
package import PhotoCore

/// What labels are taught by. Examples belong to the photo's identity, as favourites do.
extension LabelStore {
  /// Answers for photos or boxes at once; one undo takes all of it back.
  ///
  /// - Parameters:
  ///   - answer: yes or no; nil takes answers away.
  ///   - origin: by which way.
  /// - Returns: how many answers changed; 0 makes nothing that could be undone.
  /// - Throws: ``LabelError/gone`` where there is no such label.
  package func mark(
    _ marks: [LabelMark], as answer: Bool?, of label: Int64, by origin: MarkOrigin,
    at milliseconds: Int64
  ) throws -> Int {
    try mark(marks.map { ($0, answer) }, of: label, by: origin, at: milliseconds)
  }

  /// Gives each photo or box an answer of its own; one undo takes all of it back.
  ///
  /// - Returns: how many answers changed.
  /// - Throws: ``LabelError/gone`` where there is no such label.
  package func mark(
    _ answers: [(mark: LabelMark, answer: Bool?)], of label: Int64, by origin: MarkOrigin,
    at milliseconds: Int64
  ) throws -> Int {
    try write { db in
      guard try LabelVersionStore.exists(label: label, db) else { throw LabelError.gone }
      var action: Int64?
      var changed = 0
      for (mark, answer) in answers {
        guard try Self.isKnown(mark.photo, db) else { continue }
        let before = try Self.answer(to: mark, of: label, db)
        guard before?.answer != answer else { continue }
        let number = try action ?? Self.begin(of: label, at: milliseconds, db)
        action = number
        try Self.remember(before, to: mark, in: number, db)
        let new = answer.map { StoredAnswer($0, origin: origin.rawValue, at: milliseconds) }
        try Self.set(new, to: mark, of: label, db)
        changed += 1
      }
      return changed
    }
  }

  /// Takes the label's last mark back, of however many photos it was.
  ///
  /// - Returns: the answers that are as they were before; empty where there is nothing to undo.
  package func undoMark(of label: Int64) throws -> [LabelMark] {
    try write { db in
      let action = try Int64.fetchOne(
        db, sql: "SELECT max(id) FROM label_action WHERE label_id = ?", arguments: [label])
      guard let action else { return [] }
      let rows = try Row.fetchAll(
        db, sql: "SELECT * FROM label_action_row WHERE action_id = ? ORDER BY id DESC",
        arguments: [action])
      for row in rows {
        try Self.set(StoredAnswer(row: row), to: LabelMark(row: row), of: label, db)
      }
      try db.execute(sql: "DELETE FROM label_action WHERE id = ?", arguments: [action])
      return rows.map { LabelMark(row: $0) }
    }
  }

  /// A label's examples, in the order in which they were last marked.
  package func examples(of label: Int64) throws -> [LabelExample] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT label_example.*, photo.sha256, photo.width AS photo_width,
            photo.height AS photo_height, photo.taken_wall_ms, photo.camera_id,
            folder.path AS folder, file.name
          FROM label_example JOIN photo ON photo.id = label_example.photo_id
          LEFT JOIN file ON file.id = photo.primary_file_id
          LEFT JOIN folder ON folder.id = file.folder_id
          WHERE label_id = ? ORDER BY marked_ms, label_example.id
          """, arguments: [label]
      ).compactMap(LabelExample.init(row:))
    }
  }

  /// The answers that a label has for some photos.
  package func answers(
    of label: Int64, forPhotos photos: [Int64]
  ) throws -> [LabelMark: Bool] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM label_example
          WHERE label_id = ? AND photo_id IN (SELECT value FROM json_each(?))
          """, arguments: [label, BoundIDs(photos).json])
      return Dictionary(rows.map { (LabelMark(row: $0), $0["answer"]) }) { first, _ in first }
    }
  }

  private struct StoredAnswer {
    let answer: Bool
    let origin: String
    let milliseconds: Int64

    init(_ answer: Bool, origin: String, at milliseconds: Int64) {
      self.answer = answer
      self.origin = origin
      self.milliseconds = milliseconds
    }

    /// - Returns: nil where there was no answer.
    init?(row: Row) {
      guard let answer: Bool = row["answer"], let origin: String = row["origin"],
        let milliseconds: Int64 = row["marked_ms"]
      else { return nil }
      self.init(answer, origin: origin, at: milliseconds)
    }
  }

  /// Text of the condition that a row is about a mark; `IS` also compares NULL.
  private static let isMark = "photo_id = ? AND x IS ? AND y IS ? AND width IS ? AND height IS ?"

  private static func isKnown(_ photo: Int64, _ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM photo WHERE id = ?)"),
      arguments: [photo]) ?? false
  }

  private static func answer(
    to mark: LabelMark, of label: Int64, _ db: Database
  ) throws -> StoredAnswer? {
    try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT * FROM label_example WHERE label_id = ? AND \(isMark)"),
      arguments: [label] + mark.arguments
    ).flatMap(StoredAnswer.init(row:))
  }

  private static func begin(of label: Int64, at milliseconds: Int64, _ db: Database) throws -> Int64
  {
    try db.execute(
      sql: "INSERT INTO label_action (label_id, made_ms) VALUES (?, ?)",
      arguments: [label, milliseconds])
    return db.lastInsertedRowID
  }

  private static func remember(
    _ before: StoredAnswer?, to mark: LabelMark, in action: Int64, _ db: Database
  ) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO label_action_row
          (action_id, photo_id, x, y, width, height, answer, origin, marked_ms)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(
      arguments: [action] + mark.arguments
        + [before?.answer, before?.origin, before?.milliseconds])
  }

  private static func set(
    _ answer: StoredAnswer?, to mark: LabelMark, of label: Int64, _ db: Database
  ) throws {
    try db.cachedStatement(sql: "DELETE FROM label_example WHERE label_id = ? AND \(isMark)")
      .execute(arguments: [label] + mark.arguments)
    guard let answer else { return }
    try db.cachedStatement(
      sql: """
        INSERT INTO label_example
          (label_id, photo_id, x, y, width, height, answer, origin, marked_ms)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(
      arguments: [label] + mark.arguments + [answer.answer, answer.origin, answer.milliseconds])
  }
}

extension UnitBox {
  /// - Returns: nil where the row has none.
  init?(row: Row) {
    guard let left: Double = row["x"], let top: Double = row["y"],
      let width: Double = row["width"], let height: Double = row["height"]
    else { return nil }
    self.init(left: left, top: top, width: width, height: height)
  }
}

extension LabelMark {
  init(row: Row) {
    self.init(photo: row["photo_id"], box: UnitBox(row: row))
  }

  /// Photo, left, top, width, height.
  fileprivate var arguments: StatementArguments {
    [photo, box?.left, box?.top, box?.width, box?.height]
  }
}

extension LabelExample {
  /// - Returns: nil for a row that a later version wrote with values unknown here.
  fileprivate init?(row: Row) {
    guard let hash = row.contentHash("sha256"), let origin: MarkOrigin = row.value("origin") else {
      return nil
    }
    let hasFile = row["name"] != nil
    self.init(
      mark: LabelMark(row: row), answer: row["answer"], origin: origin,
      markedMilliseconds: row["marked_ms"], sha256: hash,
      path: hasFile ? row.filePath("folder").appending(row.filePath("name")) : nil,
      size: PixelSize(width: row["photo_width"], height: row["photo_height"]),
      takenMilliseconds: row["taken_wall_ms"], camera: row["camera_id"])
  }
}
