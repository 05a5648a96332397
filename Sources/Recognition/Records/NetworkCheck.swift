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
    let wanted = [1, record.input.recipe.size.height, record.input.recipe.size.width, 3]
    guard inputs.count == 1, let input = inputs.first, input.shape == wanted, input.type == "u8"
    else {
      let found = inputs.map { "\($0.shapeText) \($0.type)" }.joined(separator: ", ")
      throw .input(model: record.id, expected: "one input \(wanted) u8", found: found)
    }
    for (name, shape) in record.outputs.sorted(by: { $0.key < $1.key }) {
      let output = outputs.first { $0.name == name }
      guard output?.shape == shape, output?.type == "f32" else {
        throw .output(
          model: record.id, name: name, expected: "\(shape) f32",
          found: output.map { "\($0.shapeText) \($0.type)" } ?? "missing")
      }
    }
  }
}

extension Port {
  /// `[1, 300, 300, 3]`, with `?` for an open dimension.
  var shapeText: String {
    "[" + shape.map { $0.map(String.init) ?? "?" }.joined(separator: ", ") + "]"
  }
}
