import PhotoCore
import Testing

@testable import Query

/// Personal labels in queries: their names, and what a name means that a class has as well.
struct LabelTests {
  private static func lexicon() throws -> Lexicon {
    let labels: [(String, Double)] = [
      ("me", 0.7), ("Dog", 0.6), ("<b>\"us\"</b>", 0.5), ("tent", 0.5),
    ]
    return try Lexicon(
      labelSets: LexiconTests.labelSets, vocabulary: "",
      labels: try labels.enumerated().map { number, label in
        PersonalLabel(
          id: Int64(number + 1), name: try #require(Name(rawValue: label.0)), threshold: label.1,
          hasLearnt: label.0 != "tent")
      })
  }

  private static func resolve(_ text: String) throws -> ResolvedExpression {
    try lexicon().resolve(
      QueryParser.parseKeepingOffsets(text),
      thresholds: Thresholds(detection: 0.25, classification: 0.3))
  }

  private static func conditions(_ text: String) throws -> [LabelCondition] {
    try resolve(text).terms.compactMap {
      if case .label(let condition) = $0.meaning { condition } else { nil }
    }
  }

  @Test(arguments: [
    ("me", 1, 0.7), ("ME", 1, 0.7), ("label:me", 1, 0.7), ("me @ 90%", 1, 0.9),
    ("label:me @ 0.95", 1, 0.95), ("label:\"dog\" @ 10%", 2, 0.1),
    ("label:\"<b>\\\"US\\\"</b>\"", 3, 0.5), ("\"<b>\\\"us\\\"</b>\" @ 80%", 3, 0.8),
  ])
  func `a label counts from its threshold, or from what the query says`(
    text: String, label: Int, probability: Double
  ) throws {
    let found = try Self.conditions(text)
    #expect(found.map(\.label) == [Int64(label)])
    #expect(found.map(\.probability) == [probability])
  }

  @Test func `a name of a class and a label means either, the field the label alone`() throws {
    let either = try Self.resolve("dog @ 80%").terms.map(\.meaning)
    #expect(either.count == 2)
    #expect(try Self.conditions("dog @ 80%").map(\.probability) == [0.8])
    #expect(try Self.resolve("label:dog").terms.count == 1)
    #expect(try Self.conditions("coco:dog").isEmpty)
    // Labels have no boxes to count: the class alone is meant then.
    #expect(try Self.conditions("dog >= 2").isEmpty)
  }

  @Test func `a query says which of its labels have learnt nothing yet`() throws {
    func sentence(_ text: String, undated: Int = 0) throws -> String? {
      LeftOut(try Self.resolve(text), undated: undated, unplaced: 0).sentence
    }
    let untrained = "The label “tent” is not trained yet. Mark examples and train it."
    #expect(try sentence("tent and (me or not label:Tent)") == untrained)
    #expect(
      try sentence("tent and 2014", undated: 3)
        == "3 undated photos not included. \(untrained)")
    #expect(try sentence("me and dog") == nil)
    #expect(LeftOut(nil, undated: 0, unplaced: 0).sentence == nil)
  }

  @Test func `a label that is not there is an error, and so is counting one`() throws {
    #expect(throws: QueryError(.unknownLabel("nobody"), offset: 0)) {
      try Self.resolve("label:nobody")
    }
    #expect(throws: QueryError(.hasNoBoxes("me"), offset: 0)) { try Self.resolve("me >= 2") }
  }

  private static func photo(_ scores: [LabelScore]) throws -> PhotoRecord {
    PhotoRecord(
      id: 1, sha256: try #require(ContentHash(bytes: [UInt8](repeating: 1, count: 32))),
      path: FilePath("/trip/a.jpg"), bytes: 1, format: .jpeg,
      size: PixelSize(width: 4, height: 3), orientation: .upright, taken: nil, position: nil,
      camera: nil, warning: nil, objects: [], scenes: [], labels: scores)
  }

  @Test func `a photo is found by its probability, which is also the reason and the order`() throws
  {
    let box = UnitBox(left: 0.1, top: 0.2, width: 0.5, height: 0.5)
    let score = LabelScore(label: 1, name: "me", probability: 0.8, threshold: 0.7, box: box)
    let photo = try Self.photo([score])
    for (text, isFound) in [
      ("me", true), ("me @ 80%", true), ("me @ 81%", false), ("not me", false),
      ("label:dog", false),
    ] {
      #expect(try ReferenceEvaluator.matches(Self.resolve(text), photo) == isFound, "\(text)")
    }
    #expect(
      try ReferenceEvaluator.why(Self.resolve("me"), photo).map(\.description) == [
        "label me 80 %, the box of 25 % of the picture at 10 % from the left, 20 % from the top"
      ])
    #expect(try ResultConfidence.of(Self.resolve("me"), photo) == 0.8)
    let below = LabelScore(label: 2, name: "Dog", probability: 0.1, threshold: 0.6, box: nil)
    let scheme = try Self.lexicon().facetScheme(Thresholds(detection: 0.25, classification: 0.3))
    let facets = ReferenceEvaluator.facets(of: [photo, try Self.photo([below])], scheme)
    #expect(facets.labels == ["me": 1])
  }

  @Test func `a name is what a person writes, composed and without surrounding space`() throws {
    #expect(try LabelName("  my \n dog ").description == "my dog")
    #expect(try LabelName("Zoe\u{308}").description.unicodeScalars.count == 3)
    #expect(try LabelName("Zoe\u{308}").key == LabelName("ZOË").key)
    for text in ["dog", "a\"b\\c", "<script>alert(1)</script>", "👩‍👧", "и", "2014", "and", "me?!"] {
      #expect(try LabelName(text).description == text)
    }
    #expect(try LabelName(String(repeating: "x", count: 100)).key.count == 100)
  }

  @Test(arguments: [
    ("", LabelNameError.empty), (" \t", .empty), (String(repeating: "x", count: 101), .tooLong),
    ("a\u{0}b", .invisible), ("a\u{1B}[31m", .invisible), ("\u{202E}em", .invisible),
  ])
  func `a name that shows nothing, or something else, is refused`(
    text: String, error: LabelNameError
  ) {
    #expect(throws: error) { try LabelName(text) }
  }
}
