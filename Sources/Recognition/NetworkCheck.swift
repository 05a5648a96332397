internal import Inference
internal import PhotoCore

/// Loads a network and compares it with its record: a wrong pair is refused in one sentence.
enum NetworkCheck {
  static func load(
    _ model: InstalledModel, threads: Int, precision: Precision
  ) throws(RecognitionError) -> Network {
    let network: Network
    do {
      network = try Network(path: model.networkPath, threads: threads, precision: precision)
    } catch {
      throw .inference(error)
    }
    try check(inputs: network.inputs, outputs: network.outputs, against: model.record)
    return network
  }

  static func check(
    inputs: [Port], outputs: [Port], against record: ModelRecord
  ) throws(RecognitionError) {
    let size = record.input.recipe.size
    let wanted = [1, size.height, size.width, 3]
    let expected = "one input \(wanted) \(record.input.type)"
    guard inputs.count == 1, let input = inputs.first, input.shape == wanted,
      input.type == record.input.type
    else {
      let found = inputs.map { "\($0.shapeText) \($0.type)" }.joined(separator: ", ")
      throw .input(model: record.id, expected: expected, found: found)
    }
    for (name, shape) in record.outputs.sorted(by: { $0.key < $1.key }) {
      let output = outputs.first { $0.name == name }
      guard output?.shape == shape, output?.type == "f32" else {
        throw .output(
          model: record.id, name: name, expected: "\(shape) f32",
          found: output.map { "\($0.shapeText) \($0.type)" } ?? "missing")
      }
    }
    try checkClassCount(of: record)
  }

  /// The shapes that the record itself promises must fit its number of classes.
  private static func checkClassCount(of record: ModelRecord) throws(RecognitionError) {
    let name = record.decoding == .ssdDecoded ? "scores" : "probabilities"
    let found = record.outputs[name]?.last
    guard found == record.classCount else {
      throw .output(
        model: record.id, name: name, expected: "\(record.classCount) classes wide",
        found: found.map { "\($0)" } ?? "missing")
    }
  }
}

extension Port {
  /// `[1, 300, 300, 3]`, with `?` for an open dimension.
  fileprivate var shapeText: String {
    "[" + shape.map { $0.map(String.init) ?? "?" }.joined(separator: ", ") + "]"
  }
}
