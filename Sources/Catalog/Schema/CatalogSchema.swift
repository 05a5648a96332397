internal import GRDB

/// The tables, as versions that follow each other: a list that only ever grows at its end.
///
/// The invariants live in the tables (STRICT, NOT NULL, CHECK, foreign keys) so that no code of
/// ours, and no one with another SQLite client, can store what must not be. Units are in the names:
/// `_ms` are milliseconds, of the wall clock for `taken_wall_ms` and since 1970 UTC elsewhere;
/// angles are degrees; boxes are fractions of the upright picture.
enum CatalogSchema {
  /// `MERI`, so that `file` and other tools tell a catalogue from any other SQLite file. The first
  /// version writes it.
  static let applicationID: Int32 = 0x4D45_5249

  /// All versions, oldest first.
  static let versions: [SchemaVersion] = [.v1, .v2, .v3, .v4, .v5]

  /// Runs each version that a file lacks in a transaction of its own: an upgrade that is killed leaves
  /// the version before, and the next open goes on from there.
  static func migrator() -> DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for version in versions {
      migrator.registerMigration(version.identifier) { try $0.execute(sql: version.sql) }
    }
    return migrator
  }
}
