/// Why nothing was learned, or what was learned could not be used.
package enum LearningError: Error, Hashable, Sendable {
  /// The examples do not do; every reason, at least one.
  case examples([ExampleProblem])
  /// It was cancelled.
  case cancelled
  /// What a learner should see of an example is not what it can see.
  case input(id: String, expected: String, found: String)
  /// The numbers grew beyond all bounds.
  case diverged
  /// The library for matrix products refused.
  case product(status: Int)
  /// A file of a trained network cannot be written.
  case unwritable(path: String, detail: String)
  /// Learners were tested on different examples, so they cannot be compared.
  case incomparable
}

extension LearningError: CustomStringConvertible {
  /// One sentence, and what to do next; for several problems of examples one each.
  package var description: String {
    switch self {
    case .examples(let problems): problems.map(\.description).joined(separator: " ")
    case .cancelled: "Training was cancelled. Nothing has changed."
    case .input(let id, let expected, let found):
      "The input from the example \(id) should be \(expected) but is \(found)."
    case .diverged:
      "Training produced numbers that are not finite. Train again with another seed."
    case .product(let status):
      "oneDNN rejected a matrix product with status \(status). Check that libdnnl is installed completely."
    case .unwritable(let path, let detail):
      "The trained model cannot be written to \(path): \(detail)."
    case .incomparable:
      "The two learners were tested on different examples. Train both again."
    }
  }
}
