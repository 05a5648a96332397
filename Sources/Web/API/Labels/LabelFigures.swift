internal import Catalog
internal import Labels
internal import Learning
internal import Library
internal import OrderedJSON
internal import PhotoCore

/// What was measured of a version, as JSON.
struct LabelFigures {
  /// The most mistakes that are shown: more than anyone looks through.
  private static let mostMistakes = 200

  let version: LabelVersion
  let metrics: LabelMetrics
  /// Where right and wrong are counted, 0...1.
  let threshold: Double
  /// Row ids of photos by their identity.
  let known: [ContentHash: Int64]
  /// Tiles of the grid by row id.
  let tiles: [Int64: JSONText]

  /// - Parameter threshold: nil for what the version proposes.
  /// - Returns: nil for a version whose figures another release wrote otherwise.
  init?(_ version: LabelVersion, threshold: Double?, _ app: WebApp) throws {
    guard let metrics = LabelMetrics(json: version.metricsJSON) else { return nil }
    let at = threshold ?? version.threshold
    (self.version, self.metrics, self.threshold) = (version, metrics, at)
    let wrong = metrics.evaluation.mistakes(at: at).prefix(Self.mostMistakes)
    known = try app.catalogue.photos.known(
      wrong.compactMap { LabelMarkID($0.example.id)?.sha256 })
    tiles = try LabelJSON.tiles(Array(known.values), app)
  }

  var json: JSONText {
    let evaluation = metrics.evaluation
    let measured =
      threshold == metrics.atThreshold.threshold
      ? metrics.atThreshold : evaluation.metrics(at: threshold)
    return .object([
      ("learner", .text(version.learner.rawValue)),
      ("proposed_threshold", .number(version.threshold)), ("threshold", .number(threshold)),
      ("folds", .count(evaluation.foldCount)),
      ("average_precision", Self.estimate(metrics.averagePrecision)),
      ("accuracy", Self.estimate(measured.accuracy)),
      ("precision", Self.estimate(measured.precision)), ("recall", Self.estimate(measured.recall)),
      ("f1", Self.estimate(measured.f1)), ("confusion", Self.confusion(measured.confusion)),
      ("curve", .array(evaluation.curve.points.map(Self.point))),
      ("scored", .array(evaluation.scored.map(Self.scored))),
      ("mistakes", .array(mistakes)), ("history", .array(metrics.history.map(Self.epoch))),
      ("seconds", .number(metrics.seconds)), ("left_out", .texts(metrics.leftOut.sentences)),
    ])
  }

  /// Those whose photos are still known, worst first.
  private var mistakes: [JSONText] {
    metrics.evaluation.mistakes(at: threshold).prefix(Self.mostMistakes).compactMap { wrong in
      guard let mark = LabelMarkID(wrong.example.id), let photo = known[mark.sha256],
        let tile = tiles[photo]
      else { return nil }
      return .object([
        ("photo", tile), ("box", LabelJSON.box(mark.box)), ("answer", .bool(wrong.example.isYes)),
        ("probability", .number(wrong.probability)),
      ])
    }
  }

  static func estimate(_ estimate: Estimate?) -> JSONText {
    guard let estimate else { return .null }
    return .object([
      ("value", .number(estimate.value)), ("low", .number(estimate.interval.low)),
      ("high", .number(estimate.interval.high)),
    ])
  }

  private static func confusion(_ confusion: Confusion) -> JSONText {
    .object([
      ("true_positives", .count(confusion.truePositives)),
      ("false_positives", .count(confusion.falsePositives)),
      ("false_negatives", .count(confusion.falseNegatives)),
      ("true_negatives", .count(confusion.trueNegatives)),
    ])
  }

  private static func point(_ point: PrecisionRecallCurve.Point) -> JSONText {
    .object([
      ("threshold", .number(point.threshold)), ("precision", .number(point.precision)),
      ("recall", .number(point.recall)),
    ])
  }

  private static func scored(_ scored: ScoredExample) -> JSONText {
    .object([
      ("probability", .number(scored.probability)), ("answer", .bool(scored.example.isYes)),
    ])
  }

  static func epoch(_ epoch: EpochResult) -> JSONText {
    .object([
      ("training_loss", .number(epoch.trainingLoss)),
      ("validation_loss", .number(orNull: epoch.validationLoss)),
      ("validation_accuracy", .number(orNull: epoch.validationAccuracy)),
    ])
  }
}
