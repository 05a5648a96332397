internal import Glibc

/// The kind of numbers that a network computes with.
package enum Precision: String, Sendable, CaseIterable {
  /// The fastest that the device does without loss worth mention (bf16 where it can).
  case automatic
  /// 32-bit floats: the same results on every processor, but for rounding.
  case f32
  /// Brain floats.
  case bf16

  /// The same, but for ``automatic``: what the environment variable `MERIDIAN_PRECISION` asks for.
  ///
  /// - Throws: ``InferenceError/noPrecision(_:)``.
  func orAsConfigured() throws(InferenceError) -> Precision {
    guard self == .automatic else { return self }
    return try Self.chosen(by: getenv("MERIDIAN_PRECISION").map { String(cString: $0) })
  }

  /// - Parameter variable: the variable's value; nil or empty for ``automatic``.
  static func chosen(by variable: String?) throws(InferenceError) -> Precision {
    guard let variable, !variable.isEmpty else { return .automatic }
    guard let precision = Precision(rawValue: variable.lowercased()) else {
      throw .noPrecision(variable)
    }
    return precision
  }
}
