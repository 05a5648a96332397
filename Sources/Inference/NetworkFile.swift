internal import COpenVINO
internal import Glibc

/// A network as its file has it, read and not yet compiled.
///
/// Owns the handle: `init` takes it, `deinit` gives it back.
final class NetworkFile {
  private let path: String
  private let handle: OpaquePointer

  /// What goes in, before any conversion.
  let inputs: [Port]
  /// What comes out, before any conversion.
  let outputs: [Port]

  /// - Throws: ``InferenceError``, with a sentence about the file.
  init(path: String) throws(InferenceError) {
    self.path = path
    if let problem = LoadProblem.beforeReading(path) { throw problem }
    var words: UnsafeMutablePointer<CChar>?
    guard let handle = mo_read(path, &words) else {
      throw LoadProblem.error(path: path, words: RuntimeMessage(taking: words))
    }
    self.handle = handle
    inputs = Self.inputs(of: handle)
    outputs = Self.outputs(of: handle).map { Self.byItsUsualName($0, handle) }
  }

  deinit {
    mo_forget(handle)
  }

  /// What goes in and comes out now, after a conversion. Outputs keep the names they had.
  var converted: (inputs: [Port], outputs: [Port]) {
    let after = Self.outputs(of: handle)
    let outputs =
      after.count == self.outputs.count
      ? zip(after, self.outputs).map { $0.named($1.name) } : after
    return (Self.inputs(of: handle), outputs)
  }

  /// Puts a conversion before the input, where there is one, and makes the outputs 32-bit floats.
  ///
  /// - Throws: ``InferenceError/inputShape(path:expected:found:)``,
  ///   ``InferenceError/cannotLoad(path:detail:)``.
  func convert(_ conversion: InputConversion?) throws(InferenceError) {
    if let conversion { try check(conversion) }
    var words: UnsafeMutablePointer<CChar>?
    let status =
      if var forC = conversion?.forC { mo_convert(handle, &forC, &words) } else {
        mo_convert(handle, nil, &words)
      }
    guard status == 0 else {
      throw LoadProblem.error(path: path, words: RuntimeMessage(taking: words))
    }
  }

  private func check(_ conversion: InputConversion) throws(InferenceError) {
    if let fault = conversion.fault { throw .cannotLoad(path: path, detail: fault) }
    guard inputs.count == 1, inputs[0].admits(conversion.shape) else {
      throw .inputShape(path: path, expected: conversion.shape, found: inputs)
    }
  }

  /// Compiles what the file and the conversion make.
  ///
  /// - Returns: the compiled network's handle, which is the caller's to close.
  /// - Throws: ``InferenceError``.
  func compile(
    device: String, threads: Int, precision: Precision
  ) throws(InferenceError) -> OpaquePointer {
    var words: UnsafeMutablePointer<CChar>?
    let hint = precision == .automatic ? nil : precision.rawValue
    guard let compiled = mo_compile(handle, device, CInt(clamping: threads), hint, &words) else {
      throw LoadProblem.error(path: path, words: RuntimeMessage(taking: words))
    }
    return compiled
  }

  private static func inputs(of handle: OpaquePointer) -> [Port] {
    (0..<mo_input_count(handle)).compactMap { port($0, of: handle, by: mo_input) }
  }

  private static func outputs(of handle: OpaquePointer) -> [Port] {
    (0..<mo_output_count(handle)).compactMap { port($0, of: handle, by: mo_output) }
  }

  private typealias Describe = (
    OpaquePointer, Int, UnsafeMutablePointer<mo_port>,
    UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  ) -> CInt

  private static func port(
    _ index: Int, of handle: OpaquePointer, by describe: Describe
  ) -> Port? {
    var port = mo_port()
    var words: UnsafeMutablePointer<CChar>?
    guard describe(handle, index, &port, &words) == 0 else {
      free(words)
      return nil
    }
    return Port(port)
  }

  /// An output may have several names, of which the runtime gives the first by the alphabet. In
  /// graphs of TensorFlow's Object Detection API that is one of a step inside; these four are what
  /// its documentation and its users call them.
  private static let usualNames = [
    "detection_boxes:0", "detection_scores:0", "detection_classes:0", "num_detections:0",
  ]

  private static func byItsUsualName(_ output: Port, _ handle: OpaquePointer) -> Port {
    for name in usualNames where name != output.name {
      var other = mo_port()
      if mo_output_named(handle, name, &other) == 0, Port(other).name == output.name {
        return output.named(name)
      }
    }
    return output
  }
}
