internal import PhotoCore

/// Where a network fails: the surest of its wrong boxes and the largest things that it misses.
package struct WorstBoxes: Sendable {
  /// Why a box is wrong.
  package enum Fault: Hashable, Sendable {
    /// It lies on a thing of another class, of which this is the category.
    case otherClass(Int)
    /// It lies on a thing of its class, but badly (IoU below 0.5).
    case badlyPlaced
    /// Another box has that thing already.
    case twice
    /// Nothing annotated is there. Sometimes it is only not annotated.
    case nothingThere
  }

  /// A wrong box.
  package struct WrongBox: Hashable, Sendable {
    /// The box.
    package let found: ScoredBox
    /// Why it is wrong.
    package let fault: Fault
    /// The annotation that it lies on; nil for none.
    package let truth: COCOTruth.Annotation?
  }

  /// The surest wrong boxes, surest first.
  package let wrong: [WrongBox]
  /// The largest things that were missed, by their share of the picture, largest first.
  package let missed: [COCOTruth.Annotation]

  /// - Parameters:
  ///   - found: the boxes that an import keeps.
  ///   - threshold: boxes below are as if they were not found.
  ///   - most: how many of each; at most two of one picture, so that a street full of cars is not all
  ///     that is shown.
  package init(truth: COCOTruth, found: [ScoredBox], threshold: Double, most: Int = 12) {
    let annotations = Dictionary(grouping: truth.annotations, by: \.imageID)
    let areas = Dictionary(
      uniqueKeysWithValues: truth.images.map { ($0.id, Double(max(1, $0.size.area))) })
    var (wrong, missed): ([WrongBox], [COCOTruth.Annotation]) = ([], [])
    for (_, cases) in truth.cases(found.filter { $0.confidence >= threshold }) {
      for one in cases {
        let verdicts = one.verdicts(threshold: 0.5, range: .all)
        for (box, verdict) in zip(one.found, verdicts) where verdict.kind == .wrong {
          wrong.append(Self.classified(box, annotations[box.imageID] ?? []))
        }
        let hit = Set(verdicts.compactMap(\.match))
        missed += one.truth.indices.filter { !hit.contains($0) && !one.truth[$0].isCrowd }
          .map { one.truth[$0] }
      }
    }
    self.wrong = wrong.surestFirst(by: \.found.confidence).few(most) { $0.found.imageID }
    self.missed = missed.surestFirst { $0.box.area / (areas[$0.imageID] ?? 1) }
      .few(most, of: \.imageID)
  }

  private static func classified(_ box: ScoredBox, _ annotations: [COCOTruth.Annotation])
    -> WrongBox
  {
    let own = annotations.filter { $0.categoryID == box.categoryID && !$0.isCrowd }
    let others = annotations.filter { $0.categoryID != box.categoryID && !$0.isCrowd }
    func nearest(_ list: [COCOTruth.Annotation]) -> (COCOTruth.Annotation, Double)? {
      list.map { ($0, box.box.overlap(with: $0.box)) }.max { $0.1 < $1.1 }
    }
    let mine = nearest(own)
    let other = nearest(others)
    if let (annotation, overlap) = mine, overlap >= 0.5 {
      return WrongBox(found: box, fault: .twice, truth: annotation)
    }
    if let (annotation, overlap) = other, overlap >= 0.5 {
      return WrongBox(found: box, fault: .otherClass(annotation.categoryID), truth: annotation)
    }
    if let (annotation, overlap) = mine, overlap >= 0.1 {
      return WrongBox(found: box, fault: .badlyPlaced, truth: annotation)
    }
    return WrongBox(found: box, fault: .nothingThere, truth: nil)
  }
}

extension Array {
  /// The first ones, at most two of each picture.
  func few(_ most: Int, of picture: (Element) -> Int) -> [Element] {
    var seen: [Int: Int] = [:]
    var out: [Element] = []
    for element in self where out.count < most {
      let count = seen[picture(element), default: 0]
      guard count < 2 else { continue }
      seen[picture(element)] = count + 1
      out.append(element)
    }
    return out
  }
}
