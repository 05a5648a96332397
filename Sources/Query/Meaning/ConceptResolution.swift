internal import PhotoCore

/// Looks up what the concepts of a vocabulary file mean, concepts within concepts included.
struct ConceptResolution {
  /// The most concepts within each other.
  private static let maximumDepth = 50

  /// The number of the definition for each name of a concept.
  let definitionOfKey: [String: Int]
  private(set) var unknownMembers: [UnknownMember] = []

  private let definitions: [VocabularyFile.Definition]
  private let index: ClassIndex
  private var meanings: [Int: ResolvedName] = [:]
  /// The definitions that are being looked up, outermost first.
  private var path: [Int] = []

  init(
    definitions: [VocabularyFile.Definition], index: ClassIndex
  ) throws(VocabularyError) {
    var definitionOfKey: [String: Int] = [:]
    for (number, definition) in definitions.enumerated() {
      for name in definition.names {
        if let first = definitionOfKey.updateValue(number, forKey: name.key) {
          throw VocabularyError(
            .definedTwice(name.rawValue, firstLine: definitions[first].line),
            line: definition.line)
        }
      }
    }
    self.definitions = definitions
    self.index = index
    self.definitionOfKey = definitionOfKey
  }

  mutating func resolveAll() throws(VocabularyError) {
    for number in definitions.indices { _ = try meaning(ofDefinition: number) }
  }

  /// The concepts in the order of the file; to be asked after ``resolveAll()``.
  var concepts: [Concept] {
    definitions.enumerated().map { number, definition in
      Concept(
        name: definition.names[0], aliases: Array(definition.names.dropFirst()),
        meaning: meanings[number] ?? ResolvedName(classes: []))
    }
  }

  private mutating func meaning(
    ofDefinition number: Int
  ) throws(VocabularyError) -> ResolvedName {
    if let known = meanings[number] { return known }
    let definition = definitions[number]
    if let start = path.firstIndex(of: number) {
      let names = (path[start...] + [number]).map { definitions[$0].names[0].rawValue }
      throw VocabularyError(.cycle(names), line: definition.line)
    }
    guard path.count < Self.maximumDepth else {
      throw VocabularyError(.tooDeep(limit: Self.maximumDepth), line: definition.line)
    }
    path.append(number)
    // A concept extends the class of its own name. The classes of its further names are not part of
    // it, so that `airplane, plane` does not make a carpenter's plane fly.
    var meaning = ResolvedName(classes: index.classes(named: definition.names[0], in: nil))
    for member in definition.members {
      meaning = meaning.union(try self.meaning(of: member, line: definition.line))
    }
    path.removeLast()
    meanings[number] = meaning
    return meaning
  }

  private mutating func meaning(
    of member: VocabularyFile.Member, line: Int
  ) throws(VocabularyError) -> ResolvedName {
    switch member {
    case .light(let light):
      return ResolvedName(classes: [], lights: [light])
    case .name(let name, let vocabulary):
      let classes = ResolvedName(classes: index.classes(named: name, in: vocabulary))
      if vocabulary == nil, let number = definitionOfKey[name.key] {
        return classes.union(try meaning(ofDefinition: number))
      }
      if classes.isEmpty { noteUnknown(name, in: vocabulary, line: line) }
      return classes
    }
  }

  private mutating func noteUnknown(_ name: Name, in vocabulary: VocabularyID?, line: Int) {
    // Suggestions are for a mistyped name: with a whole model missing they would only cost time.
    let suggests = unknownMembers.count < 20
    if let member = index.unknownMember(name, in: vocabulary, line, suggests: suggests) {
      unknownMembers.append(member)
    }
  }
}
