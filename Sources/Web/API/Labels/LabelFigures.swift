internal import Catalog
internal import Labels
internal import Learning
internal import Library
internal import PhotoCore

/// What was measured of a version.
struct LabelFigures {
  /// The most mistakes that are shown: more than anyone looks through.
  private static let mostMistakes = 200

  /// An example that the version would answer otherwise than the user did.
  struct Mistake {
    let tile: GridPhoto
    let box: UnitBox?
    /// What the user answered.
    let answer: Bool
    let probability: Double
  }

  let version: LabelVersion
  let metrics: LabelMetrics
  /// Where right and wrong are counted, 0...1.
  let threshold: Double
  /// Counted there.
  let measured: ThresholdMetrics
  /// Those whose photos are still known, worst first.
  let mistakes: [Mistake]

  /// - Parameter threshold: nil for what the version proposes.
  /// - Returns: nil for a version whose figures another release wrote otherwise.
  init?(_ version: LabelVersion, threshold: Double?, _ app: WebApp) throws {
    guard let metrics = LabelMetrics(json: version.metricsJSON) else { return nil }
    let at = threshold ?? version.threshold
    self.version = version
    self.metrics = metrics
    self.threshold = at
    measured =
      at == metrics.atThreshold.threshold
      ? metrics.atThreshold : metrics.evaluation.metrics(at: at)
    mistakes = try Self.mistakes(
      Array(metrics.evaluation.mistakes(at: at).prefix(Self.mostMistakes)), app)
  }

  private static func mistakes(_ wrong: [ScoredExample], _ app: WebApp) throws -> [Mistake] {
    let known = try app.catalogue.photos.known(
      wrong.compactMap { LabelMarkID($0.example.id)?.sha256 })
    let tiles = try app.tiles(Array(known.values))
    return wrong.compactMap { wrong in
      guard let mark = LabelMarkID(wrong.example.id), let photo = known[mark.sha256],
        let tile = tiles[photo]
      else { return nil }
      return Mistake(
        tile: tile, box: mark.box, answer: wrong.example.isYes, probability: wrong.probability)
    }
  }
}

/// What was measured, as the API shows it.
extension LabelFigures {
  static let shape = Shape<LabelFigures>.object([
    .field("learner", .word) { $0.version.learner },
    .field("proposed_threshold", .number) { $0.version.threshold },
    .field("threshold", .number) { $0.threshold },
    .field("folds", .integer) { $0.metrics.evaluation.foldCount },
    .field("average_precision", Estimate.shape) { $0.metrics.averagePrecision },
    .field("accuracy", .optional(Estimate.shape)) { $0.measured.accuracy },
    .field("precision", .optional(Estimate.shape)) { $0.measured.precision },
    .field("recall", .optional(Estimate.shape)) { $0.measured.recall },
    .field("f1", .optional(Estimate.shape)) { $0.measured.f1 },
    .field("confusion", confusion) { $0.measured.confusion },
    .field("curve", .list(point)) { $0.metrics.evaluation.curve.points },
    .field("scored", .list(scored)) { $0.metrics.evaluation.scored },
    .field("mistakes", .list(mistake)) { $0.mistakes },
    .field("history", .list(EpochResult.shape)) { $0.metrics.history },
    .field("seconds", .number) { $0.metrics.seconds },
    .field("left_out", .list(.string)) { $0.metrics.leftOut.sentences },
  ]).named("LabelFigures")

  private static let mistake = Shape<Mistake>.object([
    .field("photo", GridPhoto.shape) { $0.tile },
    .field("box", .optional(UnitBox.shape)) { $0.box }, .field("answer", .boolean) { $0.answer },
    .field("probability", .number) { $0.probability },
  ])

  private static let confusion = Shape<Confusion>.object([
    .field("true_positives", .integer) { $0.truePositives },
    .field("false_positives", .integer) { $0.falsePositives },
    .field("false_negatives", .integer) { $0.falseNegatives },
    .field("true_negatives", .integer) { $0.trueNegatives },
  ])

  private static let point = Shape<PrecisionRecallCurve.Point>.object([
    .field("threshold", .number) { $0.threshold }, .field("precision", .number) { $0.precision },
    .field("recall", .number) { $0.recall },
  ])

  private static let scored = Shape<ScoredExample>.object([
    .field("probability", .number) { $0.probability },
    .field("answer", .boolean) { $0.example.isYes },
  ])
}
