internal import Foundation
internal import GRDB
package import PhotoCore

/// A job as the catalogue remembers it.
package struct JobRecord: Hashable, Sendable {
  /// The catalogue's row id; ids grow in the order of making.
  package let id: Int64
  /// What it does.
  package let kind: JobKind
  /// How far it is.
  package let state: JobState
  /// The folders that it is about; empty where it needs none.
  package let folders: [FilePath]
  /// What else it needs to know, as JSON; nil for nothing.
  package let parameters: String?
  /// What it came to, as JSON; nil until then.
  package let summary: String?
  /// A sentence for the user about what went wrong; nil where nothing did.
  package let message: String?
  /// When it was made, in milliseconds since 1970 UTC.
  package let createdMilliseconds: Int64
  /// When it ended, in milliseconds since 1970 UTC; nil until then.
  package let finishedMilliseconds: Int64?
}

/// What was and is to be done, kept over restarts.
package struct JobStore: CatalogStore, Sendable {
  let database: CatalogDatabase

  /// Adds a job that waits.
  ///
  /// - Parameter parameters: JSON whose meaning is the kind's own; nil for none.
  package func add(
    kind: JobKind, folders: [FilePath], parameters: String? = nil, at milliseconds: Int64
  ) throws -> JobRecord {
    let digits = String(decoding: try JSONEncoder().encode(folders.map(\.hex)), as: UTF8.self)
    return try write { db in
      try db.execute(
        sql: """
          INSERT INTO job (kind, state, folders, parameters, created_ms) VALUES (?, ?, ?, ?, ?)
          """,
        arguments: [kind.rawValue, JobState.waiting.rawValue, digits, parameters, milliseconds])
      return JobRecord(
        id: db.lastInsertedRowID, kind: kind, state: .waiting, folders: folders,
        parameters: parameters, summary: nil,
        message: nil, createdMilliseconds: milliseconds, finishedMilliseconds: nil)
    }
  }

  /// Records how far a job is: all four values are written as they are. Nothing where there is no
  /// such job.
  ///
  /// - Parameters:
  ///   - summary: JSON; nil for none.
  ///   - message: a sentence for the user; nil for none.
  ///   - finished: when it ended, in milliseconds since 1970 UTC; nil while it has not.
  package func update(
    _ id: Int64, state: JobState, summary: String?, message: String?, finished: Int64?
  ) throws {
    try write { db in
      try db.execute(
        sql: "UPDATE job SET state = ?, summary = ?, message = ?, finished_ms = ? WHERE id = ?",
        arguments: [state.rawValue, summary, message, finished, id])
    }
  }

  /// - Returns: nil for an id that no job has.
  package func job(_ id: Int64) throws -> JobRecord? {
    try read { db in
      try Row.fetchOne(db, sql: "SELECT * FROM job WHERE id = ?", arguments: [id])
        .flatMap(JobRecord.init)
    }
  }

  /// Recent jobs, newest first.
  package func latest(limit: Int) throws -> [JobRecord] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM job ORDER BY id DESC LIMIT ?", arguments: [limit]
      ).compactMap(JobRecord.init)
    }
  }
}

extension JobRecord {
  /// - Returns: nil for a row that a later version wrote with values unknown here.
  init?(row: Row) {
    guard let kind: JobKind = row.value("kind"), let state: JobState = row.value("state") else {
      return nil
    }
    let digits: String = row["folders"]
    let folders = try? JSONDecoder().decode([String].self, from: Data(digits.utf8))
    self.init(
      id: row["id"], kind: kind, state: state,
      folders: (folders ?? []).compactMap { FilePath(hex: $0) },
      parameters: row["parameters"], summary: row["summary"],
      message: row["message"], createdMilliseconds: row["created_ms"],
      finishedMilliseconds: row["finished_ms"])
  }
}

extension FilePath {
  /// The bytes as lower-case hexadecimal digits: JSON cannot hold invalid UTF-8.
  fileprivate var hex: String { hexadecimal(bytes) }

  /// - Returns: nil for anything but pairs of hexadecimal digits.
  fileprivate init?(hex: String) {
    guard let bytes = [UInt8](hexadecimal: hex) else { return nil }
    self.init(bytes: bytes)
  }
}
