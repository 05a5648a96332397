/// Why a network could not be loaded or run.
package enum InferenceError: Error, Hashable, Sendable {
  /// The file cannot be read or compiled, in the runtime's own words or ours.
  case cannotLoad(path: String, detail: String)
  /// There is no such file, or nobody may read it.
  case noFile(path: String, detail: String)
  /// The file is cut short, damaged, or of another format than its name says.
  case damaged(path: String, detail: String)
  /// The network computes something that the runtime does not know.
  case unknownOperators(path: String, operators: [String])
  /// The network's input cannot take a picture of this shape, or it has several inputs.
  case inputShape(path: String, expected: [Int], found: [Port])
  /// OpenVINO finds no such device.
  case noDevice(String, available: [String])
  /// There is no such precision.
  case noPrecision(String)
  /// The input has another size than the network takes.
  case inputSize(expected: Int, found: Int)
  /// There is no output of this name, or it is not of 32-bit floats.
  case noOutput(String, detail: String)
  /// The run failed.
  case failed(detail: String)
}

extension InferenceError: CustomStringConvertible {
  /// One sentence, and what to do next where there is something to do.
  package var description: String {
    switch self {
    case .cannotLoad(let path, let detail): "The model \(path) cannot be loaded: \(detail)."
    case .noFile(let path, let detail):
      "The model \(path) cannot be read: \(detail). Install it again."
    case .damaged(let path, let detail):
      "The model \(path) is damaged: \(detail). Download the file again."
    case .unknownOperators(let path, let operators):
      "The model \(path) needs \(operators.joined(separator: ", ")), which OpenVINO "
        + "\(Network.runtimeVersion.prefix { $0 != "-" }) does not support. "
        + "Export it with common operators only."
    case .inputShape(let path, let expected, let found):
      "The model \(path) should take one picture of \(expected) but takes "
        + "\(found.map(\.description).joined(separator: " and "))."
    case .noDevice(let name, let available):
      "OpenVINO finds no device \(name) here, only \(available.joined(separator: ", ")). "
        + "Set MERIDIAN_DEVICE to one of these, or unset it to use the processor."
    case .noPrecision(let name):
      "MERIDIAN_PRECISION is \(name). Set it to automatic, f32 or bf16, or unset it."
    case .inputSize(let expected, let found):
      "The model takes \(expected) values, not \(found)."
    case .noOutput(let name, let detail): "The model has no output \(name): \(detail)."
    case .failed(let detail): "The model failed: \(detail)."
    }
  }
}
