package import Inference
internal import PhotoCore

/// Loads a network and compares it with its record: a wrong pair is refused in one sentence.
enum NetworkCheck {
  static func load(
    _ model: InstalledModel, threads: Int, precision: Precision
  ) throws(RecognitionError) -> Network {
    let record = model.record
    let network: Network
    do {
      network = try Network(
        path: model.networkPath, threads: threads, precision: precision,
        conversion: record.input.conversion)
    } catch .inputShape(_, _, let found) {
      throw record.inputError(found)
    } catch {
      throw .inference(error)
    }
    try check(inputs: network.nativeInputs, outputs: network.outputs, against: record)
    return network
  }

  /// - Parameters:
  ///   - inputs: as the file has them; what it leaves open is the record's to say.
  ///   - outputs: once the input has its size.
  static func check(
    inputs: [Port], outputs: [Port], against record: ModelRecord
  ) throws(RecognitionError) {
    guard inputs.count == 1, let input = inputs.first, record.input.describes(input) else {
      throw record.inputError(inputs)
    }
    for (name, shape) in record.outputs.sorted(by: { $0.key < $1.key }) {
      let output = outputs.first { $0.name == name }
      guard output?.shape == shape, output?.type == "f32" else {
        throw .output(
          model: record.id, name: name, expected: "\(shape) f32", found: text(output, outputs))
      }
    }
  }

  private static func text(_ output: Port?, _ all: [Port]) -> String {
    guard let output else {
      return "missing among " + all.map(\.name).joined(separator: ", ")
    }
    let text = "\(output.shapeText) \(output.type)"
    return output.shape.contains(nil) ? text + ", a length that varies from photo to photo" : text
  }
}

extension ModelInput {
  /// What the compiled network does to a view before its first layer.
  var conversion: InputConversion {
    InputConversion(
      isChannelsFirst: layout == .nchw, reversesChannels: channels == .bgr,
      mean: mean.map(Float.init), deviation: deviation.map(Float.init), shape: shape)
  }

  /// Whether this is about that input of a network.
  fileprivate func describes(_ port: Port) -> Bool {
    port.name == name && port.type == type.rawValue
      && (port.shape.isEmpty || port.shape.count == shape.count)
      && zip(port.shape, shape).allSatisfy { $0 == nil || $0 == $1 }
  }
}

extension ModelRecord {
  fileprivate func inputError(_ found: [Port]) -> RecognitionError {
    .input(
      model: id, expected: "one input \(input.name) \(input.shape) \(input.type.rawValue)",
      found: found.map(\.description).joined(separator: " and "))
  }
}

extension Port {
  /// `[1, 300, 300, 3]`, with `?` for an open dimension.
  package var shapeText: String {
    "[" + shape.map { $0.map(String.init) ?? "?" }.joined(separator: ", ") + "]"
  }
}
