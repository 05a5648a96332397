import Fixtures
import Foundation
import GRDB
import Testing

@testable import Catalog

/// A small catalogue as an earlier version of the program made it; `Schemas/README.md` says how.
struct OldCatalogue {
  static let dumps = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Schemas")

  /// The versions of which there is one.
  static var versions: [Int] {
    (1...CatalogSchema.versions.count).filter {
      FileManager.default.fileExists(atPath: dumps.appending(path: "v\($0).sql").path())
    }
  }

  let folder: TemporaryFolder
  var path: String { folder.path("catalogue.sqlite") }

  /// The catalogue as it was, not yet upgraded.
  init(version: Int) throws {
    folder = try TemporaryFolder()
    let text = try String(
      contentsOf: Self.dumps.appending(path: "v\(version).sql"), encoding: .utf8)
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: text) }
    try queue.close()
  }

  /// A catalogue that today's program makes.
  static func new(in folder: TemporaryFolder) throws -> String {
    let path = folder.path("new.sqlite")
    _ = try CatalogFixture.open(path)
    return path
  }
}

/// What a catalogue's file holds, read past the program.
struct CatalogueFile {
  let queue: DatabaseQueue

  init(_ path: String) throws {
    var configuration = Configuration()
    configuration.readonly = true
    queue = try DatabaseQueue(path: path, configuration: configuration)
  }

  /// The text of everything that is in the schema, by its kind and name.
  func schema() throws -> [String: String] {
    let rows = try queue.read { db in
      try Row.fetchAll(db, sql: "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    }
    return Dictionary(
      rows.map { ("\($0["type"] as String) \($0["name"] as String)", $0["sql"] as String) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The columns of all tables, by the tables' names.
  func columns() throws -> [String: [String]] {
    try queue.read { db in
      let tables = try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      return try Dictionary(
        uniqueKeysWithValues: tables.map { ($0, try db.columns(in: $0).map(\.name)) })
    }
  }

  /// The rows of a table in any order, each as the SQL text of its values.
  func rows(of table: String, _ columns: [String]) throws -> [String] {
    let values = columns.map { "quote(\"\($0)\")" }.joined(separator: " || ', ' || ")
    return try lines("SELECT \(values) FROM \"\(table)\"").sorted()
  }

  /// What a statement says: a line for each row, its values between bars.
  func lines(_ sql: String) throws -> [String] {
    try queue.read { db in
      try Row.fetchAll(db, sql: sql).map { row in
        row.databaseValues.map { String.fromDatabaseValue($0) ?? "\($0)" }.joined(separator: "|")
      }
    }
  }
}
