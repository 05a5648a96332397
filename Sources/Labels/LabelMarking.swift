package import Catalog
internal import Foundation
package import Library
internal import PhotoCore

/// What an answer for whole photos means for a label.
package struct LabelMarking: Hashable, Sendable {
  /// What is to be marked.
  package let marks: [LabelMark]
  /// Photos without a box of the label's class.
  package let without: [Int64]
  /// Photos with several boxes, of which none is meant for sure.
  package let ambiguous: [Int64]
}

extension LibraryFolder {
  /// Which photos or boxes are meant where somebody answers for photos.
  ///
  /// *No* means every box of the label's class. *Yes* means the only one: of several nobody can tell
  /// which, unless the largest is wanted.
  ///
  /// - Parameters:
  ///   - answer: nil to take answers away, which means every box.
  ///   - takesLargest: whether *yes* means the largest of several boxes.
  package func marking(
    _ photos: [Int64], as answer: Bool?, for label: LabelRecord, takesLargest: Bool = false,
    in catalogue: CatalogDatabase
  ) throws -> LabelMarking {
    let targets = try catalogue.labelResults.targets(
      of: label.subject, on: photos, confidence: try leastConfidence(of: label.subject, catalogue))
    var (marks, without, ambiguous): ([LabelMark], [Int64], [Int64]) = ([], [], [])
    for target in targets {
      let all = target.marks(label.subject)
      if all.isEmpty {
        without.append(target.photo)
      } else if answer != true || all.count == 1 {
        marks += all
      } else if takesLargest {
        marks += all.max { ($0.box?.area ?? 0) < ($1.box?.area ?? 0) }.map { [$0] } ?? []
      } else {
        ambiguous.append(target.photo)
      }
    }
    return LabelMarking(marks: marks, without: without, ambiguous: ambiguous)
  }

  /// The boxes of a label's class on some photos, as they are marked; a photo without any is left out.
  ///
  /// For whole photos a photo's only mark is the photo.
  package func marks(
    of label: LabelRecord, on photos: [Int64], in catalogue: CatalogDatabase
  ) throws -> [Int64: [LabelMark]] {
    let targets = try catalogue.labelResults.targets(
      of: label.subject, on: photos, confidence: try leastConfidence(of: label.subject, catalogue))
    return Dictionary(targets.map { ($0.photo, $0.marks(label.subject)) }) { first, _ in first }
      .filter { !$0.value.isEmpty }
  }
}
