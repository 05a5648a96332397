/// Whether photos have the right classes at all, whatever the boxes: what a search sees.
///
/// A class is on a photo where any annotation says so, a crowd too; it is found where any box of it
/// reaches the threshold.
package struct PhotoTags: Sendable {
  /// Pairs of photo and class.
  package struct Counts: Hashable, Sendable {
    /// Found and there.
    package var right = 0
    /// Found and not there.
    package var wrong = 0
    /// There and not found.
    package var missed = 0

    package init() {}

    /// The share of what is found that is there; nil where nothing is found.
    package var precision: Double? {
      right + wrong == 0 ? nil : Double(right) / Double(right + wrong)
    }
    /// The share of what is there that is found; nil where nothing is there.
    package var recall: Double? {
      right + missed == 0 ? nil : Double(right) / Double(right + missed)
    }
    /// The harmonic mean of both; nil where there is nothing on either side.
    package var f1: Double? {
      let all = 2 * right + wrong + missed
      return all == 0 ? nil : Double(2 * right) / Double(all)
    }
  }

  private struct ClassTag: Hashable {
    let image: Int
    let category: Int
  }

  private let there: Set<ClassTag>
  private let best: [ClassTag: Double]

  /// - Parameter found: the boxes that an import keeps; those of unknown pictures do not count.
  package init(truth: COCOTruth, found: [ScoredBox]) {
    let images = Set(truth.images.map(\.id))
    there = Set(
      truth.annotations.filter { images.contains($0.imageID) }.map {
        ClassTag(image: $0.imageID, category: $0.categoryID)
      })
    best = Dictionary(
      found.filter { images.contains($0.imageID) }.map {
        (ClassTag(image: $0.imageID, category: $0.categoryID), $0.confidence)
      }, uniquingKeysWith: max)
  }

  /// All classes together, or one of them.
  package func counts(threshold: Double, category: Int? = nil) -> Counts {
    var counts = Counts()
    for (tag, confidence) in best
    where confidence >= threshold && (category == nil || tag.category == category) {
      if there.contains(tag) { counts.right += 1 } else { counts.wrong += 1 }
    }
    let all = there.count { category == nil || $0.category == category }
    counts.missed = all - counts.right
    return counts
  }

  /// Thresholds from 5 to 95 %.
  package static let thresholds: [Double] = (1...19).map { Double($0 * 5) / 100 }
}
