/// What a query left out because something it asks for is not known, to be said beside its result.
package struct LeftOut: Hashable, Sendable {
  /// Photos without a time of capture, where the query asks for one.
  package let undated: Int
  /// Photos without a position, where the query asks for one.
  package let unplaced: Int
  /// Labels that the query asks for and that are not trained yet, each once, in its order.
  package let untrained: [Name]

  /// - Parameters:
  ///   - expression: the query; nil for all photos.
  ///   - undated: see ``undated``; the result knows it.
  ///   - unplaced: see ``unplaced``.
  package init(_ expression: ResolvedExpression?, undated: Int, unplaced: Int) {
    self.undated = undated
    self.unplaced = unplaced
    var seen: Set<String> = []
    untrained = (expression?.terms ?? []).compactMap(\.meaning.untrainedLabel)
      .filter { seen.insert($0.key).inserted }
  }

  /// What was left out, in sentences; nil for nothing.
  package var sentence: String? {
    var parts: [String] = []
    if undated > 0 { parts.append("\(undated) undated \(photos(undated))") }
    if unplaced > 0 { parts.append("\(unplaced) \(photos(unplaced)) without a position") }
    var sentences = untrained.map {
      "The label “\($0.rawValue)” is not trained yet. Mark examples and train it."
    }
    if !parts.isEmpty {
      sentences.insert("\(parts.joined(separator: " and ")) not included.", at: 0)
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  private func photos(_ count: Int) -> String { count == 1 ? "photo" : "photos" }
}

extension ResolvedTerm.Meaning {
  /// The label that cannot answer; nil for everything else.
  fileprivate var untrainedLabel: Name? {
    guard case .label(let condition) = self, !condition.hasLearnt else { return nil }
    return condition.name
  }
}
