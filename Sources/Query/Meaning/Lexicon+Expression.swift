internal import PhotoCore

extension Lexicon {
  /// Looks up every name of a query that was read from a text.
  ///
  /// - Throws: ``QueryError`` with the place of the first term that means nothing; what
  ///   ``LexiconContext/similar`` throws.
  package func resolve(
    _ query: ParsedQuery, thresholds: Thresholds
  ) throws -> ResolvedExpression {
    var offsets = query.termOffsets[...]
    return try resolve(query.expression, thresholds: thresholds, offsets: &offsets)
  }

  /// Looks up every name of a tree.
  ///
  /// - Throws: ``QueryError`` without an offset, for the first term that means nothing; what
  ///   ``LexiconContext/similar`` throws.
  package func resolve(
    _ expression: QueryExpression, thresholds: Thresholds
  ) throws -> ResolvedExpression {
    var offsets = ArraySlice<Int>()
    return try resolve(expression, thresholds: thresholds, offsets: &offsets)
  }

  private func resolve(
    _ expression: QueryExpression, thresholds: Thresholds, offsets: inout ArraySlice<Int>
  ) throws -> ResolvedExpression {
    switch expression {
    case .not(let operand):
      return .not(try resolve(operand, thresholds: thresholds, offsets: &offsets))
    case .and(let operands):
      return .and(try resolve(operands, thresholds: thresholds, offsets: &offsets))
    case .or(let operands):
      return .or(try resolve(operands, thresholds: thresholds, offsets: &offsets))
    case .term(let term):
      let offset = offsets.popFirst()
      do {
        guard case .name(let name) = term else {
          return .term(ResolvedTerm(source: term, meaning: try meaning(of: term, thresholds)))
        }
        return try resolve(name, thresholds)
      } catch let error as QueryError {
        throw QueryError(error.problem, offset: offset)
      }
    }
  }

  private func resolve(
    _ operands: QueryExpression.Operands, thresholds: Thresholds,
    offsets: inout ArraySlice<Int>
  ) throws -> [ResolvedExpression] {
    var resolved: [ResolvedExpression] = []
    for operand in operands.expressions {
      resolved.append(try resolve(operand, thresholds: thresholds, offsets: &offsets))
    }
    return resolved
  }

  /// Any of the classes, lights and labels of the name.
  private func resolve(
    _ term: NameTerm, _ thresholds: Thresholds
  ) throws(QueryError) -> ResolvedExpression {
    let name = try resolve(term.name, in: term.vocabulary)
    try check(term, against: name)
    var meanings: [ResolvedTerm.Meaning] = []
    if !name.classes.isEmpty {
      meanings.append(.classes(condition(of: term, name: name, thresholds: thresholds)))
    }
    if !name.lights.isEmpty, !term.asksForBoxes, term.confidence == nil {
      meanings.append(.light(Set(name.lights)))
    }
    if let label = name.label.flatMap({ self.label($0) }), !term.asksForBoxes {
      meanings.append(.label(LabelCondition(label, confidence: term.confidence)))
    }
    let terms = meanings.map {
      ResolvedExpression.term(ResolvedTerm(source: .name(term), meaning: $0))
    }
    return terms.count == 1 ? terms[0] : .or(terms)
  }

  /// Counts and sizes need boxes, and `@` the confidence of a network or a label.
  private func check(_ term: NameTerm, against name: ResolvedName) throws(QueryError) {
    if term.asksForBoxes, !name.classes.contains(where: { $0.task == .detection }) {
      throw QueryError(.hasNoBoxes(term.name.rawValue), offset: nil)
    }
    if term.confidence != nil, name.classes.isEmpty, name.label == nil {
      throw QueryError(.hasNoConfidence(term.name.rawValue), offset: nil)
    }
  }

  private func condition(
    of term: NameTerm, name: ResolvedName, thresholds: Thresholds
  ) -> ClassCondition {
    ClassCondition(
      classes: name.classes,
      least: term.confidence.map { Thresholds(everywhere: $0.rawValue) } ?? thresholds,
      count: term.count, minimumArea: term.larger?.rawValue)
  }
}

extension NameTerm {
  fileprivate var asksForBoxes: Bool { count != nil || larger != nil }
}

extension PhotoFact {
  func meaning(_ thresholds: Thresholds) -> ResolvedTerm.Meaning {
    switch self {
    case .gps: .hasPosition
    case .time: .hasTime
    case .warning: .hasWarning
    case .objects: .hasObjects(thresholds)
    case .scenes: .hasScenes(thresholds)
    }
  }
}
