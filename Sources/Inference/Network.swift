internal import COpenVINO
internal import Glibc

/// A network compiled for one device, ready to run.
///
/// Owns the handle: `init` takes it, `deinit` gives it back.
///
/// ## Concurrency model
/// Holds one inference request, so it serves one thread at a time, which it blocks while it runs.
package final class Network {
  /// What goes in; with a conversion, [1, rows, columns, 3] of `u8`.
  package let inputs: [Port]
  /// What comes out, by the names of the file. All of `f32`, whatever the file has, but text.
  package let outputs: [Port]
  /// What goes in as the file has it, before the conversion.
  package let nativeInputs: [Port]
  /// What comes out as the file has it.
  package let nativeOutputs: [Port]
  private let handle: OpaquePointer

  /// The runtime's version.
  package static var runtimeVersion: String { String(cString: mo_version()) }

  /// Reads and compiles a network. Takes from a tenth of a second to a few seconds.
  ///
  /// - Parameters:
  ///   - path: an OpenVINO IR (`.xml`, its `.bin` beside it), ONNX, TFLite or frozen graph.
  ///   - device: `CPU`, or what else OpenVINO finds; see ``InferenceDevice``.
  ///   - threads: how many threads one run uses; only for `CPU`.
  ///   - conversion: what makes the network's input of a picture of bytes; nil where the network
  ///     takes what ``run(_:)`` is given.
  /// - Throws: ``InferenceError``, with a sentence about the file, its input or the device.
  package init(
    path: String, device: String = InferenceDevice.chosen, threads: Int = 1,
    precision: Precision = .automatic, conversion: InputConversion? = nil
  ) throws(InferenceError) {
    try InferenceDevice.check(device)
    let file = try NetworkFile(path: path)
    nativeInputs = file.inputs
    nativeOutputs = file.outputs
    try file.convert(conversion)
    (inputs, outputs) = file.converted
    handle = try file.compile(
      device: device, threads: threads, precision: try precision.orAsConfigured())
  }

  deinit {
    mo_close(handle)
  }

  /// Runs the network on the values of its first input.
  ///
  /// - Parameter values: as many as the input's shape says, in its layout.
  /// - Throws: ``InferenceError/inputSize(expected:found:)``, ``InferenceError/failed(detail:)``.
  package func run(_ values: [UInt8]) throws(InferenceError) {
    if let expected = inputs.first?.count, expected != values.count {
      throw .inputSize(expected: expected, found: values.count)
    }
    var words: UnsafeMutablePointer<CChar>?
    guard mo_run_u8(handle, values, values.count, &words) == 0 else {
      throw .failed(detail: RuntimeMessage(taking: words).gist)
    }
  }

  /// The values of an output of the last run, in the output's layout.
  ///
  /// - Throws: ``InferenceError/noOutput(_:detail:)``.
  package func values(of output: String) throws(InferenceError) -> [Float] {
    var words: UnsafeMutablePointer<CChar>?
    var count = 0
    guard let values = mo_values(handle, output, &count, &words) else {
      throw .noOutput(output, detail: RuntimeMessage(taking: words).gist)
    }
    return Array(UnsafeBufferPointer(start: values, count: count))
  }

  /// Runs the network on what its inputs hold.
  func runAgain() throws(InferenceError) {
    var words: UnsafeMutablePointer<CChar>?
    guard mo_run(handle, &words) == 0 else {
      throw .failed(detail: RuntimeMessage(taking: words).gist)
    }
  }
}
