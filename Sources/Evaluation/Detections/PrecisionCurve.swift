/// Precision by recall for one class at one IoU, as COCO samples it.
struct PrecisionCurve {
  /// Recalls 0, 0.01 … 1. Multiplied, not divided: numpy's `linspace` does so, and a recall of 57/100
  /// must fall on the same side of the step as there.
  static let recalls: [Double] = (0..<100).map { Double($0) * 0.01 } + [1]

  /// The best precision at each of ``recalls`` or a higher one, 0 where it is never reached.
  let precisions: [Double]
  /// The highest recall that is reached.
  let recall: Double

  /// The mean over all recalls: average precision (AP).
  var average: Double { precisions.reduce(0, +) / Double(precisions.count) }

  /// - Parameters:
  ///   - verdicts: of all pictures, in the order of the pictures.
  ///   - expected: how many annotations there are to find, at least 1.
  init(_ verdicts: [MatchingCase.BoxMatch], expected: Int) {
    var right = 0.0
    var wrong = 0.0
    var curve: [(recall: Double, precision: Double)] = []
    for verdict in verdicts.surestFirst(by: \.confidence) where verdict.kind != .ignored {
      if verdict.kind == .right { right += 1 } else { wrong += 1 }
      curve.append((right / Double(expected), right / (right + wrong)))
    }
    recall = curve.last?.recall ?? 0
    for index in curve.indices.reversed().dropFirst() {
      curve[index].precision = max(curve[index].precision, curve[index + 1].precision)
    }
    var at = 0
    precisions = Self.recalls.map { recall in
      while at < curve.count, curve[at].recall < recall { at += 1 }
      return at < curve.count ? curve[at].precision : 0
    }
  }
}
