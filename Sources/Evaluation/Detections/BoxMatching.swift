/// Sizes of things by COCO's limits: 32 and 96 pixels square.
package enum AreaRange: String, CaseIterable, Sendable {
  case all, small, medium, large

  /// In square pixels.
  var limits: ClosedRange<Double> {
    switch self {
    case .all: 0...1e10
    case .small: 0...1024
    case .medium: 1024...9216
    case .large: 9216...1e10
    }
  }
}

/// One class on one picture: which boxes are right.
struct MatchingCase {
  /// COCO takes no more boxes of one class on one picture.
  static let mostBoxes = 100

  /// The surest boxes, surest first; equal ones in their order.
  let found: [ScoredBox]
  let truth: [COCOTruth.Annotation]
  /// For each box its overlap with each of the truth.
  private let overlaps: [[Double]]

  init(found: [ScoredBox], truth: [COCOTruth.Annotation]) {
    let sorted = found.surestFirst(by: \.confidence).prefix(Self.mostBoxes)
    self.found = Array(sorted)
    self.truth = truth
    overlaps = sorted.map { one in
      truth.map { $0.isCrowd ? one.box.share(in: $0.box) : one.box.overlap(with: $0.box) }
    }
  }

  /// What becomes of a box.
  struct BoxMatch {
    enum Kind { case right, wrong, ignored }
    let confidence: Double
    let kind: Kind
    /// The annotation that the box was matched to, by its place in ``MatchingCase/truth``.
    let match: Int?
  }

  /// How many annotations of this size must be found.
  func expected(in range: AreaRange) -> Int { truth.count { !Self.isIgnored($0, range) } }

  private static func isIgnored(_ annotation: COCOTruth.Annotation, _ range: AreaRange) -> Bool {
    annotation.isCrowd || !range.limits.contains(annotation.area)
  }

  /// Gives each box, from the surest on, the free annotation that it overlaps most.
  ///
  /// The rules are those of pycocotools: what is ignored (crowds, other sizes) is matched only where
  /// nothing else is; a crowd takes any number of boxes; of equal overlaps the last counts.
  func verdicts(threshold: Double, range: AreaRange) -> [BoxMatch] {
    let ignored = truth.map { Self.isIgnored($0, range) }
    let order = truth.indices.filter { !ignored[$0] } + truth.indices.filter { ignored[$0] }
    var taken = [Bool](repeating: false, count: truth.count)
    return found.indices.map { index in
      var best = min(threshold, 1 - 1e-10)
      var match: Int?
      for candidate in order {
        if taken[candidate] && !truth[candidate].isCrowd { continue }
        if let match, !ignored[match], ignored[candidate] { break }
        if overlaps[index][candidate] >= best {
          best = overlaps[index][candidate]
          match = candidate
        }
      }
      if let match { taken[match] = true }
      let one = found[index]
      let isRight = match.map { !ignored[$0] } ?? false
      let isIgnored = match != nil ? !isRight : !range.limits.contains(one.box.area)
      return BoxMatch(
        confidence: one.confidence, kind: isIgnored ? .ignored : isRight ? .right : .wrong,
        match: match)
    }
  }
}

extension Array {
  /// Sorted by falling confidence; equal ones keep their order, so that results repeat.
  func surestFirst(by confidence: (Element) -> Double) -> [Element] {
    enumerated().sorted { left, right in
      let one = confidence(left.element)
      let other = confidence(right.element)
      return one != other ? one > other : left.offset < right.offset
    }.map(\.element)
  }
}
