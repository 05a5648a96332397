internal import Query

/// A query as the filter panel sees it: a list of clauses that all hold, each with its canonical text.
///
/// The panel adds, removes and replaces clauses as texts and joins them by `and`; what it does not know
/// it leaves as it is. So text and panel can never say different things.
struct ClauseTree {
  let expression: QueryExpression?

  /// The operands of the outermost `and`; the whole query where there is none.
  var clauses: [QueryExpression] {
    guard let expression else { return [] }
    if case .and(let operands) = expression { return operands.expressions }
    return [expression]
  }

  /// The query without one of its clauses; nil where nothing is left.
  func without(_ place: Int) -> QueryExpression? {
    var rest = clauses
    rest.remove(at: place)
    return QueryExpression.all(of: rest)
  }

  /// The query without the dates among its clauses, so that a time line shows what lies outside.
  var withoutDates: QueryExpression? {
    QueryExpression.all(of: clauses.filter { !Self.isDate($0) })
  }

  /// Whether a date is among the clauses.
  var hasDates: Bool { clauses.contains(where: Self.isDate) }

  private static func isDate(_ clause: QueryExpression) -> Bool {
    if case .term(.date) = clause { true } else { false }
  }

  /// The clauses, each with how many photos it finds alone.
  ///
  /// - Parameter count: how many photos a clause alone finds.
  func counted(
    _ count: (QueryExpression) throws -> Int
  ) rethrows -> [(clause: QueryExpression, count: Int)] {
    try clauses.map { ($0, try count($0)) }
  }

  /// How a clause is made of others.
  private enum Operator: String, Sendable, CaseIterable {
    case term, not, and, or
  }

  static let countedShape = Shape<(clause: QueryExpression, count: Int)>.object(
    fields(operand: shape).map { $0.of { $0.clause } } + [.field("count", .integer) { $0.count }]
  ).named("CountedClause")

  private static let shape: Shape<QueryExpression> = .object(
    fields(operand: .reference(to: "Clause") { shape })
  ).named("Clause")

  private static func fields(operand: Shape<QueryExpression>) -> [ShapeField<QueryExpression>] {
    [
      .field("op", .word) { parts($0).op }, .field("text", .string) { $0.description },
      .field("kind", .optional(.string)) { parts($0).kind },
      .field("operands", .list(operand)) { parts($0).operands },
    ]
  }

  private static func parts(
    _ expression: QueryExpression
  ) -> (op: Operator, kind: String?, operands: [QueryExpression]) {
    switch expression {
    case .term(let term): (.term, term.kind, [])
    case .not(let operand): (.not, nil, [operand])
    case .and(let operands): (.and, nil, operands.expressions)
    case .or(let operands): (.or, nil, operands.expressions)
    }
  }
}
