internal import Catalog
internal import PhotoCore

/// What a network found, and whether it is sure enough to count.
struct ThresholdedResult<Finding> {
  let finding: Finding
  let counts: Bool

  init(_ finding: Finding, counts: Bool) { (self.finding, self.counts) = (finding, counts) }
}

extension ThresholdedResult<DetectedObject> {
  static var shape: Shape<Self> {
    .object([
      .field("class", .string) { $0.finding.className },
      .field("confidence", .number) { $0.finding.confidence },
      .field("box", UnitBox.shape) { $0.finding.box }, .field("counts", .boolean) { $0.counts },
    ]).named("FoundObject")
  }
}

extension ThresholdedResult<SceneScore> {
  static var shape: Shape<Self> {
    .object([
      .field("class", .string) { $0.finding.className },
      .field("probability", .number) { $0.finding.probability },
      .field("counts", .boolean) { $0.counts },
    ]).named("FoundScene")
  }
}

/// What one network saw in a photo, as the API shows it.
extension ModelResults {
  /// The objects or scenes alone.
  static let seenShape = Shape<ModelResults>.object(found).named("Seen")

  /// With the network's id, what it does, and whether it is active.
  static let shape = Shape<ModelResults>.object(about + found).named("ModelResults")

  private static let about: [ShapeField<ModelResults>] = [
    .field("model", .string) { $0.model }, .field("task", .word) { $0.task },
    .field("vocabulary", .string) { $0.vocabulary },
    .field("threshold", .number) { $0.threshold },
    .field("is_thorough", .boolean) { $0.isThorough }, .field("speaks", .boolean) { $0.isActive },
  ]

  private static let found: [ShapeField<ModelResults>] = [
    .field("objects", .list(ThresholdedResult<DetectedObject>.shape)) { results in
      results.objects.map { ThresholdedResult($0, counts: $0.confidence >= results.threshold) }
    },
    .field("scenes", .list(ThresholdedResult<SceneScore>.shape)) { results in
      results.scenes.map { ThresholdedResult($0, counts: $0.probability >= results.threshold) }
    },
  ]
}
