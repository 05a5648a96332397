internal import COpenVINO
internal import Glibc

/// What goes into a network or comes out of it.
public struct Port: Hashable, Sendable {
  /// The name by which the network's file calls it.
  public let name: String
  /// The lengths of its dimensions; nil for one that the network leaves open.
  public let shape: [Int?]
  /// `u8`, `f32`, `f16`, `i32`, `i64` or `other`.
  public let type: String

  /// Takes the values as they are.
  public init(name: String, shape: [Int?], type: String) {
    self.name = name
    self.shape = shape
    self.type = type
  }

  /// The number of values; nil where a dimension is open.
  public var count: Int? {
    shape.reduce(1) { product, length in
      guard let product, let length else { return nil }
      return product * length
    }
  }
}

/// The numbers in which a network computes.
public enum Precision: String, Sendable, CaseIterable {
  /// The fastest that the device does without loss worth mention (bf16 where it can).
  case automatic
  /// 32-bit floats, for comparing numbers.
  case f32
  /// Brain floats.
  case bf16
}

/// A network compiled for one device, ready to run.
///
/// Owns the handle: `init` takes it, `deinit` gives it back.
///
/// ## Concurrency model
/// Holds one inference request, so it serves one thread at a time, which it blocks while it runs.
public final class Network {
  /// What goes in.
  public let inputs: [Port]
  /// What comes out.
  public let outputs: [Port]
  private let handle: OpaquePointer

  /// The runtime's version.
  public static var runtimeVersion: String { String(cString: mo_version()) }

  /// Reads and compiles a network. Takes from a tenth of a second to a few seconds.
  ///
  /// - Parameters:
  ///   - path: an OpenVINO IR (`.xml`, its `.bin` beside it), ONNX, TFLite or frozen graph.
  ///   - device: `CPU`, or what else OpenVINO finds.
  ///   - threads: how many threads one run uses.
  /// - Throws: ``InferenceError/cannotLoad(path:detail:)``.
  public init(
    path: String, device: String = "CPU", threads: Int = 1, precision: Precision = .automatic
  ) throws(InferenceError) {
    var words: UnsafeMutablePointer<CChar>?
    let hint = precision == .automatic ? nil : precision.rawValue
    guard let handle = mo_open(path, device, CInt(threads), hint, &words) else {
      throw .cannotLoad(path: path, detail: takeText(words))
    }
    self.handle = handle
    inputs = (0..<mo_input_count(handle)).compactMap { Self.port(handle, $0, mo_input) }
    outputs = (0..<mo_output_count(handle)).compactMap { Self.port(handle, $0, mo_output) }
  }

  deinit {
    mo_close(handle)
  }

  /// Runs the network on the values of its first input.
  ///
  /// - Parameter values: as many as the input's shape says, in its layout.
  /// - Throws: ``InferenceError/inputSize(expected:found:)``, ``InferenceError/failed(detail:)``.
  public func run(_ values: [UInt8]) throws(InferenceError) {
    if let expected = inputs.first?.count, expected != values.count {
      throw .inputSize(expected: expected, found: values.count)
    }
    var words: UnsafeMutablePointer<CChar>?
    guard mo_run_u8(handle, values, values.count, &words) == 0 else {
      throw .failed(detail: takeText(words))
    }
  }

  /// The values of an output of the last run, in the output's layout.
  ///
  /// - Throws: ``InferenceError/noOutput(_:detail:)``.
  public func values(of output: String) throws(InferenceError) -> [Float] {
    var words: UnsafeMutablePointer<CChar>?
    var count = 0
    guard let values = mo_values(handle, output, &count, &words) else {
      throw .noOutput(output, detail: takeText(words))
    }
    return Array(UnsafeBufferPointer(start: values, count: count))
  }

  private typealias Describe = (
    OpaquePointer, Int, UnsafeMutablePointer<mo_port>,
    UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  ) -> CInt

  private static func port(
    _ handle: OpaquePointer, _ index: Int, _ describe: Describe
  ) -> Port? {
    var port = mo_port()
    var words: UnsafeMutablePointer<CChar>?
    guard describe(handle, index, &port, &words) == 0 else {
      free(words)
      return nil
    }
    let rank = max(0, Int(port.rank))
    let lengths = withUnsafeBytes(of: port.dimensions) { Array($0.bindMemory(to: Int64.self)) }
    return Port(
      name: text(port.name), shape: lengths.prefix(rank).map { $0 < 0 ? nil : Int($0) },
      type: text(port.type))
  }

  /// A C array of characters, up to its NUL.
  private static func text<Characters>(_ characters: Characters) -> String {
    withUnsafeBytes(of: characters) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }
}

/// A C string as a Swift one, in one line; frees it.
private func takeText(_ text: UnsafeMutablePointer<CChar>?) -> String {
  guard let text else { return "out of memory" }
  defer { free(text) }
  return String(cString: text).split(separator: "\n").map(String.init).joined(separator: "; ")
}
