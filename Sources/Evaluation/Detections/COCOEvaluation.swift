/// Average precision (AP) and recall (AR) by the rules of pycocotools' `COCOeval` for boxes.
///
/// For each class and each IoU of 0.50, 0.55 … 0.95, boxes are matched to annotations from the surest
/// on; precision is read at 101 recalls; a class without annotations does not count. Crowds take any
/// number of boxes and count for nothing. `make check-evaluation` compares all figures.
package struct COCOEvaluation: Sendable {
  /// The twelve figures that `COCOeval.summarize` prints, 0...1; nil where nothing is annotated, which
  /// pycocotools writes as −1.
  package struct Totals: Hashable, Sendable {
    /// Mean over classes and IoU 0.50:0.95.
    package var ap: Double?
    /// Mean over classes at IoU 0.50.
    package var ap50: Double?
    /// Mean over classes at IoU 0.75.
    package var ap75: Double?
    /// As ``ap``, of things below 32² square pixels.
    package var apSmall: Double?
    /// As ``ap``, of things between.
    package var apMedium: Double?
    /// As ``ap``, of things above 96² square pixels.
    package var apLarge: Double?
    /// The mean of the highest recalls with one box a class and picture.
    package var ar1: Double?
    /// The same with ten boxes.
    package var ar10: Double?
    /// The same with a hundred.
    package var ar100: Double?
    /// As ``ar100``, of small things.
    package var arSmall: Double?
    /// As ``ar100``, of things between.
    package var arMedium: Double?
    /// As ``ar100``, of large things.
    package var arLarge: Double?
  }

  /// One class that has annotations.
  package struct ClassFigures: Hashable, Sendable {
    /// The category.
    package let id: Int
    /// Its name.
    package let name: String
    /// Annotations without crowds.
    package let count: Int
    /// Mean over IoU 0.50:0.95.
    package let ap: Double
    /// At IoU 0.50.
    package let ap50: Double
    /// At IoU 0.75.
    package let ap75: Double
    /// The mean of the highest recalls over IoU 0.50:0.95.
    package let ar100: Double
    /// Precision at IoU 0.50 for recalls of 0, 0.01 … 1.
    package let curve50: [Double]
    /// The same at IoU 0.75.
    package let curve75: [Double]
  }

  /// The totals.
  package let totals: Totals
  /// Each class, by id.
  package let classes: [ClassFigures]

  /// IoU 0.50, 0.55 … 0.95, as numpy's `linspace(.5, .95, 10)` rounds them.
  static let thresholds: [Double] = {
    let step = (0.95 - 0.5) / 9
    return (0..<9).map { Double($0) * step + 0.5 } + [0.95]
  }()

  /// - Parameter found: boxes; those of unknown pictures or classes do not count.
  package init(truth: COCOTruth, found: [ScoredBox]) {
    let measured = truth.cases(found).map { ClassMeasurement(id: $0.id, cases: $0.cases) }
    classes = measured.compactMap { $0.figures(name: truth.categories[$0.id] ?? "") }
    func ap(_ range: AreaRange, _ indices: Range<Int> = 0..<10) -> Double? {
      mean(measured.compactMap { $0.averagePrecision(range, indices) })
    }
    func ar(_ range: AreaRange, most: Int = 100) -> Double? {
      mean(measured.compactMap { $0.averageRecall(range, most: most) })
    }
    totals = Totals(
      ap: ap(.all), ap50: ap(.all, 0..<1), ap75: ap(.all, 5..<6), apSmall: ap(.small),
      apMedium: ap(.medium), apLarge: ap(.large), ar1: ar(.all, most: 1),
      ar10: ar(.all, most: 10), ar100: ar(.all), arSmall: ar(.small), arMedium: ar(.medium),
      arLarge: ar(.large))
  }

  /// The mean over all classes of their precision at IoU 0.50 and 0.75, by recall of 0, 0.01 … 1.
  package var meanCurves: (at50: [Double], at75: [Double]) {
    func mean(_ curve: (ClassFigures) -> [Double]) -> [Double] {
      PrecisionCurve.recalls.indices.map { step in
        classes.reduce(0) { $0 + curve($1)[step] } / Double(max(1, classes.count))
      }
    }
    return (mean(\.curve50), mean(\.curve75))
  }
}

/// The mean; nil of nothing.
func mean(_ values: [Double]) -> Double? {
  values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
}

extension COCOTruth {
  /// For each class, in order of its id, each picture on which it is annotated or found.
  func cases(_ found: [ScoredBox]) -> [(id: Int, cases: [MatchingCase])] {
    struct Key: Hashable {
      let image: Int
      let category: Int
    }
    let truths = Dictionary(grouping: annotations) {
      Key(image: $0.imageID, category: $0.categoryID)
    }
    let founds = Dictionary(grouping: found) { Key(image: $0.imageID, category: $0.categoryID) }
    return categories.keys.sorted().map { id in
      let cases = images.compactMap { image -> MatchingCase? in
        let key = Key(image: image.id, category: id)
        guard truths[key] != nil || founds[key] != nil else { return nil }
        return MatchingCase(found: founds[key] ?? [], truth: truths[key] ?? [])
      }
      return (id, cases)
    }
  }
}
