/// What a network takes and gives, read from its file without compiling it.
package struct NetworkDescription: Hashable, Sendable {
  /// What goes in, as the file has it.
  package let inputs: [Port]
  /// What comes out, as the file has it.
  package let outputs: [Port]

  /// Reads a network. Takes from a hundredth of a second to half a minute, for large graphs of
  /// TensorFlow.
  ///
  /// - Parameter path: an OpenVINO IR (`.xml`, its `.bin` beside it), ONNX, TFLite or frozen graph.
  /// - Throws: ``InferenceError``, with a sentence about the file.
  package init(path: String) throws(InferenceError) {
    let file = try NetworkFile(path: path)
    inputs = file.inputs
    outputs = file.outputs
  }

  package init(inputs: [Port], outputs: [Port]) {
    self.inputs = inputs
    self.outputs = outputs
  }
}
