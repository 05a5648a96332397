internal import Catalog
internal import PhotoCore
internal import Query

/// What labels say of a segment's photos.
struct LabelColumns: Sendable {
  /// By the label's row id.
  private let scores: [Int64: [Segment.Score]]

  init(_ scores: [Int64: [Segment.Score]]) {
    self.scores = scores
  }

  /// Calls `body` with the scores of a label, in no special order; one that is not known has none.
  func forEach(_ label: Int64, _ body: (Segment.Score) -> Void) {
    scores[label]?.forEach(body)
  }

  func photos(_ condition: LabelCondition, into bitmap: inout Bitmap) {
    forEach(condition.label) { score in
      if score.probability >= condition.probability { bitmap.insert(Int(score.photo)) }
    }
  }
}

/// What labels say of photos, as it comes from the catalogue.
struct RawLabelScores {
  private var scores: [Int64: [(photo: Int64, probability: Double)]] = [:]

  init(_ feed: IndexFeed) throws {
    var found: [Int64: [(photo: Int64, probability: Double)]] = [:]
    try feed.forEachLabelScore { label, photo, probability in
      found[label, default: []].append((photo, probability))
    }
    scores = found
  }

  /// - Parameter ordinal: of a photo's row id; nil for photos that the segment has not.
  func columns(_ ordinal: (Int64) -> Int?) -> LabelColumns {
    LabelColumns(
      scores.mapValues { scores in
        scores.compactMap { photo, probability in
          ordinal(photo).map { Segment.Score(photo: UInt32($0), probability: probability) }
        }
      })
  }
}

/// On which photos a label counts: what facets are counted by.
struct LabelHits: Sendable {
  let label: PersonalLabel
  /// By segment.
  private let photos: [Bitmap]

  /// All labels that there are at present.
  ///
  /// - Parameter known: of an earlier state; where a label's threshold is the same, the photos of the
  ///   base are, too.
  static func all(
    base: LoadedSegment, delta: LoadedSegment?, known: [LabelHits]
  ) -> [LabelHits] {
    (delta ?? base).segment.dictionary.labels.map { label in
      let same = known.first {
        $0.label.id == label.id && $0.label.threshold == label.threshold
      }
      let inBase = same?.photos.first ?? base.segment.photos(label)
      return LabelHits(
        label: label, photos: [inBase] + (delta.map { [$0.segment.photos(label)] } ?? []))
    }
  }

  /// How many of some photos, by segment.
  func count(in hits: [Bitmap]) -> Int {
    zip(photos, hits).reduce(0) { $0 + $1.0.populationOfBoth($1.1) }
  }
}

extension Segment {
  fileprivate func photos(_ label: PersonalLabel) -> Bitmap {
    var bitmap = Bitmap(count: count)
    labels.photos(LabelCondition(label), into: &bitmap)
    return bitmap
  }
}
