internal import Catalog
internal import Labels
internal import Learning
internal import PhotoCore

/// Labels, their versions and marks as the API shows them.
extension LabelRecord {
  static let shape = Shape<LabelRecord>.object([
    .field("id", .integer) { $0.id }, .field("name", .string) { $0.name },
    .field("term", .string) { QueryText.label($0.name) },
    .field("class", .optional(.string)) { $0.subject.className },
    .field("threshold", .number) { $0.threshold },
    .field("is_threshold_chosen", .boolean) { $0.isThresholdChosen },
    .field("positives", .integer) { $0.positives },
    .field("negatives", .integer) { $0.negatives }, .field("photos", .integer) { $0.photos },
    .field("created_ms", .integer) { $0.createdMilliseconds },
    .field("version", .optional(ShownVersion.shape)) { label in
      label.version.map { ShownVersion($0, of: label) }
    },
  ]).named("Label")
}

/// A version of a label, with what was measured of it.
struct ShownVersion {
  let version: LabelVersion
  /// Whether it is the one that answers.
  let isInUse: Bool
  /// nil where another release wrote the figures otherwise.
  private let metrics: LabelMetrics?

  init(_ version: LabelVersion, of label: LabelRecord) {
    self.version = version
    isInUse = version.id == label.version?.id
    metrics = LabelMetrics(json: version.metricsJSON)
  }

  static let shape = Shape<ShownVersion>.object([
    .field("number", .integer) { $0.version.number },
    .field("learner", .word) { $0.version.learner }, .field("seed", .integer) { $0.version.seed },
    .field("positives", .integer) { $0.version.positives },
    .field("negatives", .integer) { $0.version.negatives },
    .field("threshold", .number) { $0.version.threshold },
    .field("is_in_use", .boolean) { $0.isInUse },
    .field("created_ms", .integer) { $0.version.createdMilliseconds },
    .field("average_precision", .optional(Estimate.shape)) { $0.metrics?.averagePrecision },
    .field("f1", .optional(Estimate.shape)) { $0.metrics?.atThreshold.f1 },
  ]).named("LabelVersion")
}

extension Estimate {
  /// A value with the interval in which it lies for all we know.
  static let shape = Shape<Estimate>.object([
    .field("value", .number) { $0.value }, .field("low", .number) { $0.interval.low },
    .field("high", .number) { $0.interval.high },
  ]).named("Estimate")
}

extension LabelMark {
  static let shape = Shape<LabelMark>.object([
    .field("photo", .integer) { $0.photo },
    .field("box", .optional(UnitBox.shape)) { $0.box },
  ]).named("Mark")
}

extension WebApp {
  /// Photos as tiles of the grid, by row id.
  func tiles(_ ids: [Int64]) throws -> [Int64: GridPhoto] {
    let thresholds = try queries.current().thresholds
    let photos = try catalogue.photos.grid(ids, thresholds: thresholds)
    return Dictionary(photos.map { ($0.id, $0) }) { first, _ in first }
  }
}
