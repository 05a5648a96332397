package import PhotoCore

/// A personal label as it stands.
package struct LabelRecord: Hashable, Sendable {
  /// The catalogue's row id; never given to another label.
  package let id: Int64
  /// The name as it is shown.
  package let name: String
  /// What its examples are.
  package let subject: LabelSubject
  /// The probability from which it counts, 0...1.
  package let threshold: Double
  /// Whether the user chose ``threshold``; it is the version's proposal otherwise.
  package let isThresholdChosen: Bool
  /// What answers at present; nil while nothing was learnt.
  package let version: LabelVersion?
  /// Examples of yes.
  package let positives: Int
  /// Examples of no.
  package let negatives: Int
  /// Photos on which it counts.
  package let photos: Int
  /// When it was made, in milliseconds since 1970 UTC.
  package let createdMilliseconds: Int64
}

/// What one training made of one learner.
package struct LabelVersion: Hashable, Sendable {
  /// The catalogue's row id.
  package let id: Int64
  /// Counts the label's trainings from 1; both learners of a training have one number.
  package let number: Int
  /// What learnt.
  package let learner: LabelLearner
  /// What was random is drawn from this.
  package let seed: Int64
  /// Examples of yes that it learnt from.
  package let positives: Int
  /// Examples of no that it learnt from.
  package let negatives: Int
  /// The threshold that its measured curve proposes, 0...1.
  package let threshold: Double
  /// Where the learnt numbers are.
  package let weights: LabelWeights
  /// What was measured, as JSON; see `docs/labels.md`.
  package let metricsJSON: String
  /// When it was trained, in milliseconds since 1970 UTC.
  package let createdMilliseconds: Int64
}

/// Where the numbers of a version are.
package enum LabelWeights: Hashable, Sendable {
  /// In the catalogue, as JSON: a linear classifier of the embeddings of a scene network.
  case linear(json: String, embeddingModel: String)
  /// In a model's folder of this name below the library's `labels/<label>/`. A folder, since workers run
  /// and check it like every other model's; so it is not in a backup, which is the catalogue alone.
  case network(folder: String)
}

/// A version that is to be kept.
package struct NewLabelVersion: Hashable, Sendable {
  /// What learnt.
  package var learner: LabelLearner
  /// What was random is drawn from this.
  package var seed: Int64
  /// How many examples of yes and of no it learnt from.
  package var examples: (positives: Int, negatives: Int) { (positives, negatives) }
  /// The threshold that its measured curve proposes, 0...1.
  package var threshold: Double
  /// Where the learnt numbers are.
  package var weights: LabelWeights
  /// What was measured, as JSON.
  package var metricsJSON: String

  private let positives, negatives: Int

  package init(
    learner: LabelLearner, seed: Int64, positives: Int, negatives: Int, threshold: Double,
    weights: LabelWeights, metricsJSON: String
  ) {
    (self.learner, self.seed, self.positives, self.negatives) =
      (learner, seed, positives, negatives)
    self.threshold = threshold
    self.weights = weights
    self.metricsJSON = metricsJSON
  }
}

/// Why something cannot be done with a label.
package enum LabelError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Another label has the name.
  case nameTaken(String)
  /// There is no such label any more.
  case gone
  /// There is no such version.
  case noVersion(Int, LabelLearner?)

  /// What is wrong, and what to do.
  package var description: String {
    switch self {
    case .nameTaken(let name):
      "A label called “\(name)” already exists: choose another name, or rename that one."
    case .gone: "The label no longer exists. Check the list of labels."
    case .noVersion(let number, let learner):
      "The label has no version \(number)\(learner.map { " of \($0.rawValue)" } ?? ""). Check "
        + "its versions."
    }
  }
}
