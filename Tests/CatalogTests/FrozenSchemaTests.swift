import Crypto
import Foundation
import Testing

@testable import Catalog

/// A version of the schema that has shipped never changes.
struct FrozenSchemaTests {
  /// SHA-256 of each version's name and statements, oldest first.
  private static let hashes = [
    "712608f94de9646c9919f734d0c8d38fd4c569ee379c586222c29fc16db42794",
    "1ae2e4b72ca75e498ce3c905cb50748409dd7f9337c5059a9f66c677760abf46",
    "fc39594f77c97361e2d21ae7896518b7f65780d1845d10504cce802a9920ea9a",
    "fee1742b2156c84b76278ff5ed704f91485d849c42c514b0eec2f10c14505a96",
    "5976631e568bcb04f1b00a8a93ccc65495d30977cc3f765f3101b8e0595d3343",
  ]

  /// Comments in the SQL may be put into better words; SQLite does not keep them.
  private func hash(_ version: SchemaVersion) -> String {
    let statements = version.sql.split(separator: "\n").filter {
      !$0.drop { $0 == " " }.hasPrefix("--")
    }
    let text = ([version.identifier[...]] + statements).joined(separator: "\n")
    return SHA256.hash(data: Data(text.utf8)).map {
      ($0 < 16 ? "0" : "") + String($0, radix: 16)
    }.joined()
  }

  @Test func `no version has been edited`() {
    for (number, (version, expected)) in zip(CatalogSchema.versions, Self.hashes).enumerated() {
      #expect(
        hash(version) == expected,
        """
        Version \(number + 1) of the schema has been edited. Catalogues that it made exist: never \
        change it, but add version \(CatalogSchema.versions.count + 1) with what is to be different. \
        See "Changing the schema" in docs/architecture.md.
        """)
    }
    #expect(
      CatalogSchema.versions.map(hash).dropFirst(Self.hashes.count) == [],
      "A version is new: add its hash to this test, and its catalogue to Schemas.")
  }

  @Test func `versions are literal SQL that depends on nothing`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Catalog/Schema").standardized
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path())
      .filter { $0.hasPrefix("V") }
    #expect(names.count == CatalogSchema.versions.count)
    for name in names {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      #expect(!text.contains("\\("), "\(name) interpolates something: write it out.")
      #expect(
        !text.contains(/^\s*(\w+ )?import \w/.anchorsMatchLineEndings()),
        "\(name) imports something.")
    }
  }
}
