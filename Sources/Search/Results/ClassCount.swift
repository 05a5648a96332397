internal import Query

/// How often a class was seen on some photos.
struct ClassCount: Sendable {
  /// Photos on which it counts.
  var photos = 0
  /// Its boxes or scenes that count.
  var entries = 0

  mutating func add(_ other: ClassCount) {
    photos += other.photos
    entries += other.entries
  }
}

/// A box or a scene: what of whom, and how surely.
protocol RatedEntry: Sendable {
  var photo: UInt32 { get }
  /// 0...1.
  var share: Double { get }
}

extension Segment.Box: RatedEntry {
  var share: Double { confidence }
}

extension Segment.Score: RatedEntry {
  var share: Double { probability }
}

extension Segment {
  /// Counts the classes of some photos of the segment, from the default thresholds up.
  ///
  /// - Parameter bins: all entries of the photos by share, in as many equal parts as there are bins.
  func count<Entry: RatedEntry>(
    _ postings: Postings<Entry>, of hits: Bitmap, into counts: inout [ClassReference: ClassCount],
    bins: inout [Int]
  ) {
    guard let photos = hits.extent else { return }
    let thresholds = layout.scheme.thresholds
    let parts = HalvedCount.parts(of: postings.entries.count) { [binCount = bins.count] part in
      var counts: [(value: Int, count: ClassCount)] = []
      var bins = [Int](repeating: 0, count: binCount)
      for value in postings.values(beginningIn: part) {
        let entries = postings.entries(of: value, among: photos)
        let least = dictionary.classes[value].map { thresholds.value(for: $0) } ?? .infinity
        counts.append((value, entries.count(in: hits, threshold: least, bins: &bins)))
      }
      return (counts, bins)
    }
    for (partCounts, partBins) in parts {
      for (number, count) in partBins.enumerated() { bins[number] += count }
      for (value, count) in partCounts where count.entries > 0 {
        guard let reference = dictionary.classes[value] else { continue }
        counts[reference, default: ClassCount()].add(count)
      }
    }
  }
}

extension Postings where Entry: RatedEntry {
  /// The values that have entries, the first of them in a part of all entries: two parts never share
  /// a value, nor hence a photo's entries of one class.
  fileprivate func values(beginningIn part: Range<Int>) -> [Int] {
    (0..<starts.count - 1).filter {
      starts[$0] < starts[$0 + 1] && part.contains(Int(starts[$0]))
    }
  }

  /// The entries of a value that may belong to some photos: they are in the order of photos.
  fileprivate func entries(of value: Int, among photos: ClosedRange<Int>) -> ArraySlice<Entry> {
    let all = Int(starts[value])..<Int(starts[value + 1])
    func bound(_ precedes: (Int) -> Bool) -> Int {
      var low = all.lowerBound
      var high = all.upperBound
      while low < high {
        let middle = (low + high) / 2
        if precedes(Int(entries[middle].photo)) { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return entries[bound { $0 < photos.lowerBound }..<bound { $0 <= photos.upperBound }]
  }
}

extension ArraySlice where Element: RatedEntry {
  /// Counts the entries of one class, which are in the order of photos.
  fileprivate func count(
    in hits: Bitmap, threshold: Double, bins: inout [Int]
  ) -> ClassCount {
    var count = ClassCount()
    var lastPhoto = Segment.none
    withUnsafeBufferPointer { entries in
      for entry in entries where hits.contains(Int(entry.photo)) {
        let share = entry.share
        bins[Swift.min(bins.count - 1, Int(share * Double(bins.count)))] += 1
        guard share >= threshold else { continue }
        count.entries += 1
        if entry.photo != lastPhoto { count.photos += 1 }
        lastPhoto = entry.photo
      }
    }
    return count
  }
}
