public import PhotoCore

/// A personal label as it stands.
public struct LabelRecord: Hashable, Sendable {
  /// The catalogue's row id; never given to another label.
  public let id: Int64
  /// The name as it is shown.
  public let name: String
  /// What its examples are.
  public let subject: LabelSubject
  /// The probability from which it counts, 0...1.
  public let threshold: Double
  /// Whether the user chose ``threshold``; it is the version's proposal otherwise.
  public let isThresholdChosen: Bool
  /// What answers at present; nil while nothing was learnt.
  public let version: LabelVersion?
  /// Examples of yes.
  public let positives: Int
  /// Examples of no.
  public let negatives: Int
  /// Photos on which it counts.
  public let photos: Int
  /// When it was made, in milliseconds since 1970 UTC.
  public let createdMilliseconds: Int64
}

/// What one training made of one learner.
public struct LabelVersion: Hashable, Sendable {
  /// The catalogue's row id.
  public let id: Int64
  /// Counts the label's trainings from 1; both learners of a training have one number.
  public let number: Int
  /// What learnt.
  public let learner: LabelLearner
  /// What was random is drawn from this.
  public let seed: Int64
  /// Examples of yes that it learnt from.
  public let positives: Int
  /// Examples of no that it learnt from.
  public let negatives: Int
  /// The threshold that its measured curve proposes, 0...1.
  public let threshold: Double
  /// Where the learnt numbers are.
  public let weights: LabelWeights
  /// What was measured, as JSON; see `docs/labels.md`.
  public let metricsJSON: String
  /// When it was trained, in milliseconds since 1970 UTC.
  public let createdMilliseconds: Int64
}

/// Where the numbers of a version are.
public enum LabelWeights: Hashable, Sendable {
  /// In the catalogue, as JSON: a linear classifier of the embeddings of a scene network.
  case linear(json: String, embeddingModel: String)
  /// In a model's folder of this name below the library's `labels/<label>/`. A folder, since workers run
  /// and check it like every other model's; so it is not in a backup, which is the catalogue alone.
  case network(folder: String)
}

/// A version that is to be kept.
public struct NewLabelVersion: Hashable, Sendable {
  /// What learnt.
  public var learner: LabelLearner
  /// What was random is drawn from this.
  public var seed: Int64
  /// How many examples of yes and of no it learnt from.
  public var examples: (positives: Int, negatives: Int) { (positives, negatives) }
  /// The threshold that its measured curve proposes, 0...1.
  public var threshold: Double
  /// Where the learnt numbers are.
  public var weights: LabelWeights
  /// What was measured, as JSON.
  public var metricsJSON: String

  private let positives, negatives: Int

  /// Takes the values as they are.
  public init(
    learner: LabelLearner, seed: Int64, positives: Int, negatives: Int, threshold: Double,
    weights: LabelWeights, metricsJSON: String
  ) {
    (self.learner, self.seed, self.positives, self.negatives) =
      (learner, seed, positives, negatives)
    (self.threshold, self.weights, self.metricsJSON) = (threshold, weights, metricsJSON)
  }
}

/// Why something cannot be done with a label.
public enum LabelError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Another label has the name.
  case nameTaken(String)
  /// There is no such label any more.
  case gone
  /// There is no such version.
  case noVersion(Int, LabelLearner?)

  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .nameTaken(let name):
      "There is a label called “\(name)” already: choose another name, or rename that one."
    case .gone: "The label is not there any more: look at the list of labels."
    case .noVersion(let number, let learner):
      "The label has no version \(number)\(learner.map { " of \($0.rawValue)" } ?? ""): look at "
        + "its versions."
    }
  }
}
