internal import PhotoCore

/// Finds classes by their names: canonical ones and synonyms, whole, in any case.
struct ClassIndex {
  /// All classes in the order of the label sets.
  private(set) var all: [ClassReference] = []
  private var classes: [String: [ClassReference]] = [:]
  /// The ids of the vocabularies, in lower case.
  private(set) var vocabularies: Set<String> = []
  /// All names as they are displayed, with their vocabulary.
  private(set) var names: [(vocabulary: String, name: String)] = []

  init(_ labelSets: [LabelSet]) {
    for set in labelSets {
      vocabularies.insert(set.vocabulary.lowercased())
      for label in set.classes {
        let reference = ClassReference(
          vocabulary: set.vocabulary, task: set.task, className: label.name)
        all.append(reference)
        for text in [label.name] + label.synonyms { add(text, reference) }
      }
    }
  }

  private mutating func add(_ text: String, _ reference: ClassReference) {
    guard let name = Name(rawValue: text) else { return }
    names.append((reference.vocabulary.lowercased(), name.rawValue))
    if classes[name.key]?.contains(reference) != true {
      classes[name.key, default: []].append(reference)
    }
  }

  /// The classes of this name in one vocabulary, or (nil) in all.
  func classes(named name: Name, in vocabulary: VocabularyID?) -> [ClassReference] {
    let found = classes[name.key] ?? []
    guard let vocabulary else { return found }
    return found.filter { $0.vocabulary.lowercased() == vocabulary.rawValue }
  }

  /// What is to be said of a name in the vocabulary file that no class has; nil where its vocabulary is
  /// not installed, for which the name may be right.
  func unknownMember(
    _ name: Name, in vocabulary: VocabularyID?, _ line: Int, suggests: Bool = true
  ) -> UnknownMember? {
    if let vocabulary, !vocabularies.contains(vocabulary.rawValue) { return nil }
    let candidates = names.lazy
      .filter { vocabulary == nil || $0.vocabulary == vocabulary?.rawValue }.map(\.name)
    return UnknownMember(
      text: (vocabulary.map { "\($0.rawValue):" } ?? "") + name.rawValue, line: line,
      suggestions: suggests ? Suggestions.nearest(to: name.rawValue, among: candidates) : [])
  }
}
