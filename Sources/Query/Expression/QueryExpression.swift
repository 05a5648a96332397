/// A query as a tree: terms joined by `and`, `or` and `not`.
///
/// Not called `Expression`, which Foundation has taken.
package indirect enum QueryExpression: Hashable, Sendable {
  /// One condition.
  case term(Term)
  /// Everything but what the operand holds for: photos where something is unknown are included.
  case not(QueryExpression)
  /// All of the operands hold.
  case and(Operands)
  /// At least one of the operands holds.
  case or(Operands)

  /// What `and` and `or` join: two or more.
  package struct Operands: Hashable, Sendable {
    /// The operands in the order they were written.
    package let expressions: [QueryExpression]

    /// - Returns: nil for fewer than two.
    package init?(_ expressions: [QueryExpression]) {
      guard expressions.count >= 2 else { return nil }
      self.expressions = expressions
    }
  }

  /// All of `expressions`: one is taken as it is.
  ///
  /// - Returns: nil for none.
  package static func all(of expressions: [QueryExpression]) -> QueryExpression? {
    Operands(expressions).map(QueryExpression.and) ?? expressions.first
  }

  /// Any of `expressions`: one is taken as it is.
  ///
  /// - Returns: nil for none.
  package static func any(of expressions: [QueryExpression]) -> QueryExpression? {
    Operands(expressions).map(QueryExpression.or) ?? expressions.first
  }

  /// All terms in the order in which they are printed.
  package var terms: [Term] {
    switch self {
    case .term(let term): [term]
    case .not(let operand): operand.terms
    case .and(let operands), .or(let operands): operands.expressions.flatMap(\.terms)
    }
  }

  /// How many `not` and brackets are around the innermost term in the canonical text.
  var nesting: Int {
    switch self {
    case .term: 0
    case .not(let operand): operand.nesting + (operand.isJoined ? 2 : 1)
    case .and(let operands):
      operands.expressions.map { $0.nesting + ($0.isJoined ? 1 : 0) }.max() ?? 0
    case .or(let operands):
      operands.expressions.map { $0.nesting + ($0.isOr ? 1 : 0) }.max() ?? 0
    }
  }

  var isOr: Bool {
    if case .or = self { true } else { false }
  }

  var isJoined: Bool {
    switch self {
    case .term, .not: false
    case .and, .or: true
    }
  }
}
