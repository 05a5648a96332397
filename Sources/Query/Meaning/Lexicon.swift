internal import Geography
package import PhotoCore

/// What the names of queries mean with the installed models and the user's vocabulary.
///
/// Names match as a whole, in any case: the canonical name of a class, one of its synonyms, a
/// concept or a personal label; never a part of a word, never a plural by rule. A name that is
/// several of these means any of them: a concept `dog` extends the class `dog` of each vocabulary,
/// and a synonym that two classes share (`crane`) means either. A class that is called like a further
/// name of a concept is meant by that name, and not by the concept's others.
package struct Lexicon: Sendable {
  /// The concepts in the order of the vocabulary file.
  package let concepts: [Concept]
  /// Members of concepts that the installed models do not know. They are left out, so that another
  /// model may be installed without editing the vocabulary; a caller that shows the vocabulary shows
  /// these. A member with the prefix of a vocabulary that is not installed is not listed.
  package let unknownMembers: [UnknownMember]
  /// The least confidences of single classes, as the vocabulary file says; for ``Thresholds/own``.
  package let ownThresholds: [ClassReference: Double]

  let context: LexiconContext
  private let index: ClassIndex
  private let conceptOfKey: [String: Int]
  private let labelOfKey: [String: PersonalLabel]

  /// - Parameters:
  ///   - labelSets: the classes of the installed models.
  ///   - vocabulary: the text of a vocabulary file; see ``VocabularyFile``.
  ///   - labels: the personal labels.
  ///   - surroundings: what else a query may name.
  /// - Throws: ``VocabularyError`` for a line that is not understood, a name that is defined twice,
  ///   and concepts that mean each other.
  package init(
    labelSets: [LabelSet], vocabulary: String = VocabularyFile.defaultText,
    labels: [PersonalLabel] = [], context: LexiconContext = LexiconContext()
  ) throws(VocabularyError) {
    self.context = context
    index = ClassIndex(labelSets)
    labelOfKey = Dictionary(labels.map { ($0.name.key, $0) }) { first, _ in first }
    let file = try VocabularyFile(parsing: vocabulary)
    var resolution = try ConceptResolution(definitions: file.concepts, index: index)
    try resolution.resolveAll()
    let thresholds = ThresholdResolution(file.thresholds, index)
    concepts = resolution.concepts
    conceptOfKey = resolution.definitionOfKey
    ownThresholds = thresholds.own
    unknownMembers = resolution.unknownMembers + thresholds.unknown
  }

  /// What a name means; with a vocabulary, the classes of this name there.
  ///
  /// - Throws: ``QueryError`` without an offset: unknown name or vocabulary, with the nearest
  ///   names, or a concept without a class that is installed.
  package func resolve(
    _ name: Name, in vocabulary: VocabularyID? = nil
  ) throws(QueryError) -> ResolvedName {
    if let vocabulary, !index.vocabularies.contains(vocabulary.rawValue) {
      throw QueryError(
        .unknownVocabulary(vocabulary.rawValue, suggestions: prefixes(near: vocabulary)),
        offset: nil)
    }
    var meaning = ResolvedName(classes: index.classes(named: name, in: vocabulary))
    let concept = vocabulary == nil ? conceptOfKey[name.key].map { concepts[$0] } : nil
    if vocabulary == nil {
      let label = ResolvedName(classes: [], label: labelOfKey[name.key]?.name)
      meaning = meaning.union(concept?.meaning ?? meaning).union(label)
    }
    guard meaning.isEmpty else { return meaning }
    guard concept == nil else { throw QueryError(.emptyConcept(name.rawValue), offset: nil) }
    let suggestions = Suggestions.nearest(to: name.rawValue, among: names(in: vocabulary))
    throw QueryError(.unknownName(name.rawValue, suggestions: suggestions), offset: nil)
  }

  /// The models that `model:` may name.
  package var modelNames: [String] { context.models }

  /// Cities that begin so, with their countries, most populous first; empty without a gazetteer.
  package func placeNames(beginning text: String, limit: Int) -> [String] {
    context.gazetteer?.suggestions(for: text, limit: limit) ?? []
  }

  /// The English names of all countries; empty without a gazetteer.
  package var countryNames: [String] { context.gazetteer?.countryNames ?? [] }

  /// All classes of the label sets, in their order.
  package var allClasses: [ClassReference] { index.all }

  /// The personal label of this name; nil where there is none.
  func label(_ name: Name) -> PersonalLabel? { labelOfKey[name.key] }

  /// The personal labels, by name.
  package var labels: [PersonalLabel] {
    labelOfKey.values.sorted { $0.name.rawValue < $1.name.rawValue }
  }

  /// All names that ``resolve(_:in:)`` knows, for completion: with a vocabulary, those of its
  /// classes. A name in two vocabularies is in it twice; the order is that of the label sets, after
  /// labels and concepts.
  package func names(in vocabulary: VocabularyID? = nil) -> [String] {
    let classes = index.names.filter { vocabulary == nil || $0.vocabulary == vocabulary?.rawValue }
    guard vocabulary == nil else { return classes.map(\.name) }
    let concepts = concepts.flatMap { [$0.name] + $0.aliases }.map(\.rawValue)
    return labels.map(\.name.rawValue) + concepts + classes.map(\.name)
  }

  /// Vocabularies and fields that may have been meant before a colon.
  private func prefixes(near vocabulary: VocabularyID) -> [String] {
    let known = Field.allCases.map(\.rawValue) + index.vocabularies.sorted()
    return Suggestions.nearest(to: vocabulary.rawValue, among: known)
  }
}
