import Geography
import PhotoCore
import Query
import Testing

struct LexiconTests {
  static let labelSets = [
    LabelSet(
      vocabulary: "coco", task: .detection,
      classes: [
        LabelClass(name: "person", synonyms: ["human"]), LabelClass(name: "dog"),
        LabelClass(name: "car", synonyms: ["automobile"]), LabelClass(name: "zebra"),
        LabelClass(name: "traffic light"),
      ]),
    LabelSet(
      vocabulary: "imagenet", task: .classification,
      classes: [
        LabelClass(name: "seashore", synonyms: ["coast"]), LabelClass(name: "sandbar"),
        LabelClass(name: "crane (bird)", synonyms: ["crane"]),
        LabelClass(name: "crane (machine)", synonyms: ["crane"]), LabelClass(name: "zebra"),
        LabelClass(name: "beagle"), LabelClass(name: "car mirror"),
        LabelClass(name: "jack-o'-lantern"),
      ]),
  ]

  private static func lexicon(_ vocabulary: String = "", labels: [String] = []) throws -> Lexicon {
    try Lexicon(
      labelSets: labelSets, vocabulary: vocabulary,
      labels: labels.enumerated().compactMap { number, text in
        Name(rawValue: text).map { PersonalLabel(id: Int64(number + 1), name: $0, threshold: 0.6) }
      })
  }

  /// The classes as `vocabulary:name`.
  private static func classes(
    _ text: String, in vocabulary: String? = nil, _ lexicon: Lexicon
  ) throws -> [String] {
    let name = try #require(Name(rawValue: text))
    let meaning = try lexicon.resolve(name, in: vocabulary.flatMap(VocabularyID.init(rawValue:)))
    return meaning.classes.map { "\($0.vocabulary):\($0.className)" }
  }

  @Test(arguments: [
    ("dog", ["coco:dog"]), ("DOG", ["coco:dog"]), ("  Traffic   LIGHT ", ["coco:traffic light"]),
    ("automobile", ["coco:car"]), ("car", ["coco:car"]),
    ("zebra", ["coco:zebra", "imagenet:zebra"]),
    ("crane", ["imagenet:crane (bird)", "imagenet:crane (machine)"]),
    ("crane (bird)", ["imagenet:crane (bird)"]), ("jack-o’-lantern", ["imagenet:jack-o'-lantern"]),
  ])
  func `a whole name means its classes`(text: String, expected: [String]) throws {
    #expect(try Self.classes(text, Self.lexicon()) == expected)
  }

  @Test(arguments: ["mirror", "traffic", "light", "ca", "cars", "seashores", "everything"])
  func `parts of names and plurals mean nothing`(text: String) throws {
    let lexicon = try Self.lexicon()
    #expect(throws: QueryError.self) { try Self.classes(text, lexicon) }
  }

  @Test func `a vocabulary picks its own class and no concept`() throws {
    let lexicon = try Self.lexicon("dog = beagle")
    #expect(try Self.classes("zebra", in: "coco", lexicon) == ["coco:zebra"])
    #expect(try Self.classes("zebra", in: "ImageNet", lexicon) == ["imagenet:zebra"])
    #expect(try Self.classes("dog", in: "coco", lexicon) == ["coco:dog"])
    #expect(throws: QueryError(.unknownName("dog", suggestions: []), offset: nil)) {
      try Self.classes("dog", in: "imagenet", lexicon)
    }
    #expect(throws: QueryError(.unknownVocabulary("cocoa", suggestions: ["coco"]), offset: nil)) {
      try Self.classes("zebra", in: "cocoa", lexicon)
    }
    #expect(throws: QueryError(.unknownVocabulary("contry", suggestions: ["country"]), offset: nil))
    {
      try Self.classes("PE", in: "contry", lexicon)
    }
  }

  @Test func `a concept extends the class of its name and may hold concepts`() throws {
    let lexicon = try Self.lexicon(
      """
      # The order does not matter.
      scenery = beach, crane   # both cranes
      beach, beaches = seashore,
        sandbar
      dog = beagle
      dusk = light:sunset, light:blue-hour
      """)
    #expect(try Self.classes("dog", lexicon) == ["coco:dog", "imagenet:beagle"])
    #expect(try Self.classes("Beaches", lexicon) == ["imagenet:sandbar", "imagenet:seashore"])
    #expect(try Self.classes("scenery", lexicon).count == 4)
    let dusk = try lexicon.resolve(#require(Name(rawValue: "dusk")))
    #expect(dusk == ResolvedName(classes: [], lights: [.sunset, .blueHour]))
    #expect(lexicon.concepts.map(\.name.rawValue) == ["scenery", "beach", "dog", "dusk"])
    #expect(lexicon.concepts[2].meaning.classes.map(\.className) == ["dog", "beagle"])
    #expect(lexicon.unknownMembers == [])
  }

  @Test func `a class called like a further name of a concept is meant by that name only`() throws {
    let lexicon = try Self.lexicon("mount, zebra = dog\nride = mount")
    #expect(try Self.classes("mount", lexicon) == ["coco:dog"])
    #expect(try Self.classes("ride", lexicon) == ["coco:dog"])
    #expect(try Self.classes("zebra", lexicon) == ["coco:dog", "coco:zebra", "imagenet:zebra"])
  }

  @Test func `a member that no model knows is left out and reported`() throws {
    let lexicon = try Self.lexicon("beach = seashore, sandbr\nforest = places:forest, wood")
    #expect(try Self.classes("beach", lexicon) == ["imagenet:seashore"])
    #expect(lexicon.unknownMembers.map(\.text) == ["sandbr", "wood"])
    #expect(lexicon.unknownMembers.first?.suggestions == ["sandbar"])
    #expect(lexicon.unknownMembers.map(\.line) == [1, 2])
    #expect(throws: QueryError(.emptyConcept("forest"), offset: nil)) {
      try Self.classes("forest", lexicon)
    }
  }

  @Test func `a personal label is a name`() throws {
    let lexicon = try Self.lexicon(labels: ["me", "Dog"])
    #expect(try lexicon.resolve(#require(Name(rawValue: "ME"))).label == Name(rawValue: "me"))
    let dog = try lexicon.resolve(#require(Name(rawValue: "dog")))
    #expect(dog.label == Name(rawValue: "Dog"))
    #expect(dog.classes.map(\.vocabulary) == ["coco"])
  }

  @Test(arguments: [
    ("zebrra", ["zebra"]), ("sea shore", ["seashore"]), ("traffic", ["traffic light"]),
    ("dgo", ["dog"]), ("mirror", ["car mirror"]), ("qwertyuiop", []),
    ("persn", ["person"]), (String(repeating: "z", count: 9000), []),
  ])
  func `an unknown name comes with the nearest`(text: String, suggestions: [String]) throws {
    let lexicon = try Self.lexicon()
    #expect(throws: QueryError(.unknownName(text, suggestions: suggestions), offset: nil)) {
      try Self.classes(text, lexicon)
    }
  }

  @Test(arguments: [
    (" beach = a", 1, VocabularyError.Problem.nothingToContinue),
    ("beach seashore", 1, .equalsSign),
    ("a = b = c", 1, .equalsSign), ("\n= a", 2, .noName), ("a, = b", 1, .noName),
    ("a =", 1, .noMembers),
    ("a = # b", 1, .noMembers), ("a = near:b", 1, .prefix(" near:b")),
    ("a = coco:", 1, .prefix(" coco:")),
    ("a = light:noon", 1, .light("noon")),
    ("a = dog\nb, A = car", 2, .definedTwice("A", firstLine: 1)),
    ("a = a", 1, .cycle(["a", "a"])), ("a = b\nb = c\nc = dog, b", 2, .cycle(["b", "c", "b"])),
  ])
  func `an error in the vocabulary has its line`(
    text: String, line: Int, problem: VocabularyError.Problem
  ) {
    #expect(throws: VocabularyError(problem, line: line)) { try Self.lexicon(text) }
  }

  @Test func `concepts within concepts are limited`() {
    let chain = (0..<5000).map { "c\($0) = c\($0 + 1)" }.joined(separator: "\n") + "\nc5000 = dog"
    #expect(throws: VocabularyError(.tooDeep(limit: 50), line: 51)) { try Self.lexicon(chain) }
  }

  @Test func `an unknown name in a query has its place`() throws {
    let lexicon = try Self.lexicon()
    let thresholds = Thresholds(detection: 0.25, classification: 0.3)
    let query = try QueryParser.parseKeepingOffsets("(dog or 2014) and not zebrra >= 2")
    #expect(throws: QueryError(.unknownName("zebrra", suggestions: ["zebra"]), offset: 22)) {
      try lexicon.resolve(query, thresholds: thresholds)
    }
    for (text, problem) in [
      ("seashore >= 2", QueryError.Problem.hasNoBoxes("seashore")),
      ("seashore larger 20%", .hasNoBoxes("seashore")),
    ] {
      #expect(throws: QueryError(problem, offset: 0)) {
        try lexicon.resolve(QueryParser.parseKeepingOffsets(text), thresholds: thresholds)
      }
    }
  }
}
