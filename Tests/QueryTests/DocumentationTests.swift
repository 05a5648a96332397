import Fixtures
import Foundation
import Geography
import PhotoCore
import Query
import Testing

/// Reads the examples of `docs/query-language.md`.
struct DocumentationTests {
  /// The lines of all blocks of one kind, blank ones left out.
  private static func blocks(_ kind: String) throws -> [[String]] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = root.appending(path: "docs/query-language.md")
    var blocks: [[String]] = []
    var isInside = false
    for line in try String(contentsOf: page, encoding: .utf8).components(separatedBy: "\n") {
      if line.hasPrefix("```") {
        isInside = line == "```\(kind)"
        if isInside { blocks.append([]) }
      } else if isInside, !line.isEmpty {
        blocks[blocks.count - 1].append(line)
      }
    }
    return blocks
  }

  private static func lexicon() throws -> Lexicon {
    let labels = ["me", "my dog", "dog"].enumerated().compactMap { number, text in
      Name(rawValue: text).map { PersonalLabel(id: Int64(number), name: $0, threshold: 0.6) }
    }
    return try Lexicon(
      labelSets: InstalledLabels.all(), labels: labels,
      context: LexiconContext(
        gazetteer: Gazetteer(path: Installed.gazetteer), models: ["yolov3"],
        similar: { _ in [1: 1] }))
  }

  private static func resolve(_ text: String, _ lexicon: Lexicon) throws -> ResolvedExpression {
    let thresholds = Thresholds(detection: 0.25, classification: 0.3)
    return try lexicon.resolve(QueryParser.parseKeepingOffsets(text), thresholds: thresholds)
  }

  /// The query of a line without its comment.
  private static func query(_ line: String) -> String {
    line.components(separatedBy: " #")[0]
  }

  @Test func `every example means something`() throws {
    let lexicon = try Self.lexicon()
    let lines = try Self.blocks("query").flatMap { $0 }
    #expect(lines.count > 40)
    for line in lines {
      #expect(throws: Never.self, "\(line)") { try Self.resolve(Self.query(line), lexicon) }
    }
  }

  @Test func `every example of an error is one`() throws {
    let lexicon = try Self.lexicon()
    let lines = try Self.blocks("query-error").flatMap { $0 }
    #expect(lines.count > 5)
    for line in lines {
      #expect(throws: QueryError.self, "\(line)") { try Self.resolve(line, lexicon) }
    }
  }

  @Test func `the JSON is the query below it`() throws {
    let json = try #require(try Self.blocks("json").first).joined(separator: "\n")
    let tree = try JSONDecoder().decode(QueryExpression.self, from: Data(json.utf8))
    let text = try #require(try Self.blocks("query").last?.first)
    #expect(tree.description == text)
  }

  @Test func `the example of a vocabulary is one`() throws {
    let text = try Self.blocks("vocabulary").flatMap { $0 }.joined(separator: "\n")
    let lexicon = try Lexicon(labelSets: InstalledLabels.all(), vocabulary: text)
    #expect(lexicon.unknownMembers == [])
    #expect(lexicon.concepts.count == 4 && lexicon.ownThresholds.count == 2)
  }

  @Test func `every field is shown`() throws {
    let text = try Self.blocks("query").flatMap { $0 }.joined(separator: "\n")
    for field in Field.allCases {
      #expect(text.contains("\(field.rawValue):"), "\(field.rawValue)")
    }
  }
}
