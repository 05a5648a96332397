/// Why a worker gave no answer.
package enum WorkerFailure: Error, Hashable, Sendable {
  /// It ended in the middle of a request, with how (`signal 11`).
  case crashed(String)
  /// It took longer than it may, and was ended.
  case timedOut
  /// It never became ready, with a sentence why.
  case cannotStart(String)
  /// Something of ours cannot be written, with a sentence why.
  case storage(String)
}

extension WorkerFailure: CustomStringConvertible {
  /// One sentence, and what to do next.
  package var description: String {
    switch self {
    case .crashed(let how): "The analysis worker ended unexpectedly (\(how))."
    case .timedOut: "The analysis worker took too long and was stopped."
    case .cannotStart(let why): why
    case .storage(let why):
      "\(why) Free some space or fix the permissions, then run the same command again; it continues "
        + "where it stopped."
    }
  }
}
