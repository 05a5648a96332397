package import OrderedJSON

/// Everything that an evaluation of a detector says, for a person, a program and a report.
package struct DetectionSummary: Sendable {
  /// The network's name for people, or the file that the boxes are from.
  package let name: String
  /// How it was run, for people: `bf16`, `with tiles`.
  package let conditions: [String]
  /// The annotated pictures.
  package let truth: COCOTruth
  /// Average precision and recall.
  package let evaluation: COCOEvaluation
  /// Classes of whole photos.
  package let tags: PhotoTags
  /// The boxes that an import keeps.
  package let kept: [ScoredBox]
  /// From which confidence on a box counts in a search, 0...1.
  package let threshold: Double

  /// - Parameters:
  ///   - scored: the boxes for average precision.
  ///   - kept: the boxes for photo-level figures and worst cases.
  package init(
    name: String, conditions: [String], truth: COCOTruth, scored: [ScoredBox], kept: [ScoredBox],
    threshold: Double
  ) {
    self.name = name
    self.conditions = conditions
    self.truth = truth
    self.kept = kept
    self.threshold = threshold
    evaluation = COCOEvaluation(truth: truth, found: scored)
    tags = PhotoTags(truth: truth, found: kept)
  }

  /// Annotations without crowds.
  package var boxCount: Int { truth.annotations.count { !$0.isCrowd } }

  /// All figures as one JSON object; shares of 0...1, `null` where there is none.
  package var json: JSONText {
    let totals = evaluation.totals
    return .object([
      ("name", .text(name)), ("conditions", .array(conditions.map(JSONText.text))),
      ("pictures", .integer(Int64(truth.images.count))), ("boxes", .integer(Int64(boxCount))),
      (
        "totals",
        .object([
          ("ap", .share(totals.ap)), ("ap50", .share(totals.ap50)), ("ap75", .share(totals.ap75)),
          ("ap_small", .share(totals.apSmall)), ("ap_medium", .share(totals.apMedium)),
          ("ap_large", .share(totals.apLarge)), ("ar1", .share(totals.ar1)),
          ("ar10", .share(totals.ar10)), ("ar100", .share(totals.ar100)),
          ("ar_small", .share(totals.arSmall)), ("ar_medium", .share(totals.arMedium)),
          ("ar_large", .share(totals.arLarge)),
        ])
      ),
      ("threshold", .number(threshold)),
      ("tags", tags.counts(threshold: threshold).json),
      (
        "tags_by_threshold",
        .array(
          PhotoTags.thresholds.map { threshold in
            .object([
              ("threshold", .number(threshold)), ("tags", tags.counts(threshold: threshold).json),
            ])
          })
      ),
      (
        "classes",
        .array(
          evaluation.classes.map { one in
            .object([
              ("name", .text(one.name)), ("boxes", .integer(Int64(one.count))),
              ("ap", .number(one.ap)), ("ap50", .number(one.ap50)), ("ap75", .number(one.ap75)),
              ("ar100", .number(one.ar100)),
              ("tags", tags.counts(threshold: threshold, category: one.id).json),
            ])
          })
      ),
    ])
  }
}

extension PhotoTags.Counts {
  /// Counts and shares.
  var json: JSONText {
    .object([
      ("right", .integer(Int64(right))), ("wrong", .integer(Int64(wrong))),
      ("missed", .integer(Int64(missed))), ("precision", .share(precision)),
      ("recall", .share(recall)), ("f1", .share(f1)),
    ])
  }
}

extension JSONText {
  /// `null` for nil.
  static func share(_ value: Double?) -> JSONText { value.map(JSONText.number) ?? .null }
}
