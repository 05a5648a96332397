internal import Catalog
internal import PhotoCore

/// Examples that are about different things.
///
/// Boxes of one photo that lie on each other, as those of two detectors do, are one thing. Marked alike
/// they count once, by the mark that was made last; marked yes and no they are a contradiction.
enum DistinctExamples {
  /// The overlap (IoU) from which two boxes are one thing: two people are never that close, two
  /// detectors nearly always.
  static let sameThing = 0.8

  /// - Throws: ``LabelRunError/contradictions(_:)``.
  static func of(_ examples: [LabelExample]) throws(LabelRunError) -> [LabelExample] {
    var kept: [LabelExample] = []
    var contradictions: [String] = []
    let photos = Dictionary(grouping: examples) { $0.mark.photo }
    for (_, marks) in photos.sorted(by: { $0.key < $1.key }) {
      var distinct: [LabelExample] = []
      for example in marks.reversed() {
        let same = distinct.first { isSame($0.mark.box, example.mark.box) }
        if same == nil { distinct.append(example) }
        if let same, same.answer != example.answer {
          contradictions.append(example.path?.name.description ?? example.sha256.hex)
        }
      }
      kept += distinct.reversed()
    }
    guard contradictions.isEmpty else { throw .contradictions(contradictions) }
    return kept
  }

  private static func isSame(_ one: UnitBox?, _ other: UnitBox?) -> Bool {
    guard let one, let other else { return one == nil && other == nil }
    return one.intersectionOverUnion(with: other) >= sameThing
  }
}
