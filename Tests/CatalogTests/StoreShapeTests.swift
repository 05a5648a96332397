import Fixtures
import Foundation
import Testing

/// Stores are found by name and stay small enough to be known, and SQL stays in them.
struct StoreShapeTests {
  private static let sources = Installed.project + "/Sources"

  private static var declaration: Regex<(Substring, Substring)> {
    #/^(?:package )?(?:final )?(?:class|struct|enum|protocol|extension) (\w+)/#
  }
  private static var method: Regex<Substring> { #/^  package (?:static )?func /# }
  private static var store: Regex<(Substring, Substring)> { #/package struct (\w+): CatalogStore/# }

  /// The Swift files under a folder, by their paths in it.
  private func files(under folder: String) throws -> [String: String] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".swift") }
    return try Dictionary(
      uniqueKeysWithValues: names.map {
        ($0, try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8))
      })
  }

  /// How many methods each type offers to other modules; a type's extensions count with it.
  private func methods() throws -> [String: Int] {
    var counts: [String: Int] = [:]
    for text in try files(under: Self.sources + "/Catalog").values {
      var type = ""
      for line in text.split(separator: "\n") {
        if let match = line.firstMatch(of: Self.declaration) {
          type = String(match.1)
        } else if line.contains(Self.method) {
          counts[type, default: 0] += 1
        }
      }
    }
    return counts
  }

  @Test func `no type of the catalogue has more than 25 methods`() throws {
    let counts = try methods()
    #expect(counts["PhotoStore", default: 0] > 5)
    #expect(counts.filter { $0.value > 25 }.isEmpty)
  }

  @Test func `every store is a property of the catalogue`() throws {
    let files = try files(under: Self.sources + "/Catalog")
    let stores = files.values.flatMap { $0.matches(of: Self.store) }
      .map { String($0.1) }
    let listed = try #require(files["CatalogDatabase+Stores.swift"])
    #expect(stores.count > 10)
    #expect(stores.filter { !listed.contains(": \($0) { \($0)(database: self) }") }.isEmpty)
  }

  @Test func `no folder of the catalogue has more than 20 files`() throws {
    let folders = try files(under: Self.sources + "/Catalog").keys
      .map { $0.split(separator: "/").dropLast().joined(separator: "/") }
    let counts = Dictionary(grouping: folders, by: \.self).mapValues(\.count)
    #expect(counts.filter { $0.value > 20 }.isEmpty)
  }

  @Test func `only the catalogue speaks SQL`() throws {
    let users = try files(under: Self.sources).filter { $0.value.contains("import GRDB") }.keys
    // The search bench writes invented photos straight into the tables.
    let others = users.filter { !$0.hasPrefix("Catalog/") && !$0.hasPrefix("SearchBench/") }
    #expect(users.count > 10 && others.isEmpty)
  }
}
