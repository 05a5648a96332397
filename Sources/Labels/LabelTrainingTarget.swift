package import Catalog
package import Learning
package import PhotoCore

/// What a job of training a label is about: no names, so that nothing of a deleted label stays in the
/// list of jobs.
package struct LabelTrainingTarget: Hashable, Sendable, Codable {
  /// The label's row id.
  package let label: Int64
  /// Who learns; nil for both learners.
  package let learner: LabelLearner?
  /// What is random is drawn from this.
  package let seed: UInt64
  /// Whether it learns first; the version in use only looks at the photos that it has not seen yet
  /// otherwise.
  package let learns: Bool

  /// Lets a label learn, and look at all photos then.
  package init(label: Int64, learner: LabelLearner? = nil, seed: UInt64 = 1) {
    self.label = label
    self.learner = learner
    self.seed = seed
    learns = true
  }

  /// Lets the version in use look at the photos that it has not seen yet.
  package init(lookingFor label: Int64) {
    self.label = label
    learner = nil
    seed = 1
    learns = false
  }

  /// Reads what was kept, also by releases in which every job learnt.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    label = try container.decode(Int64.self, forKey: .label)
    learner = try container.decodeIfPresent(LabelLearner.self, forKey: .learner)
    seed = try container.decode(UInt64.self, forKey: .seed)
    learns = try container.decodeIfPresent(Bool.self, forKey: .learns) ?? true
  }
}

/// What a job of training a label came to.
package struct LabelTrainingCounts: Hashable, Sendable, Codable {
  /// The number of the training.
  package var training: Int
  /// The learner that answers from now on.
  package var proposed: LabelLearner
  /// Sentences for the user: who could not learn and why, and what was left out.
  package var notes: [String]
  /// Photos that the version has looked at.
  package var photos = 0

  /// Of a version that only looks.
  package init(_ version: LabelVersion) {
    training = version.number
    proposed = version.learner
    notes = []
  }

  /// Of a training.
  package init(_ outcome: LabelTrainingResult) {
    training = outcome.versions.first?.number ?? 0
    proposed = outcome.proposed
    let comparison = outcome.metrics.values.compactMap(\.comparison).first
    notes =
      outcome.refused.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { "\($0.key.rawValue) could not be trained. \($0.value)" }
      + outcome.leftOut.sentences + (comparison.map { [$0.reason] } ?? [])
  }
}

/// How far a job of training a label is: the present stage, and the curve of the training that goes on.
package struct LabelJobProgress: Hashable, Sendable, Codable {
  /// The last that was reported.
  package private(set) var latest: LabelProgress
  /// The points of the present learner and fold, epoch after epoch; empty in other stages.
  package private(set) var curve: [EpochResult] = []

  /// At the beginning.
  package init(_ progress: LabelProgress) {
    latest = progress
    add(progress)
  }

  /// Takes into account what was reported last.
  package mutating func add(_ progress: LabelProgress) {
    let before = latest.training
    let now = progress.training
    if before?.learner != now?.learner || before?.part != now?.part { curve = [] }
    if let result = now?.result, curve.count < now?.epoch ?? 0 { curve.append(result) }
    latest = progress
  }
}
