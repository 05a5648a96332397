internal import PhotoCore
internal import Query
internal import Search

/// What a query finds, in numbers.
struct SearchAnswer {
  /// A clause without which the query would find something.
  struct Hint {
    let text: String
    /// Its place among the clauses.
    let clause: Int
    /// How many photos would be found.
    let without: Int
  }

  let found: QueryResult
  /// The clauses that all hold, each with how many photos it finds alone.
  let clauses: [(clause: QueryExpression, count: Int)]
  let facets: ListedFacets
  /// Photos of each month, whatever dates the query asks for.
  let histogram: [(month: YearMonth, count: Int)]
  let hints: [Hint]
  /// Whether the library has any.
  let hasPhotos: Bool

  static let shape = Shape<SearchAnswer>.object([
    .field("query", .string) { $0.found.text },
    .field("version", .integer) { $0.found.result.version },
    .field("count", .integer) { $0.found.result.count },
    .field("undated", .integer) { $0.found.result.undated },
    .field("unplaced", .integer) { $0.found.result.unplaced },
    .field("left_out", .optional(.string)) { $0.found.leftOut },
    .field("clauses", .list(ClauseTree.countedShape)) { $0.clauses },
    .field("facets", ListedFacets.shape) { $0.facets },
    .field("histogram", .list(ListedFacets.month)) { $0.histogram },
    .field("centre", .optional(centre)) { $0.centre },
    .field("hints", .list(hint)) { $0.hints },
    .field("has_photos", .boolean) { $0.hasPhotos },
  ]).named("SearchAnswer")

  /// Where distances are measured from; nil where the query does not say.
  private var centre: (coordinate: Coordinate, metres: Double)? {
    for term in found.resolved?.terms ?? [] {
      if case .near(let centre, let metres) = term.meaning { return (centre, metres) }
    }
    return nil
  }

  private static let centre = Shape<(coordinate: Coordinate, metres: Double)>.object([
    .field("latitude", .number) { $0.coordinate.latitude },
    .field("longitude", .number) { $0.coordinate.longitude },
    .field("metres", .number) { $0.metres },
  ])

  private static let hint = Shape<Hint>.object([
    .field("text", .string) { $0.text }, .field("clause", .integer) { $0.clause },
    .field("without", .integer) { $0.without },
  ])
}
