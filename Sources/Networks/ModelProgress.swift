/// How far adding or installing a model has come.
package struct ModelProgress: Hashable, Sendable {
  /// What is being done.
  package enum Stage: String, Sendable {
    /// The file is coming.
    case download
    /// Files are copied or converted, hashed and tried.
    case check
    /// The model gets its place in the library.
    case place
  }

  /// What is being done.
  package let stage: Stage
  /// Bytes done in this stage.
  package let done: Int64
  /// Bytes of this stage; nil where nobody said.
  package let total: Int64?

  package init(_ stage: Stage, done: Int64, total: Int64?) {
    self.stage = stage
    self.done = done
    self.total = total
  }
}

/// Takes progress; called often, on the thread that does the work.
package typealias ProgressReport = (ModelProgress) -> Void
