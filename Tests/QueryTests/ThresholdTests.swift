import PhotoCore
import Query
import Testing

/// Classes with thresholds of their own, from the vocabulary file.
struct ThresholdTests {
  private func own(_ vocabulary: String) throws -> [String: Double] {
    let lexicon = try Lexicon(labelSets: LexiconTests.labelSets, vocabulary: vocabulary)
    return Dictionary(
      uniqueKeysWithValues: lexicon.ownThresholds.map {
        ("\($0.key.vocabulary):\($0.key.className)", $0.value)
      })
  }

  @Test func `a line without an equals sign is a threshold, as a percentage or a fraction`() throws
  {
    #expect(
      try own(
        """
        beach = seashore
        coco:person @ 40%   # more than usual
        Traffic  Light@0.1
        IMAGENET:coast @ 55.5 %
        """) == ["coco:person": 0.4, "coco:traffic light": 0.1, "imagenet:seashore": 0.555])
  }

  @Test func `without a vocabulary all classes of the name are meant, and one that is named wins`()
    throws
  {
    #expect(try own("zebra @ 30%") == ["coco:zebra": 0.3, "imagenet:zebra": 0.3])
    let both = ["coco:zebra": 0.3, "imagenet:zebra": 0.9]
    #expect(try own("zebra @ 30%\nimagenet:zebra @ 90%") == both)
    #expect(try own("imagenet:zebra @ 90%\nzebra @ 30%") == both)
  }

  @Test(arguments: [
    "person @", "@ 40%", "person @ 140%", "person @ 40", "person @ -1%", "person @ nan",
    "person @ 4e-1", "person @ 40% @ 50%", "near:person @ 40%", ":person @ 40%", "person @ %",
    "coco: @ 40%",
  ])
  func `what is no threshold is refused with the line`(text: String) {
    let error = #expect(throws: VocabularyError.self) {
      try VocabularyFile(parsing: "# first\n\(text)")
    }
    #expect(error?.line == 2)
    #expect(error?.description.contains("coco:person @ 40%") == true, "\(text)")
  }

  @Test func `a class with two thresholds is refused, and both lines are named`() {
    let error = #expect(throws: VocabularyError.self) {
      try VocabularyFile(parsing: "coco:Person @ 40%\nCOCO:person @ 50%")
    }
    #expect(error == VocabularyError(.thresholdTwice("coco:person", firstLine: 1), line: 2))
  }

  @Test func `a class that no installed model knows is reported, unless its vocabulary is missing`()
    throws
  {
    let lexicon = try Lexicon(
      labelSets: LexiconTests.labelSets, vocabulary: "persn @ 40%\nopenimages:guitar @ 20%")
    #expect(lexicon.ownThresholds.isEmpty)
    #expect(lexicon.unknownMembers.map(\.text) == ["persn"])
    #expect(lexicon.unknownMembers.map(\.line) == [1])
    #expect(lexicon.unknownMembers.first?.suggestions == ["person"])
  }

  @Test func `each class of a condition counts by its own threshold, and @ by what it says`() throws
  {
    let lexicon = try Lexicon(
      labelSets: LexiconTests.labelSets, vocabulary: "pet = dog, zebra\ncoco:dog @ 60%")
    let thresholds = Thresholds(
      detection: 0.25, classification: 0.3, own: lexicon.ownThresholds)
    let photo = try Self.photo([("dog", 0.5), ("zebra", 0.3)])
    func matches(_ text: String) throws -> Bool {
      let parsed = try QueryParser.parseKeepingOffsets(text)
      return try ReferenceEvaluator.matches(
        lexicon.resolve(parsed, thresholds: thresholds), photo)
    }
    #expect(try !matches("dog") && matches("zebra") && matches("pet"))
    #expect(try matches("pet = 1") && matches("dog @ 50%") && matches("pet >= 2 @ 30%"))
    #expect(try matches("has:objects"))
    let dogOnly = try Self.photo([("dog", 0.5)])
    let hasObjects = try lexicon.resolve(
      QueryParser.parseKeepingOffsets("has:objects"), thresholds: thresholds)
    #expect(try !ReferenceEvaluator.matches(hasObjects, dogOnly))
  }

  @Test func `a class of another vocabulary is not the photo's class of the same name`() throws {
    let lexicon = try Lexicon(labelSets: LexiconTests.labelSets, vocabulary: "")
    let parsed = try QueryParser.parseKeepingOffsets("coco:dog")
    let query = try lexicon.resolve(
      parsed, thresholds: Thresholds(detection: 0.25, classification: 0.3))
    #expect(try ReferenceEvaluator.matches(query, Self.photo([("dog", 0.9)])))
    #expect(
      try !ReferenceEvaluator.matches(query, Self.photo([("dog", 0.9)], vocabulary: "openimages")))
  }

  private static func photo(
    _ objects: [(String, Double)], vocabulary: String = "coco"
  ) throws -> PhotoRecord {
    let hash = try #require(ContentHash(bytes: [UInt8](repeating: 7, count: 32)))
    return PhotoRecord(
      id: 1, sha256: hash, path: FilePath("/a.jpg"), bytes: 1, format: .jpeg,
      size: PixelSize(width: 4, height: 3), orientation: .upright, taken: nil, position: nil,
      camera: nil, warning: nil,
      objects: objects.map { name, confidence in
        DetectedObject(
          className: name, confidence: confidence,
          box: UnitBox(left: 0, top: 0, width: 0.5, height: 0.5))
      }, scenes: [], detector: ResultSource(model: "detector", vocabulary: vocabulary))
  }
}
