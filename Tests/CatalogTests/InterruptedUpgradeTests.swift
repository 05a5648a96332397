import Fixtures
import Foundation
import GRDB
import Testing

@testable import Catalog

/// An upgrade that ends in its middle leaves a catalogue that the next open upgrades.
struct InterruptedUpgradeTests {
  @Test func `a version that fails leaves the one before, and the next open goes on`() throws {
    let old = try OldCatalogue(version: 1)
    // In the way of the third version only.
    let queue = try DatabaseQueue(path: old.path)
    try queue.write { try $0.execute(sql: "CREATE TABLE api_token (other TEXT)") }
    try queue.close()
    #expect(throws: (any Error).self) { _ = try CatalogFixture.open(old.path) }
    let file = try CatalogueFile(old.path)
    #expect(try appliedVersions(old) == CatalogSchema.versions.prefix(2).map(\.identifier))
    #expect(
      try file.lines("SELECT name FROM sqlite_master WHERE name IN ('place', 'user', 'job')")
        == ["place"])
    try file.queue.close()
    let again = try DatabaseQueue(path: old.path)
    try again.write { try $0.execute(sql: "DROP TABLE api_token") }
    try again.close()
    try checkUpgraded(old)
  }

  /// The process ends within the transaction of each version in turn, as kill -9 ends it.
  @Test(arguments: 2...5)
  func `an upgrade that is killed is repeated from the version before`(killed: Int) async throws {
    let old = try OldCatalogue(version: 1)
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = old.path as String, killed = killed as Int] in
      var migrator = DatabaseMigrator()
      for (number, version) in CatalogSchema.versions.enumerated() {
        migrator.registerMigration(version.identifier) { db in
          try db.execute(sql: version.sql)
          if number + 1 == killed { kill(getpid(), SIGKILL) }
        }
      }
      try migrator.migrate(try DatabasePool(path: path))
    }
    #expect(
      try appliedVersions(old) == CatalogSchema.versions.prefix(killed - 1).map(\.identifier))
    try checkUpgraded(old)
  }

  /// Also brings the journal of a killed process back into the file.
  private func appliedVersions(_ old: OldCatalogue) throws -> [String] {
    try DatabaseQueue(path: old.path).read { db in
      try String.fetchAll(db, sql: "SELECT identifier FROM grdb_migrations ORDER BY identifier")
    }
  }

  private func checkUpgraded(_ old: OldCatalogue) throws {
    let catalogue = try CatalogFixture.open(old.path)
    #expect(try catalogue.integrityProblems() == [])
    #expect(
      try CatalogueFile(old.path).schema()
        == CatalogueFile(OldCatalogue.new(in: old.folder)).schema())
  }
}
