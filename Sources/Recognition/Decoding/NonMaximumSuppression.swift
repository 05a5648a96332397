internal import PhotoCore

/// A box before suppression: the class as an index, so that comparing classes costs nothing.
struct Candidate {
  let classIndex: Int
  let confidence: Double
  let box: UnitBox
}

/// Greedy non-maximum suppression (NMS): surest first, each drops what it covers.
enum NonMaximumSuppression {
  /// What is left, surest first. Equal confidences keep their order, so that results repeat.
  static func survivors(of candidates: [Candidate], _ settings: DetectionSettings) -> [Candidate] {
    let sorted = candidates.enumerated().sorted { left, right in
      left.element.confidence != right.element.confidence
        ? left.element.confidence > right.element.confidence : left.offset < right.offset
    }
    var kept: [Candidate] = []
    for (_, candidate) in sorted {
      guard kept.count < settings.maximumCount else { break }
      if !kept.contains(where: { isCovered(candidate, by: $0, settings: settings) }) {
        kept.append(candidate)
      }
    }
    return kept
  }

  private static func isCovered(
    _ candidate: Candidate, by kept: Candidate, settings: DetectionSettings
  ) -> Bool {
    let same = kept.classIndex == candidate.classIndex
    guard let limit = same ? settings.sameClassIoU : settings.crossClassIoU else { return false }
    return kept.box.intersectionOverUnion(with: candidate.box) > limit
  }
}
