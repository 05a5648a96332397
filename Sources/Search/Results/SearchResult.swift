internal import Geography
internal import PhotoCore
package import Query

/// What a query found, as of one moment: later changes of the index do not touch it.
package struct SearchResult: Sendable {
  /// How many photos.
  package let count: Int
  /// Photos that the query may have left out because their time is unknown; 0 where it asks for no
  /// time.
  package let undated: Int
  /// Photos that the query may have left out because their position is unknown; 0 where it asks for
  /// none.
  package let unplaced: Int

  let state: IndexState
  private let facetLayout: FacetLayout
  /// By segment.
  let hits: [Bitmap]
  /// The hits in an order other than the chronological ones; nil where bitmaps tell the order.
  let ranked: [Int64]?
  let isReversed: Bool

  init(
    state: IndexState, expression: ResolvedExpression?, order: ResultOrder,
    layout: FacetLayout
  ) throws {
    self.state = state
    facetLayout = layout
    isReversed = order == .newestFirst
    var hits: [Bitmap] = []
    for (number, segment) in state.segments.enumerated() {
      var photos =
        if let expression { try segment.photos(expression) } else { Bitmap.all(segment.count) }
      if number == 0 { photos.formIntersection(state.unchanged) }
      hits.append(photos)
    }
    self.hits = hits
    count = hits.reduce(0) { $0 + $1.population }
    undated = expression?.asksForTime == true ? state.undated : 0
    unplaced = expression?.asksForPosition == true ? state.unplaced : 0
    switch order {
    case .oldestFirst, .newestFirst: ranked = nil
    case .nearestFirst(let centre):
      ranked = state.ranked(hits) { number, ordinals in
        state.segments[number].distances(ordinals, from: centre)
      }
    case .surestFirst:
      guard let expression else {
        ranked = nil
        return
      }
      var sureness: [[Double]] = []
      for segment in state.segments { sureness.append(try segment.sureness(expression)) }
      ranked = state.ranked(hits) { number, ordinals in ordinals.map { -sureness[number][$0] } }
    }
  }

  /// The version of the catalogue that the result is of: what has changed since is not in it.
  package var version: Int64 { state.version }

  /// The row ids of a part of the hits, in order; fewer at the end of the list.
  package func ids(_ range: Range<Int>) -> [Int64] {
    let range = range.clamped(to: 0..<count)
    if let ranked { return Array(ranked[range]) }
    if !isReversed { return state.members(hits, range) }
    // In reverse the dated come first, too.
    let dated = state.datedCount(hits)
    var ids: [Int64] = []
    let first = range.clamped(to: 0..<dated)
    if !first.isEmpty {
      ids += state.members(hits, dated - first.upperBound..<dated - first.lowerBound).reversed()
    }
    let rest = range.clamped(to: dated..<count)
    if !rest.isEmpty {
      let mirrored = count - 1 + dated
      ids += state.members(hits, mirrored - rest.upperBound + 1..<mirrored - rest.lowerBound + 1)
        .reversed()
    }
    return ids
  }

  /// The row ids of all hits, in order.
  package func allIDs() -> [Int64] { ids(0..<count) }

  /// How many of the hits have each property.
  package func facets() -> Facets {
    var facets = Facets()
    for (segment, hits) in zip(state.segments, hits) {
      segment.count(hits, facetLayout, into: &facets)
    }
    for label in state.labels {
      let count = label.count(in: hits)
      if count > 0 { facets.labels[label.label.name.rawValue] = count }
    }
    return facets
  }
}

extension IndexState {
  var segments: [Segment] { [base.segment] + (delta.map { [$0.segment] } ?? []) }

  var undated: Int {
    unchanged.population(in: base.segment.datedCount..<base.segment.count)
      + (delta.map { $0.segment.count - $0.segment.datedCount } ?? 0)
  }

  var unplaced: Int {
    alive - unchanged.populationOfBoth(base.segment.placed)
      - (delta?.segment.placed.population ?? 0)
  }

  func datedCount(_ hits: [Bitmap]) -> Int {
    zip(segments, hits).reduce(0) { $0 + $1.1.population(in: 0..<$1.0.datedCount) }
  }

  /// A part of the hits of both segments in chronological order.
  func members(_ hits: [Bitmap], _ range: Range<Int>) -> [Int64] {
    guard let delta, hits[1].population > 0 else {
      return hits[0].members(range).map { Int64(base.segment.ids[$0]) }
    }
    var merged: [Int64] = []
    var skip = range.lowerBound
    var at = 0
    func takeBase(upTo end: Int) {
      let available = hits[0].population(in: at..<end)
      let wanted = range.count - merged.count
      if skip >= available {
        skip -= available
      } else if wanted > 0 {
        let before = hits[0].population(in: 0..<at)
        let part = hits[0].members(before + skip..<before + min(available, skip + wanted))
        merged += part.map { Int64(base.segment.ids[$0]) }
        skip = 0
      }
      at = end
    }
    for ordinal in hits[1].members(0..<hits[1].population) {
      guard merged.count < range.count else { break }
      takeBase(upTo: max(at, places[ordinal]))
      guard merged.count < range.count else { break }
      if skip > 0 { skip -= 1 } else { merged.append(Int64(delta.segment.ids[ordinal])) }
    }
    takeBase(upTo: base.segment.count)
    return merged
  }

  /// All hits by a rank, lowest first; chronologically where it is equal.
  ///
  /// - Parameter rank: of some ordinals of the segment of a number.
  func ranked(_ hits: [Bitmap], _ rank: (Int, [Int]) -> [Double]) -> [Int64] {
    let chronological = members(hits, 0..<hits.reduce(0) { $0 + $1.population })
    var ranks: [Int64: Double] = [:]
    ranks.reserveCapacity(chronological.count)
    for (number, segment) in segments.enumerated() {
      let ordinals = hits[number].members(0..<hits[number].population)
      for (ordinal, value) in zip(ordinals, rank(number, ordinals)) {
        ranks[Int64(segment.ids[ordinal])] = value
      }
    }
    let numbered = chronological.enumerated().map { (ranks[$1] ?? .infinity, $0, $1) }
    return numbered.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }
}
