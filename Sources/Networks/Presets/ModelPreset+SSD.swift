internal import Inference
internal import PhotoCore
internal import Recognition

extension ModelPreset {
  /// Boxes and scores as they are before suppression.
  func cutSSD(
    _ ports: PresetPorts, _ input: PresetInput
  ) throws(RecognitionError) -> RecordDraft {
    let (boxes, scores) = try ports.boxesAndScores()
    guard let boxShape = boxes.decodedShape, let scoreShape = scores.decodedShape,
      boxShape.dropLast() == scoreShape.dropLast(), let columns = scoreShape.last
    else {
      throw ports.refusal(
        "it should give boxes [n, 4] and scores [n, classes], but gives \(ports.text)")
    }
    var decoding = ModelDecoding(
      family: .ssdDecoded, roles: ["boxes": boxes.name, "scores": scores.name])
    // COCO's ids; COCO's and PASCAL VOC's classes behind a background class; or just classes.
    var classCount = columns
    switch columns {
    case 91: (decoding.classIDs, classCount) = (COCOIDs.fromOne, 80)
    case 81, 21: (decoding.backgroundCount, classCount) = (1, columns - 1)
    default: break
    }
    return detector(
      ssdInput(input), outputs: [boxes.name: boxShape, scores.name: scoreShape], decoding,
      classCount: classCount)
  }

  /// Four outputs. Names tell which is which; otherwise the order does, in which TensorFlow and
  /// TensorFlow Lite alike have boxes, classes, scores, count.
  func suppressedSSD(
    _ ports: PresetPorts, _ input: PresetInput
  ) throws(RecognitionError) -> RecordDraft {
    let boxes = ports.outputs.first { $0.shape.count == 3 && $0.shape[2] == 4 }
    let lists = ports.outputs.filter { $0.shape.count == 2 }
    let count = ports.outputs.first { $0.shape.count == 1 }
    guard ports.outputs.count == 4, lists.count == 2, let boxes, let count,
      let boxShape = boxes.shapeForOne
    else {
      throw ports.refusal(
        "it should give boxes [1, n, 4], class ids [1, n], scores [1, n] and a count, but gives "
          + ports.text)
    }
    let isSwapped = lists[0].isCalled("score") || lists[1].isCalled("class")
    let (classes, scores) = isSwapped ? (lists[1], lists[0]) : (lists[0], lists[1])
    let row = Array(boxShape.prefix(2))
    guard lists.allSatisfy({ $0.shapeForOne == row }), (count.shape[0] ?? 1) == 1 else {
      throw ports.refusal("its outputs are not of one length: \(ports.text)")
    }
    let isLite = self == .ssdLite
    return detector(
      ssdInput(input),
      outputs: [boxes.name: boxShape, classes.name: row, scores.name: row, count.name: [1]],
      ModelDecoding(
        family: .ssdSuppressed, backgroundCount: isLite ? 0 : 1,
        classIDs: isLite ? COCOIDs.fromZero : COCOIDs.fromOne,
        roles: [
          "boxes": boxes.name, "classes": classes.name, "scores": scores.name, "count": count.name,
        ]), classCount: 80)
  }

  /// Class ids from 1, since 0 is the background.
  func detectionOutput(
    _ ports: PresetPorts, _ input: PresetInput
  ) throws(RecognitionError) -> RecordDraft {
    let port = try ports.single(rank: 4)
    guard let shape = port.shapeForOne, shape[1] == 1, shape[3] == 7 else {
      throw ports.refusal("it should give [1, 1, n, 7], but gives \(ports.text)")
    }
    return detector(
      input.model(channels: .bgr, fit: .stretch, antialias: false), outputs: [port.name: shape],
      ModelDecoding(
        family: .detectionOutput, backgroundCount: 1, classIDs: COCOIDs.fromOne,
        roles: ["output": port.name]), classCount: 80)
  }

  /// TensorFlow's networks resize without averaging; those that take floats take −1...1.
  private func ssdInput(_ input: PresetInput) -> ModelInput {
    input.model(
      mean: [127.5, 127.5, 127.5], deviation: [127.5, 127.5, 127.5], fit: .stretch,
      antialias: false)
  }
}

extension Port {
  /// [1, n, m] or [n, m]; nil where something but the first of three is open.
  fileprivate var decodedShape: [Int]? {
    if shape.count == 3 { return shapeForOne }
    let lengths = shape.compactMap { $0 }
    return lengths.count == shape.count ? lengths : nil
  }
}
