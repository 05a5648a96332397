package import Inference
internal import PhotoCore
internal import Recognition

extension ModelPreset {
  /// The preset that fits a network's inputs and outputs; nil where they do not tell.
  ///
  /// Only what is sure is guessed: a network fed in another way than it was trained works badly, and
  /// nobody sees why.
  package static func guess(inputs: [Port], outputs: [Port]) -> ModelPreset? {
    guard inputs.count == 1, let input = inputs.first,
      let layout = PresetInput.layout(of: input.shape)
    else { return nil }
    switch outputs.count {
    case 1:
      guard let output = outputs.first else { return nil }
      return one(output, input: input, layout: layout)
    case 2:
      return two(outputs)
        ?? outputs.lazy.compactMap { scenes($0, input: input, layout: layout) }.first
    case 4:
      let isSSD = outputs.contains { $0.shape.count == 3 && $0.shape[2] == 4 }
      guard isSSD else { return nil }
      return outputs.contains { $0.isCalled("detection_") && !$0.isCalled("postprocess") }
        ? .ssdSuppressed : outputs.contains { $0.isCalled("tflite") } ? .ssdLite : nil
    default: return nil
    }
  }

  private static func one(
    _ output: Port, input: Port, layout: ModelInput.Layout
  ) -> ModelPreset? {
    switch output.shape.count {
    case 3: boxes(output, input: input)
    case 4 where output.shape[3] == 7 && output.shape[1] == 1: .detectionOutput
    default: scenes(output, input: input, layout: layout)
    }
  }

  /// By how many boxes there are: one for each cell of the grids, or three.
  private static func boxes(_ output: Port, input: Port) -> ModelPreset? {
    guard let shape = output.shapeForOne,
      let picture = try? PresetInput(preset: .yolox, inputs: [input], size: nil)
    else { return nil }
    let cells = picture.cells(strides: [8, 16, 32])
    if shape[2] == cells, shape[1] > 4, shape[1] < cells { return .yolov8 }
    if shape[1] == 3 * cells, shape[2] > 5 { return .yolov5 }
    if shape[1] == cells, shape[2] > 5 { return .yolox }
    if shape[1] == picture.cells(strides: [8, 16, 32, 64]), shape[2] > 4 { return .cornerBoxes }
    return nil
  }

  /// Two tables of boxes and scores.
  private static func two(_ outputs: [Port]) -> ModelPreset? {
    guard let boxes = outputs.first(where: { $0.shape.last == 4 && $0.shape.count > 1 }),
      let scores = outputs.first(where: { $0 != boxes }), let columns = scores.shape.last ?? nil,
      scores.shape.count == boxes.shape.count
    else { return nil }
    if scores.isCalled("logits") {
      return columns == 92 ? .detr : [80, 91, 365].contains(columns) ? .rtDETR : nil
    }
    if boxes.isCalled("dets"), scores.isCalled("labels") { return .rfDETR }
    return boxes.isCalled("box") && scores.isCalled("score") ? .ssd : nil
  }

  private static func scenes(
    _ output: Port, input: Port, layout: ModelInput.Layout
  ) -> ModelPreset? {
    let lengths = output.shapeForOne?.filter { $0 != 1 }
    guard let lengths, lengths.count == 1, let columns = lengths.first,
      !output.isCalled("embedding"), !output.isCalled("feature")
    else { return nil }
    switch (layout, columns) {
    case (.nhwc, 1001): return .tensorflow
    case (.nhwc, 1000) where input.type == "u8": return .efficientNetLite
    case (.nchw, 1000) where input.type != "u8": return .torchvision
    default: return nil
    }
  }
}
