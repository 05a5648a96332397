import Catalog
import Fixtures
import Foundation
import GRDB
import Testing

@testable import Catalog

/// Catalogues that earlier versions of the program made are as good as new ones.
struct SchemaUpgradeTests {
  @Test func `there is a catalogue of each version that has shipped`() {
    #expect(
      Set(1..<CatalogSchema.versions.count).isSubset(of: OldCatalogue.versions),
      "A version is missing in Tests/CatalogTests/Schemas: its README says how one is made.")
  }

  @Test(arguments: OldCatalogue.versions)
  func `an upgraded catalogue has the schema of a new one`(version: Int) throws {
    let old = try OldCatalogue(version: version)
    _ = try CatalogFixture.open(old.path)
    let upgraded = try CatalogueFile(old.path).schema()
    let new = try CatalogueFile(OldCatalogue.new(in: old.folder)).schema()
    // Letter by letter: so far every version runs the same statements, in old catalogues as in new ones.
    #expect(Set(upgraded.keys) == Set(new.keys))
    for (name, text) in new {
      #expect(upgraded[name] == text, "\(name) differs after an upgrade of version \(version).")
    }
  }

  @Test(arguments: OldCatalogue.versions)
  func `an upgrade keeps every row of every table`(version: Int) throws {
    let old = try OldCatalogue(version: version)
    let columns = try CatalogueFile(old.path).columns()
    let before = try contents(of: old.path, columns)
    #expect(before["photo"]?.isEmpty == false)
    let catalogue = try CatalogFixture.open(old.path)
    #expect(try catalogue.integrityProblems() == [])
    var after = try contents(of: old.path, columns)
    #expect(after["grdb_migrations"] == CatalogSchema.versions.map { "'\($0.identifier)'" })
    after["grdb_migrations"] = before["grdb_migrations"]
    for (table, rows) in before { #expect(after[table] == rows, "\(table) has changed.") }
  }

  private func contents(
    of path: String, _ columns: [String: [String]]
  ) throws -> [String: [String]] {
    let file = try CatalogueFile(path)
    return try Dictionary(
      uniqueKeysWithValues: columns.map { ($0.key, try file.rows(of: $0.key, $0.value)) })
  }

  @Test(arguments: OldCatalogue.versions)
  func `what was put in is there`(version: Int) throws {
    let old = try OldCatalogue(version: version)
    _ = try CatalogFixture.open(old.path)
    let file = try CatalogueFile(old.path)
    for (since, sql, expected) in Self.known where version >= since {
      #expect(try file.lines(sql) == expected, "\(sql)")
    }
  }

  @Test(arguments: OldCatalogue.versions)
  func `what later versions keep follows from what earlier ones knew`(version: Int) throws {
    let old = try OldCatalogue(version: version)
    _ = try CatalogFixture.open(old.path)
    let file = try CatalogueFile(old.path)
    for (sql, expected) in Self.derived { #expect(try file.lines(sql) == expected, "\(sql)") }
  }
}
