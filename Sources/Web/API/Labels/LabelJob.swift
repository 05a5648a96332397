internal import Jobs
internal import Labels
internal import Learning
internal import Library
internal import OrderedJSON
internal import PhotoCore

/// What a job says about the label that it teaches.
enum LabelJob {
  static func members(_ job: Job) -> [(String, JSONText)] {
    [
      ("label", .integer(orNull: job.training?.label)),
      ("learns", job.training.map { .bool($0.learns) } ?? .null),
      ("teaching", job.teaching.map(teaching) ?? .null),
    ]
  }

  /// How far it is, with the curve of the training that goes on.
  private static func teaching(_ teaching: LabelJobProgress) -> JSONText {
    let (latest, training) = (teaching.latest, teaching.latest.training)
    return .object([
      ("stage", .text(latest.stage.rawValue)), ("done", .count(latest.done)),
      ("total", .count(latest.total)), ("learner", .text(orNull: training?.learner.rawValue)),
      ("part", training.map { .count($0.part) } ?? .null),
      ("parts", training.map { .count($0.partCount) } ?? .null),
      ("epoch", training.map { .count($0.epoch) } ?? .null),
      ("epochs", training.map { .count($0.epochCount) } ?? .null),
      ("curve", .array(teaching.curve.map(LabelFigures.epoch))),
    ])
  }

  static func summary(_ counts: LabelTrainingCounts?) -> JSONText {
    guard let counts else { return .null }
    return .object([
      ("number", .count(counts.training)), ("proposed", .text(counts.proposed.rawValue)),
      ("notes", .texts(counts.notes)), ("photos", .count(counts.photos)),
    ])
  }
}
