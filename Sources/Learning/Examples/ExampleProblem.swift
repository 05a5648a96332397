package import PhotoCore

/// Why examples do not do for training.
package enum ExampleProblem: Hashable, Sendable {
  /// No example of one side at all.
  case oneSided(missing: Side)
  /// Too few examples of one side.
  case tooFew(LearnerKind, Side, found: Int)
  /// All examples of one side were taken together, so that nothing could be tested on others.
  case oneGroup(Side)
  /// The same thing was marked twice, alike.
  case duplicate(id: String)
  /// The same thing was marked yes and no.
  case contradictory(id: String)
  /// A crop of which nothing can be seen.
  case tooSmall(id: String, size: PixelSize)

  /// The two sides.
  package enum Side: String, Sendable, Codable {
    case yes, no

    init(isYes: Bool) { self = isYes ? .yes : .no }
  }

  /// The least side of a crop in pixels of the photo; cnn3 grows it to 64, eightfold at most.
  package static let leastSide = 8

  /// Everything that is wrong with examples, the same in any order of them.
  package static func all(in examples: [Example], for learner: LearnerKind) -> [ExampleProblem] {
    sides(of: examples, learner) + repetitions(in: examples)
      + examples.filter { $0.size.shortestSide < leastSide }.sorted { $0.id < $1.id }
      .map { .tooSmall(id: $0.id, size: $0.size) }
  }

  private static func sides(of examples: [Example], _ learner: LearnerKind) -> [ExampleProblem] {
    [true, false].compactMap { isYes in
      let members = examples.filter { $0.isYes == isYes }
      let side = Side(isYes: isYes)
      if members.isEmpty { return .oneSided(missing: side) }
      let count = Set(members.map(\.id)).count
      if count < learner.leastExamples { return .tooFew(learner, side, found: count) }
      return Set(members.map(\.group)).count == 1 ? .oneGroup(side) : nil
    }
  }

  private static func repetitions(in examples: [Example]) -> [ExampleProblem] {
    Dictionary(grouping: examples, by: \.id).filter { $0.value.count > 1 }
      .sorted { $0.key < $1.key }
      .map { id, examples in
        Set(examples.map(\.isYes)).count > 1 ? .contradictory(id: id) : .duplicate(id: id)
      }
  }
}

extension ExampleProblem: CustomStringConvertible {
  /// One sentence that says what is missing.
  package var description: String {
    switch self {
    case .oneSided(let side):
      "No examples are marked \(side.rawValue). Mark some, so that there is something to tell apart."
    case .tooFew(let learner, let side, let found):
      "The learner \(learner.rawValue) needs at least \(learner.leastExamples) examples marked "
        + "\(side.rawValue), and there are \(found). Mark \(learner.leastExamples - found) more."
    case .oneGroup(let side):
      "All examples marked \(side.rawValue) were taken at the same time. Mark some from another day, so "
        + "that the result can be tested on photos it has not seen."
    case .duplicate(let id):
      "The example \(id) is listed twice. Remove one of them."
    case .contradictory(let id):
      "The example \(id) is marked yes and no: keep one of the two."
    case .tooSmall(let id, let size):
      "The example \(id) has only \(size.width) × \(size.height) pixels, and "
        + "\(Self.leastSide) × \(Self.leastSide) are needed. Leave it out."
    }
  }
}
