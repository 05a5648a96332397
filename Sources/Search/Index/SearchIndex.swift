package import Catalog
internal import PhotoCore
package import Query
internal import Synchronization

/// The catalogue in memory, arranged for answering queries with all facets in milliseconds.
///
/// Photos are kept in two segments: the base, built when the index is loaded, and the photos that
/// changed since, which replace those of the base. ``refresh()`` rebuilds the second from the
/// catalogue's changes, and the first where the second has become large. Nothing is ever written:
/// an index can be thrown away at any time.
///
/// ## Concurrency model
/// The state is immutable and replaced as a whole; each query works on the one that it began with.
/// ``init(_:_:)`` and ``refresh()`` block; calls of ``refresh()`` wait for each other.
package final class SearchIndex: Sendable {
  private let catalogue: CatalogDatabase
  private let layout: FacetLayout
  private let state: Mutex<IndexState>
  private let refreshing = Mutex<Void>(())

  /// The changed photos that are kept beside the base before everything is rebuilt: a share of
  /// it, and a number below which a share is not worth counting.
  private static let (largestShare, smallestLimit) = (20, 2000)

  /// Reads the whole catalogue.
  ///
  /// - Parameter scheme: which facets to count; another vocabulary needs another index.
  /// - Throws: the usual errors of the catalogue.
  package init(_ catalogue: CatalogDatabase, _ scheme: FacetScheme) throws {
    self.catalogue = catalogue
    layout = FacetLayout(scheme)
    state = Mutex(IndexState(base: try SegmentLoader(catalogue, layout).loadAll()))
  }

  /// Takes in what has changed in the catalogue since the last time.
  ///
  /// - Returns: false where nothing has.
  /// - Throws: the usual errors of the catalogue; the index is then as it was.
  @discardableResult
  package func refresh() throws -> Bool {
    try refreshing.withLock { _ in
      let current = snapshot
      guard try catalogue.version() != current.version else { return false }
      let loader = SegmentLoader(catalogue, layout)
      let limit = max(Self.smallestLimit, current.base.segment.count / Self.largestShare)
      let next = try catalogue.search.feed(after: current.base.version) { feed -> IndexState? in
        guard try feed.size().photos <= limit else { return nil }
        return try IndexState(
          base: current.base, delta: try loader.assemble(feed), known: current.labels, feed)
      }
      let state = try next ?? IndexState(base: try loader.loadAll())
      self.state.withLock { $0 = state }
      return true
    }
  }

  /// How many photos the index holds.
  package var count: Int { snapshot.alive }

  /// The photos for which a query holds.
  ///
  /// - Parameters:
  ///   - expression: nil for all photos.
  ///   - order: how ``SearchResult/ids(_:)`` are ordered.
  /// - Throws: ``NotYetAvailable`` for a term that cannot be answered.
  package func search(
    _ expression: ResolvedExpression?, order: ResultOrder = .oldestFirst
  ) throws -> SearchResult {
    try SearchResult(state: snapshot, expression: expression, order: order, layout: layout)
  }

  private var snapshot: IndexState { state.withLock { $0 } }
}

/// A segment, and up to which version of the catalogue it reaches.
struct LoadedSegment: Sendable {
  let segment: Segment
  let version: Int64
}

/// Reads segments. Photos and results are read side by side, each by a connection of its own.
struct SegmentLoader {
  private let catalogue: CatalogDatabase
  private let layout: FacetLayout

  init(_ catalogue: CatalogDatabase, _ layout: FacetLayout) {
    self.catalogue = catalogue
    self.layout = layout
  }

  func loadAll() throws -> LoadedSegment {
    // Two snapshots may be of different moments; then again. A busy import ends the attempts with
    // one connection, which is never in doubt.
    for _ in 0..<3 {
      let side = BlockingTask("index") { try catalogue.search.feed { try Results($0) } }
      let loaded = try catalogue.search.feed { feed in try assemble(feed) { try side.value() } }
      if let loaded { return loaded }
    }
    return try catalogue.search.feed { try assemble($0) }
  }

  /// The photos of a feed, read by it alone.
  func assemble(_ feed: IndexFeed) throws -> LoadedSegment {
    let builder = try SegmentBuilder(feed, layout)
    let photos = try RawPhotos(feed, expecting: try feed.size().photos)
    return Self.finish(builder, photos: photos, results: try Results(feed))
  }

  /// - Parameter results: read meanwhile by another connection.
  /// - Returns: nil where the results are of another moment than the photos.
  private func assemble(
    _ feed: IndexFeed, _ results: () throws -> Results
  ) throws -> LoadedSegment? {
    let builder = try SegmentBuilder(feed, layout)
    let photos = try RawPhotos(feed, expecting: try feed.size().photos)
    let results = try results()
    guard results.version == feed.version else { return nil }
    return Self.finish(builder, photos: photos, results: results)
  }

  private static func finish(
    _ builder: SegmentBuilder, photos: consuming RawPhotos, results: consuming Results
  ) -> LoadedSegment {
    let version = results.version
    let objects = results.objects
    let scenes = results.scenes
    let modelRuns = results.modelRuns
    results = Results(version: version)
    return LoadedSegment(
      segment: builder.build(
        photos: photos, objects: objects, scenes: scenes, modelRuns: modelRuns),
      version: version)
  }

  private struct Results: Sendable {
    let objects, scenes: RawResults
    let modelRuns: RawModelRuns
    let version: Int64

    /// None.
    init(version: Int64) {
      objects = RawResults()
      scenes = RawResults()
      modelRuns = RawModelRuns()
      self.version = version
    }

    init(_ feed: IndexFeed) throws {
      let size = try feed.size()
      objects = try RawResults.objects(feed, expecting: size.objects)
      scenes = try RawResults.scenes(feed, expecting: size.scenes)
      modelRuns = try RawModelRuns(feed)
      version = feed.version
    }
  }
}
