/// One class over all pictures, at every size and IoU.
struct ClassMeasurement {
  let id: Int
  private let expected: [AreaRange: Int]
  private let count: Int
  /// For each size and number of boxes a curve for each IoU; missing where nothing is expected.
  private var curves: [AreaRange: [PrecisionCurve]] = [:]
  private var recalls: [Int: Double] = [:]

  init(id: Int, cases: [MatchingCase]) {
    self.id = id
    count = cases.reduce(0) { $0 + $1.truth.count { !$0.isCrowd } }
    expected = Dictionary(
      uniqueKeysWithValues: AreaRange.allCases.map { range in
        (range, cases.reduce(0) { $0 + $1.expected(in: range) })
      })
    for range in AreaRange.allCases {
      guard let expected = expected[range], expected > 0 else { continue }
      let verdicts = COCOEvaluation.thresholds.map { threshold in
        cases.map { $0.verdicts(threshold: threshold, range: range) }
      }
      curves[range] = verdicts.map { PrecisionCurve($0.flatMap(\.self), expected: expected) }
      guard range == .all else { continue }
      for most in [1, 10] {
        recalls[most] = mean(
          verdicts.map { cases in
            PrecisionCurve(cases.flatMap { $0.prefix(most) }, expected: expected).recall
          })
      }
    }
  }

  /// - Parameter indices: which of ``COCOEvaluation/thresholds``.
  func averagePrecision(_ range: AreaRange, _ indices: Range<Int>) -> Double? {
    curves[range].flatMap { mean($0[indices].map(\.average)) }
  }

  func averageRecall(_ range: AreaRange, most: Int) -> Double? {
    if most < MatchingCase.mostBoxes { return recalls[most] }
    return curves[range].flatMap { mean($0.map(\.recall)) }
  }

  /// nil where the class is not annotated.
  func figures(name: String) -> COCOEvaluation.ClassFigures? {
    guard let curves = curves[.all], let ap = averagePrecision(.all, 0..<10),
      let ar = averageRecall(.all, most: MatchingCase.mostBoxes)
    else { return nil }
    return COCOEvaluation.ClassFigures(
      id: id, name: name, count: count, ap: ap, ap50: curves[0].average, ap75: curves[5].average,
      ar100: ar, curve50: curves[0].precisions, curve75: curves[5].precisions)
  }
}
