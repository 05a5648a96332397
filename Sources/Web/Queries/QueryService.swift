internal import Catalog
internal import Foundation
internal import HTTPTypes
internal import Library
internal import PhotoCore
internal import Query
internal import Search
internal import Synchronization

/// A query with what it found.
struct QueryResult: Sendable {
  /// The canonical text; empty for all photos.
  let text: String
  let expression: QueryExpression?
  let resolved: ResolvedExpression?
  let order: ResultOrder
  let result: SearchResult
  let snapshot: QuerySnapshot

  /// What the query left out because it is unknown, in sentences; nil for nothing.
  var leftOut: String? {
    LeftOut(resolved, undated: result.undated, unplaced: result.unplaced).sentence
  }
}

/// The orders of a result, as clients name them.
enum OrderName: String, CaseIterable {
  case oldest, newest, nearest, surest
}

/// What queries mean at present, and the index that answers them.
struct QuerySnapshot: Sendable {
  let lexicon: Lexicon
  let thresholds: Thresholds
  let index: SearchIndex
  /// What the words were made of.
  let state: LexiconState
}

/// Answers queries from the index in memory.
///
/// ## Concurrency model
/// All calls block and are made on ``BlockingThreads``. The index is loaded at the first use, by
/// whoever comes first while the others wait; it follows the catalogue by ``refresh()``.
final class QueryService: Sendable {
  private let library: LibraryFolder
  private let catalogue: CatalogDatabase
  private let installed: @Sendable () throws -> [RegisteredModel]
  private let snapshot = Mutex<QuerySnapshot?>(nil)
  private let recent = Mutex(RecentResults())

  init(
    library: LibraryFolder, catalogue: CatalogDatabase,
    installed: @escaping @Sendable () throws -> [RegisteredModel]
  ) {
    self.library = library
    self.catalogue = catalogue
    self.installed = installed
  }

  /// Loads the index where that was not done yet.
  func current() throws -> QuerySnapshot {
    try snapshot.withLock { snapshot in
      if let snapshot { return snapshot }
      let loaded = try load()
      snapshot = loaded
      return loaded
    }
  }

  private func load() throws -> QuerySnapshot {
    while true {
      let state = try library.lexiconState(catalogue)
      let (lexicon, thresholds) = try library.lexicon(catalogue, installed: installed)
      let index = try SearchIndex(catalogue, lexicon.facetScheme(thresholds))
      // A label that was made meanwhile is in the index, which would not see it as news later on.
      guard try library.lexiconState(catalogue) == state else { continue }
      return QuerySnapshot(lexicon: lexicon, thresholds: thresholds, index: index, state: state)
    }
  }

  /// Takes in what has changed in the catalogue.
  ///
  /// - Returns: false where nothing has.
  func refresh() throws -> Bool {
    let snapshot = try current()
    guard try snapshot.index.refresh() else { return false }
    let state = try library.lexiconState(catalogue)
    if state != snapshot.state { try renew(snapshot, state) }
    recent.withLock { $0.removeAll() }
    return true
  }

  /// Rebuilds what is out of date.
  private func renew(_ old: QuerySnapshot, _ state: LexiconState) throws {
    // Models whose first results have come bring new names, and another active model its threshold.
    guard state.hasSameModels(as: old.state) else { return forgetWords() }
    // Of labels the index has taken in what it counts, names and thresholds too. The state was read
    // behind the index and before the lexicon: what changes in between is found by the next refresh.
    let (lexicon, thresholds) = try library.lexicon(catalogue, installed: installed)
    snapshot.withLock { snapshot in
      // Forgotten meanwhile: whoever comes next loads another vocabulary.
      guard snapshot?.index === old.index else { return }
      snapshot = QuerySnapshot(
        lexicon: lexicon, thresholds: thresholds, index: old.index, state: state)
    }
  }

  /// Forgets the vocabulary and the index: another vocabulary counts other facets.
  func forgetWords() {
    snapshot.withLock { $0 = nil }
    recent.withLock { $0.removeAll() }
  }

  /// What a query finds.
  ///
  /// - Parameter order: `oldest`, `newest`, `nearest` or `surest`.
  /// - Throws: `QueryError`, ``RequestProblem``.
  func find(_ text: String, order: String = "oldest") throws -> QueryResult {
    let snapshot = try current()
    if let found = recent.withLock({ $0[text, order] }) { return found }
    var expression: QueryExpression?
    var resolved: ResolvedExpression?
    if !text.allSatisfy(\.isWhitespace) {
      let parsed = try QueryParser.parseKeepingOffsets(text)
      expression = parsed.expression
      resolved = try snapshot.lexicon.resolve(parsed, thresholds: snapshot.thresholds)
    }
    let order = try (order, Self.order(order, resolved))
    let found = QueryResult(
      text: expression?.description ?? "", expression: expression, resolved: resolved,
      order: order.1, result: try snapshot.index.search(resolved, order: order.1),
      snapshot: snapshot)
    recent.withLock { $0[text, order.0] = found }
    return found
  }

  /// How many photos a tree finds.
  func count(_ expression: QueryExpression?, _ snapshot: QuerySnapshot) throws -> Int {
    let resolved = try expression.map {
      try snapshot.lexicon.resolve($0, thresholds: snapshot.thresholds)
    }
    return try snapshot.index.search(resolved).count
  }

  private static func order(
    _ name: String, _ resolved: ResolvedExpression?
  ) throws -> ResultOrder {
    switch OrderName(rawValue: name) {
    case .oldest: return .oldestFirst
    case .newest: return .newestFirst
    case .surest: return .surestFirst
    case .nearest:
      guard let centre = resolved?.centre else {
        throw RequestProblem(
          .badRequest, "The order “nearest” needs a near: term in the query.")
      }
      return .nearestFirst(centre)
    case nil:
      throw RequestProblem(.badRequest, "order must be `oldest`, `newest`, `nearest` or `surest`.")
    }
  }
}

/// The last few results: a page that is scrolled asks for parts of the same one again and again.
private struct RecentResults {
  private static let most = 12
  private var found: [(text: String, order: String, found: QueryResult)] = []

  subscript(text: String, order: String) -> QueryResult? {
    get { found.first { $0.text == text && $0.order == order }?.found }
    set {
      found.removeAll { $0.text == text && $0.order == order }
      if let newValue { found.append((text, order, newValue)) }
      if found.count > Self.most { found.removeFirst() }
    }
  }

  mutating func removeAll() { found.removeAll() }
}
