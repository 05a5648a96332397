import Fixtures
import Foundation
import PhotoCore
import Query
import Testing

struct RoundTripTests {
  @Test(arguments: 0..<20)
  func `a printed tree reads back as the same tree`(seed: UInt64) throws {
    var trees = RandomTrees(generator: SplitMix64(seed: seed))
    var compared = 0
    for _ in 0..<100 {
      let tree = trees.tree(depth: 4)
      let text = tree.description
      guard text.unicodeScalars.count <= QueryParser.maximumLength else { continue }
      let parsed = try QueryParser.parse(text)
      #expect(parsed == tree, "\(text)")
      #expect(parsed.description == text)
      compared += 1
    }
    #expect(compared > 90)
  }

  @Test(arguments: 0..<10)
  func `a tree reads back from its JSON`(seed: UInt64) throws {
    var trees = RandomTrees(generator: SplitMix64(seed: seed + 1000))
    for _ in 0..<50 {
      let tree = trees.tree(depth: 4)
      let json = try JSONEncoder().encode(tree)
      #expect(try JSONDecoder().decode(QueryExpression.self, from: json) == tree)
    }
  }

  @Test func `the JSON is what the documentation says`() throws {
    let tree = try QueryParser.parse("beach and not coco:dog >= 2 or near:1,2,3km")
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let json = String(decoding: try encoder.encode(tree), as: UTF8.self)
    #expect(
      json == """
        {"or":[{"and":[{"name":{"name":"beach"}},{"not":{"name":{"count":{"comparison":">=",\
        "number":2},"name":"dog","vocabulary":"coco"}}}]},\
        {"near":{"distance":{"unit":"km","value":3},"point":[1,2]}}]}
        """)
  }

  @Test(arguments: [
    "{}", "[]", "{\"and\":[]}", "{\"and\":[{\"favourite\":true}]}", "{\"name\":{\"name\":\" \"}}",
    "{\"favourite\":false}", "{\"rating\":{\"comparison\":\">=\",\"number\":6}}",
    "{\"name\":{\"name\":\"a\",\"confidence\":1.5}}",
    "{\"name\":{\"name\":\"a\",\"vocabulary\":\"near\"}}",
    "{\"near\":{\"point\":[91,0],\"distance\":{\"value\":1,\"unit\":\"km\"}}}",
    "{\"near\":{\"point\":[9,0],\"distance\":{\"value\":-1,\"unit\":\"km\"}}}",
    "{\"date\":{}}", "{\"date\":{\"from\":\"2015\",\"to\":\"2014\"}}",
    "{\"month\":{\"first\":0,\"last\":2}}",
    "{\"within\":[[0,0],[1,1]]}", "{\"colour\":\"red\"}", "{\"favourite\":true,\"light\":\"day\"}",
    "{\"not\":{\"favourite\":true},\"and\":[]}", "{\"not\":{\"favourite\":true},\"light\":\"day\"}",
  ])
  func `JSON that means nothing is refused`(json: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(QueryExpression.self, from: Data(json.utf8))
    }
  }

  @Test func `JSON may be as deep as text and not deeper`() throws {
    func nested(_ depth: Int) -> Data {
      let open = String(repeating: "{\"not\":", count: depth)
      return Data((open + "{\"favourite\":true}" + String(repeating: "}", count: depth)).utf8)
    }
    let deepest = try JSONDecoder().decode(
      QueryExpression.self, from: nested(QueryParser.maximumNesting))
    #expect(try QueryParser.parse(deepest.description) == deepest)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(
        QueryExpression.self, from: nested(QueryParser.maximumNesting + 1))
    }
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(QueryExpression.self, from: nested(100_000))
    }
  }
}
