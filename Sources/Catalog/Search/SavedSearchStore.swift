internal import GRDB

/// A query under a name.
package struct SavedSearch: Hashable, Sendable {
  /// The name; upper and lower case are the same.
  package let name: String
  /// The query's text, as it is written canonically; empty for all photos.
  package let query: String
}

/// Queries that the user keeps.
package struct SavedSearchStore: CatalogStore, Sendable {
  let database: CatalogDatabase

  /// Keeps a query under a name; one that is there already is replaced.
  package func save(_ query: String, as name: String, at milliseconds: Int64) throws {
    try write { db in
      try db.execute(
        sql: """
          INSERT INTO saved_search (name, query, saved_ms) VALUES (?, ?, ?)
          ON CONFLICT (name) DO UPDATE SET name = excluded.name, query = excluded.query,
            saved_ms = excluded.saved_ms
          """, arguments: [name, query, milliseconds])
    }
  }

  /// All saved searches, by name.
  package func all() throws -> [SavedSearch] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT name, query FROM saved_search ORDER BY name").map {
        SavedSearch(name: $0["name"], query: $0["query"])
      }
    }
  }

  /// Forgets a saved search.
  ///
  /// - Returns: false where there was none of this name.
  package func delete(_ name: String) throws -> Bool {
    try write { db in
      try db.execute(sql: "DELETE FROM saved_search WHERE name = ?", arguments: [name])
      return db.changesCount > 0
    }
  }
}
