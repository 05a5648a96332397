import Inference
import PhotoCore
import Testing

@testable import Networks
@testable import Recognition

/// From a network's inputs and outputs to its record.
struct PresetTests {
  private func port(_ name: String, _ shape: [Int?], _ type: String = "f32") -> Port {
    Port(name: name, shape: shape, type: type)
  }

  private var picture: Port { port("images", [1, 3, 416, 416]) }

  private func isRefused(_ word: String, _ body: () throws -> Void) -> Bool {
    do {
      try body()
      return false
    } catch {
      return "\(error)".contains(word)
    }
  }

  // MARK: Detectors

  @Test func `YOLOX is known by the boxes of its grids, and fed as its authors do`() throws {
    let output = port("output", [1, 3549, 85])
    #expect(ModelPreset.guess(inputs: [picture], outputs: [output]) == .yolox)
    let draft = try ModelPreset.yolox.draft(inputs: [picture], outputs: [output])
    #expect(draft.task == .detection && draft.classCount == 80)
    #expect(draft.outputs == ["output": [1, 3549, 85]])
    #expect(draft.decoding.strides == [8, 16, 32])
    #expect(draft.input.channels == .bgr && draft.input.mean.isEmpty && draft.input.layout == .nchw)
    #expect(draft.input.recipe.fit == .letterboxTopLeft && draft.input.recipe.padding == 114)
    #expect(draft.scoreFloor == 0.1 && draft.defaultThreshold == 0.25)
  }

  @Test func `YOLOX on a size that its grids do not divide is refused`() {
    #expect(
      isRefused("400 × 410 pixels cannot be divided by 32") {
        _ = try ModelPreset.yolox.draft(
          inputs: [port("images", [1, 3, 410, 400])], outputs: [port("output", [1, 3549, 85])])
      })
    #expect(
      isRefused("it should give 3549 boxes, but gives output [1, 8400, 85]") {
        _ = try ModelPreset.yolox.draft(
          inputs: [picture], outputs: [port("output", [1, 8400, 85])])
      })
  }

  @Test func `YOLOv5 and YOLOv8 are known by the boxes of their grids`() throws {
    let old = port("output0", [1, 25200, 85])
    let new = port("output0", [1, 84, 8400])
    let input = port("images", [1, 3, 640, 640])
    #expect(ModelPreset.guess(inputs: [input], outputs: [old]) == .yolov5)
    #expect(ModelPreset.guess(inputs: [input], outputs: [new]) == .yolov8)
    let draft = try ModelPreset.yolov8.draft(inputs: [input], outputs: [new])
    #expect(draft.classCount == 80 && draft.decoding.output("output") == "output0")
    #expect(draft.input.deviation == [255, 255, 255] && draft.input.recipe.fit == .letterbox)
  }

  @Test func `an open size is asked for, and with it the boxes are counted`() throws {
    let input = port("images", [nil, 3, nil, nil])
    let output = port("output0", [nil, 84, nil])
    #expect {
      _ = try ModelPreset.yolov8.draft(inputs: [input], outputs: [output])
    } throws: {
      "\($0)" == "The model takes pictures of any size ([?, 3, ?, ?]). Choose one, such as "
        + "--size 640x640."
    }
    let draft = try ModelPreset.yolov8.draft(
      inputs: [input], outputs: [output], size: PixelSize(width: 640, height: 480))
    #expect(draft.outputs == ["output0": [1, 84, 6300]])
    #expect(draft.input.shape == [1, 3, 480, 640])
  }

  @Test func `another size than the network's is refused`() {
    #expect(
      isRefused("it takes 416 × 416 pixels, not 640 × 640") {
        _ = try ModelPreset.yolox.draft(
          inputs: [picture], outputs: [port("output", [1, 3549, 85])],
          size: PixelSize(width: 640, height: 640))
      })
  }

  @Test func `DETR has a last class for nothing, RT-DETR has none`() throws {
    let boxes = port("pred_boxes", [1, 100, 4])
    let detr = [port("logits", [1, 100, 92]), boxes]
    #expect(ModelPreset.guess(inputs: [picture], outputs: detr) == .detr)
    let draft = try ModelPreset.detr.draft(inputs: [picture], outputs: detr)
    #expect(draft.classCount == 80 && draft.decoding.noObjectCount == 1)
    #expect(draft.decoding.activation == .softmax)
    #expect(draft.decoding.classIDs?.prefix(13).last == 14)
    let heir = [port("logits", [1, 100, 80]), boxes]
    #expect(ModelPreset.guess(inputs: [picture], outputs: heir) == .rtDETR)
    let second = try ModelPreset.rtDETR.draft(inputs: [picture], outputs: heir)
    #expect(second.classCount == 80 && second.decoding.activation == .sigmoid)
    #expect(second.decoding.classIDs == nil && second.input.mean.isEmpty)
  }

  @Test func `an SSD with suppression is known by its outputs' names, in any order`() throws {
    let input = port("image_tensor:0", [nil, nil, nil, 3], "u8")
    let outputs = [
      port("num_detections:0", [nil]), port("detection_scores:0", [nil, 100]),
      port("detection_boxes:0", [nil, 100, 4]), port("detection_classes:0", [nil, 100]),
    ]
    #expect(ModelPreset.guess(inputs: [input], outputs: outputs) == .ssdSuppressed)
    var draft = try ModelPreset.ssdSuppressed.draft(
      inputs: [input], outputs: outputs, size: PixelSize(width: 300, height: 300))
    #expect(draft.decoding.output("scores") == "detection_scores:0")
    #expect(draft.decoding.output("classes") == "detection_classes:0")
    #expect(draft.outputs["num_detections:0"] == [1])
    #expect(draft.classCount == 80 && draft.decoding.classIDs?.last == 90)
    #expect(draft.input.mean.isEmpty && draft.input.layout == .nhwc)
    #expect(draft.takesAnyClassCount)
    draft.setClassCount(3)
    #expect(draft.classCount == 3 && draft.decoding.classIDs == nil)
    #expect(draft.decoding.backgroundCount == 1)
  }

  @Test func `a cut SSD with 91 columns has COCO's ids`() throws {
    let outputs = [port("boxes", [1917, 4]), port("scores", [1, 1917, 91])]
    #expect(
      isRefused("it should give boxes") {
        _ = try ModelPreset.ssd.draft(inputs: [picture], outputs: outputs)
      })
    let draft = try ModelPreset.ssd.draft(
      inputs: [picture], outputs: [port("boxes", [1, 1917, 4]), outputs[1]])
    #expect(draft.classCount == 80 && draft.decoding.classIDs?.count == 80)
  }

  @Test func `OpenVINO's DetectionOutput is known by its seven numbers`() throws {
    let output = port("detection_out", [1, 1, 200, 7])
    #expect(ModelPreset.guess(inputs: [picture], outputs: [output]) == .detectionOutput)
    let draft = try ModelPreset.detectionOutput.draft(inputs: [picture], outputs: [output])
    #expect(draft.takesAnyClassCount && draft.input.channels == .bgr)
  }

  // MARK: Classifiers

  @Test func `torchvision's classifiers take 256 pixels for 224, and end in logits`() throws {
    let input = port("input", [nil, 3, 224, 224])
    let output = port("output", [nil, 1000])
    #expect(ModelPreset.guess(inputs: [input], outputs: [output]) == .torchvision)
    let draft = try ModelPreset.torchvision.draft(inputs: [input], outputs: [output])
    #expect(draft.input.recipe.fit == .shorterSide && draft.input.recipe.shorterSide == 256)
    #expect(abs((draft.input.mean.first ?? 0) - 123.675) < 1e-9)
    #expect(abs((draft.input.deviation.last ?? 0) - 57.375) < 1e-9)
    #expect(draft.decoding.activation == .softmax && draft.classCount == 1000)
    let ancestor = try ModelPreset.vgg16.draft(inputs: [input], outputs: [output])
    #expect(ancestor.input.recipe.shorterSide == 224 && ancestor.input.recipe.antialias)
    #expect(ancestor.input.recipe.interpolation == .bilinear)
  }

  @Test func `of 1001 outputs the first is the background`() throws {
    let input = port("input", [1, 224, 224, 3])
    let output = port("predictions", [1, 1001])
    #expect(ModelPreset.guess(inputs: [input], outputs: [output]) == .tensorflow)
    let draft = try ModelPreset.tensorflow.draft(inputs: [input], outputs: [output])
    #expect(draft.classCount == 1000 && draft.decoding.backgroundCount == 1)
    #expect(draft.decoding.activation == .none && draft.input.mean == [127.5, 127.5, 127.5])
  }

  @Test func `EfficientNet-Lite in bytes is taken as it is`() throws {
    let input = port("images", [1, 280, 280, 3], "u8")
    let output = port("Softmax", [1, 1000], "u8")
    #expect(ModelPreset.guess(inputs: [input], outputs: [output]) == .efficientNetLite)
    let draft = try ModelPreset.efficientNetLite.draft(inputs: [input], outputs: [output])
    #expect(draft.input.mean.isEmpty && draft.input.recipe.interpolation == .bicubic)
    #expect(abs(draft.input.recipe.cropFraction - 280.0 / 312) < 1e-12)
  }

  @Test func `an embedding beside the classes is taken along`() throws {
    let input = port("image", [1, 3, 224, 224])
    let outputs = [port("embedding", [1, 2048]), port("logits", [1, 1000])]
    #expect(ModelPreset.guess(inputs: [input], outputs: outputs) == .torchvision)
    let draft = try ModelPreset.torchvision.draft(inputs: [input], outputs: outputs)
    #expect(draft.classCount == 1000 && draft.decoding.output("probabilities") == "logits")
    #expect(draft.outputs["embedding"] == [1, 2048])
  }

  // MARK: What is refused

  @Test func `what fits no preset is not guessed`() {
    #expect(ModelPreset.guess(inputs: [], outputs: []) == nil)
    #expect(
      ModelPreset.guess(inputs: [picture], outputs: [port("keypoints", [1, 1, 17, 3])]) == nil)
    // Keras' networks of a thousand classes are fed in three different ways.
    #expect(
      ModelPreset.guess(
        inputs: [port("input", [1, 224, 224, 3])], outputs: [port("predictions", [1, 1000])])
        == nil)
  }

  @Test(arguments: ModelPreset.allCases)
  func `a network without outputs is of no preset, and the preset is named`(preset: ModelPreset) {
    #expect(
      isRefused("does not fit the preset \(preset.rawValue)") {
        _ = try preset.draft(inputs: [picture], outputs: [])
      })
    #expect(!preset.summary.isEmpty)
  }

  @Test func `inputs that are no picture are refused`() {
    let output = [port("output", [1, 1000])]
    for (inputs, words) in [
      ([picture, picture], "it takes 2 inputs instead of one picture"),
      (
        [port("x", [1, 1, 28, 28])], "its input [1, 1, 28, 28] is not a picture with three channels"
      ),
      ([port("x", [8, 3, 224, 224])], "one at a time"),
      ([port("x", [1, 3, 224, 224], "i64")], "its input takes i64 instead of u8, f16 or f32"),
      ([port("x", [1, 3, 0, 224])], "pictures of 224 × 0 pixels are not possible"),
    ] {
      #expect(
        isRefused(words) {
          _ = try ModelPreset.torchvision.draft(inputs: inputs, outputs: output)
        }, "\(words)")
    }
  }
}
