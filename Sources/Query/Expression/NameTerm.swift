/// A class, concept or personal label that a photo is to show: `person >= 3 @ 80% larger 20%`.
///
/// Without a count, the photo has at least one box, or a scene, of the name. A count counts boxes.
/// The confidence replaces the model's default threshold; a size asks for boxes of at least this
/// share of the picture. All parts that are given hold for the same boxes.
package struct NameTerm: Hashable, Sendable, Codable {
  /// The name as it was written.
  package let name: Name
  /// The only vocabulary in which the name is looked up; nil for all, and for concepts.
  package let vocabulary: VocabularyID?
  /// How many boxes; nil for at least one box or scene.
  package let count: NumberCondition?
  /// The least confidence; nil for the default of the task.
  package let confidence: Fraction?
  /// The least share of the picture that a box covers; nil for any.
  package let larger: Fraction?

  package init(
    name: Name, vocabulary: VocabularyID? = nil, count: NumberCondition? = nil,
    confidence: Fraction? = nil, larger: Fraction? = nil
  ) {
    self.name = name
    self.vocabulary = vocabulary
    self.count = count
    self.confidence = confidence
    self.larger = larger
  }
}
