internal import Catalog
internal import PhotoCore

/// What a query works on: the base, and what replaces parts of it.
struct IndexState: Sendable {
  let base: LoadedSegment
  let delta: LoadedSegment?
  /// The photos of the base that have not changed since it was built.
  let unchanged: Bitmap
  /// For each photo of the delta how many of the base come before it; never falling.
  let places: [Int]
  /// Where each label counts, with the thresholds of the version.
  let labels: [LabelHits]

  var version: Int64 { delta?.version ?? base.version }
  var alive: Int { unchanged.population + (delta?.segment.count ?? 0) }

  init(base: LoadedSegment) {
    self.base = base
    delta = nil
    unchanged = .all(base.segment.count)
    places = []
    labels = LabelHits.all(base: base, delta: nil, known: [])
  }

  /// - Parameters:
  ///   - feed: reads what changed since the base was built.
  ///   - known: the label hits of the state before, of the same base.
  init(
    base: LoadedSegment, delta: LoadedSegment, known: [LabelHits], _ feed: IndexFeed
  ) throws {
    self.base = base
    self.delta = delta
    var unchanged = Bitmap.all(base.segment.count)
    for id in try feed.changedPhotos() {
      if let ordinal = base.segment.ordinal(ofPhoto: id) { unchanged.remove(ordinal) }
    }
    self.unchanged = unchanged
    labels = LabelHits.all(base: base, delta: delta, known: known)
    places = try Self.places(of: delta.segment, in: base.segment, unchanged, feed)
  }

  /// Where the photos of the delta belong among those of the base.
  private static func places(
    of delta: Segment, in base: Segment, _ unchanged: Bitmap, _ feed: IndexFeed
  ) throws -> [Int] {
    var places: [Int] = []
    places.reserveCapacity(delta.count)
    for ordinal in 0..<delta.count {
      let equal = base.equalRange(delta.keys[ordinal], isDated: ordinal < delta.datedCount)
      let rivals = equal.filter { unchanged.contains($0) }
      guard !rivals.isEmpty else {
        places.append(equal.lowerBound)
        continue
      }
      // Of the same instant: only their names and hashes tell.
      let own = Int64(delta.ids[ordinal])
      let sorted = try feed.inOrder([own] + rivals.map { Int64(base.ids[$0]) })
      let before = sorted.firstIndex(of: own).flatMap { $0 > 0 ? sorted[$0 - 1] : nil }
      let place = before.flatMap { base.ordinal(ofPhoto: $0) }.map { $0 + 1 }
      places.append(place ?? equal.lowerBound)
    }
    return places
  }
}

extension Segment {
  /// The ordinals of the photos with this key.
  func equalRange(_ key: Int64, isDated: Bool) -> Range<Int> {
    let range = isDated ? 0..<datedCount : datedCount..<count
    func bound(_ precedes: (Int64) -> Bool) -> Int {
      var low = range.lowerBound
      var high = range.upperBound
      while low < high {
        let middle = (low + high) / 2
        if precedes(keys[middle]) { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return bound { $0 < key }..<bound { $0 <= key }
  }
}
