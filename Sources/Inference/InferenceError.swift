/// Why a network could not be loaded or run, with the runtime's own words.
public enum InferenceError: Error, Hashable, Sendable {
  /// The file cannot be read or compiled.
  case cannotLoad(path: String, detail: String)
  /// The input has another size than the network takes.
  case inputSize(expected: Int, found: Int)
  /// There is no output of this name, or it is not of 32-bit floats.
  case noOutput(String, detail: String)
  /// The run failed.
  case failed(detail: String)
}

extension InferenceError: CustomStringConvertible {
  /// One sentence.
  public var description: String {
    switch self {
    case .cannotLoad(let path, let detail): "The network \(path) cannot be loaded: \(detail)."
    case .inputSize(let expected, let found):
      "The network takes \(expected) values, not \(found)."
    case .noOutput(let name, let detail): "The network has no output \(name): \(detail)."
    case .failed(let detail): "The network failed: \(detail)."
    }
  }
}
