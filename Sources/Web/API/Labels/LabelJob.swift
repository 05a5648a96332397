internal import Jobs
internal import Labels
internal import Learning
internal import Library
internal import PhotoCore

/// What a job says about the label that it teaches.
enum LabelJob {
  static let fields: [ShapeField<Job>] = [
    .field("label", .optional(.integer)) { $0.training?.label },
    .field("learns", .optional(.boolean)) { $0.training?.learns },
    .field("teaching", .optional(teaching)) { $0.teaching },
  ]

  /// How far it is, with the curve of the training that goes on.
  private static let teaching = Shape<LabelJobProgress>.object([
    .field("stage", .word) { $0.latest.stage }, .field("done", .integer) { $0.latest.done },
    .field("total", .integer) { $0.latest.total },
    .field("learner", .optional(.word)) { $0.latest.training?.learner },
    .field("part", .optional(.integer)) { $0.latest.training?.part },
    .field("parts", .optional(.integer)) { $0.latest.training?.partCount },
    .field("epoch", .optional(.integer)) { $0.latest.training?.epoch },
    .field("epochs", .optional(.integer)) { $0.latest.training?.epochCount },
    .field("curve", .list(EpochResult.shape)) { $0.curve },
  ]).named("LabelProgress")

  /// What came of it.
  static let learnt = Shape<LabelTrainingCounts>.object([
    .field("number", .integer) { $0.training }, .field("proposed", .word) { $0.proposed },
    .field("notes", .list(.string)) { $0.notes }, .field("photos", .integer) { $0.photos },
  ])
}

extension EpochResult {
  /// A point of a training's curve.
  static let shape = Shape<EpochResult>.object([
    .field("training_loss", .number) { $0.trainingLoss },
    .field("validation_loss", .optional(.number)) { $0.validationLoss },
    .field("validation_accuracy", .optional(.number)) { $0.validationAccuracy },
  ]).named("Epoch")
}
