internal import OrderedJSON
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

  /// - Parameter count: how many photos a clause alone finds.
  func json(count: (QueryExpression) throws -> Int) rethrows -> JSONText {
    .array(
      try clauses.map { clause in
        .object(Self.members(clause) + [("count", .count(try count(clause)))])
      })
  }

  private static func members(_ expression: QueryExpression) -> [(String, JSONText)] {
    let (op, kind, operands): (String, String?, [QueryExpression]) =
      switch expression {
      case .term(let term): ("term", term.kind, [])
      case .not(let operand): ("not", nil, [operand])
      case .and(let operands): ("and", nil, operands.expressions)
      case .or(let operands): ("or", nil, operands.expressions)
      }
    return [
      ("op", .text(op)), ("text", .text(expression.description)), ("kind", .text(orNull: kind)),
      ("operands", .array(operands.map { .object(members($0)) })),
    ]
  }
}
