internal import Inference
internal import PhotoCore
internal import Recognition

extension ModelPreset {
  /// A classifier: 1001 outputs are a background class and ImageNet's thousand.
  func classifier(
    _ ports: PresetPorts, _ input: PresetInput
  ) throws(RecognitionError) -> RecordDraft {
    let tables = ports.outputs.filter { ($0.classColumns ?? 0) > 1 }
    let scores =
      tables.count == 1
      ? tables.first : tables.first { !$0.isCalled("embedding") && !$0.isCalled("feature") }
    guard let scores, let columns = scores.classColumns, let shape = scores.shapeForOne,
      tables.count == 1 || tables.count == 2 && tables.count == ports.outputs.count
    else {
      throw ports.refusal("it should give probabilities [1, classes], but gives \(ports.text)")
    }
    let embedding = tables.first { $0 != scores }
    guard embedding == nil || embedding?.isEmbedding == true else {
      throw ports.refusal("it is unclear which output holds the classes: \(ports.text)")
    }
    let background = columns == 1001 ? 1 : 0
    var outputs = [scores.name: shape]
    var roles = ["probabilities": scores.name]
    if let embedding, let shape = embedding.shapeForOne {
      outputs[embedding.name] = shape
      roles["embedding"] = embedding.name
    }
    return RecordDraft(
      task: .classification, input: classifierInput(input), outputs: outputs,
      decoding: ModelDecoding(
        family: .classifier, activation: activation(scores), backgroundCount: background,
        roles: roles),
      classCount: columns - background, scoreFloor: thresholds.floor,
      defaultThreshold: thresholds.standard)
  }

  /// PyTorch's classifiers end in logits, TensorFlow's in probabilities unless the name says otherwise.
  private func activation(_ scores: Port) -> ModelDecoding.Activation {
    switch self {
    case .torchvision, .vgg16:
      scores.isCalled("softmax") || scores.isCalled("prob") ? .none : .softmax
    default: scores.isCalled("logit") ? .softmax : .none
    }
  }

  /// Sources: torchvision, `transforms/_presets.py`, `ImageClassification` (256 for 224); TensorFlow,
  /// `inception_preprocessing.py` (the middle 87.5 %); EfficientNet-Lite, `preprocessing.py` (bicubic,
  /// size / (size + 32) of the shorter side, (sample − 127) / 128).
  private func classifierInput(_ input: PresetInput) -> ModelInput {
    let side = input.size.shortestSide
    switch self {
    case .torchvision: return torch(input, shorterSide: (side * 8 + 3) / 7)
    case .vgg16: return torch(input, shorterSide: side)
    case .efficientNetLite:
      return input.model(
        mean: [127, 127, 127], deviation: [128, 128, 128], fit: .centreCrop,
        cropFraction: Double(side) / Double(side + 32), interpolation: .bicubic)
    default:
      return input.model(
        mean: [127.5, 127.5, 127.5], deviation: [127.5, 127.5, 127.5], fit: .centreCrop,
        cropFraction: 0.875)
    }
  }

  private func torch(_ input: PresetInput, shorterSide: Int) -> ModelInput {
    input.model(
      mean: ImageNetStatistics.mean, deviation: ImageNetStatistics.deviation, fit: .shorterSide,
      shorterSide: shorterSide)
  }
}

extension Port {
  /// How many classes: the one length that is not 1; nil where there are more.
  fileprivate var classColumns: Int? {
    let lengths = shapeForOne?.filter { $0 != 1 }
    return lengths?.count == 1 ? lengths?.first : nil
  }

  fileprivate var isEmbedding: Bool { isCalled("embedding") || isCalled("feature") }
}
