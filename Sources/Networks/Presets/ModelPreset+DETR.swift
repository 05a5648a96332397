internal import Inference
internal import PhotoCore
internal import Recognition

extension ModelPreset {
  /// DETR and its heirs. Trained on COCO, some have a column for each of its ids: 91, one of them 0.
  func transformer(
    _ ports: PresetPorts, _ input: PresetInput
  ) throws(RecognitionError) -> RecordDraft {
    let (boxes, scores) = try ports.boxesAndScores()
    guard let boxShape = boxes.shapeForOne, let scoreShape = scores.shapeForOne,
      boxShape.count == 3, boxShape[1] == scoreShape[1]
    else {
      throw ports.refusal(
        "it should give logits [1, n, classes] and boxes [1, n, 4], but gives \(ports.text)")
    }
    let noObject = self == .detr ? 1 : 0
    let columns = scoreShape[2] - noObject
    guard columns > 0 else { throw ports.refusal("it has no classes") }
    let hasIDs = columns == 91
    return detector(
      transformerInput(input), outputs: [boxes.name: boxShape, scores.name: scoreShape],
      ModelDecoding(
        family: .detr, activation: self == .detr ? .softmax : .sigmoid, noObjectCount: noObject,
        classIDs: hasIDs ? COCOIDs.fromOne : nil,
        roles: ["boxes": boxes.name, "scores": scores.name]), classCount: hasIDs ? 80 : columns)
  }

  /// Sources: DETR and RF-DETR normalise by ImageNet's statistics; RT-DETR and D-FINE take 0...1. All
  /// exports of fixed size stretch the picture.
  private func transformerInput(_ input: PresetInput) -> ModelInput {
    self == .rtDETR
      ? input.model(deviation: [255, 255, 255], fit: .stretch)
      : input.model(
        mean: ImageNetStatistics.mean, deviation: ImageNetStatistics.deviation, fit: .stretch)
  }
}
