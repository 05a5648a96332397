internal import GRDB
package import PhotoCore

/// The folders that the user added.
package struct SourceStore: CatalogStore, Sendable {
  let database: CatalogDatabase

  /// Remembers a folder, so that `meridian add` without arguments looks at it again.
  package func add(_ path: FilePath, at milliseconds: Int64) throws {
    try write { db in
      try db.execute(
        sql: "INSERT INTO source (path, added_ms) VALUES (?, ?) ON CONFLICT (path) DO NOTHING",
        arguments: [path.data, milliseconds])
    }
  }

  /// The folders added so far, in the order of their adding.
  package func all() throws -> [FilePath] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT path FROM source ORDER BY id").map { $0.filePath("path") }
    }
  }
}
