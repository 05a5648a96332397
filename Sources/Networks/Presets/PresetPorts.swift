internal import Inference
internal import Recognition

/// A network's outputs, as a preset looks for its own among them.
struct PresetPorts {
  let preset: ModelPreset
  let outputs: [Port]

  func refusal(_ detail: String) -> RecognitionError {
    .notOfPreset(preset.rawValue, detail: detail)
  }

  /// What the network gives, for a refusal.
  var text: String {
    outputs.map { "\($0.name) \($0.shapeText)" }.joined(separator: ", ")
  }

  /// The only output.
  ///
  /// - Throws: ``RecognitionError/notOfPreset(_:detail:)``.
  func single(rank: Int) throws(RecognitionError) -> Port {
    guard outputs.count == 1, let port = outputs.first, port.shape.count == rank else {
      throw refusal("it should give one output of \(rank) dimensions, but gives \(text)")
    }
    return port
  }

  /// The output of boxes [1, n, 4] or [n, 4], and the one of scores with as many places.
  ///
  /// - Throws: ``RecognitionError/notOfPreset(_:detail:)``.
  func boxesAndScores() throws(RecognitionError) -> (boxes: Port, scores: Port) {
    let tables = outputs.filter { $0.shape.count >= 2 }
    // With four classes both end in 4: then their names tell.
    let boxes =
      tables.first { $0.shape.last == 4 && $0.isCalled("box") }
      ?? tables.first { $0.shape.last == 4 }
    guard tables.count == 2, let boxes, let scores = tables.first(where: { $0 != boxes }),
      scores.shape.count == boxes.shape.count, boxes.shape.count <= 3
    else {
      throw refusal("it should give boxes [1, n, 4] and scores [1, n, classes], but gives \(text)")
    }
    return (boxes, scores)
  }
}

extension Port {
  /// Whether a part of the name says so.
  func isCalled(_ part: String) -> Bool { name.lowercased().contains(part) }

  /// The shape for one photo; nil where more than the first dimension is open.
  var shapeForOne: [Int]? {
    guard let first = shape.first, (first ?? 1) == 1 else { return nil }
    let rest = shape.dropFirst().compactMap { $0 }
    return rest.count == shape.count - 1 ? [1] + rest : nil
  }
}
