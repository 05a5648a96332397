import PhotoCore

@testable import Recognition

/// A record with nothing but what a decoder looks at.
enum DecoderFixture {
  static func record(
    _ decoding: ModelDecoding, outputs: [String: [Int]], classCount: Int,
    size: PixelSize = PixelSize(width: 64, height: 32)
  ) -> ModelRecord {
    ModelRecord(
      id: "m", name: "m", task: .detection, vocabulary: "v", source: "", sourceSHA256: "",
      format: .onnx, network: "network.onnx",
      input: ModelInput(
        name: "image", layout: .nchw, type: .f32,
        recipe: InputRecipe(
          size: size, fit: .stretch, interpolation: .bilinear, antialias: true)),
      outputs: outputs, decoding: decoding, classCount: classCount, scoreFloor: 0.1,
      defaultThreshold: 0.5)
  }

  /// The boxes of one output called `output`.
  static func candidates(
    _ family: ModelDecoding.Family, shape: [Int], _ numbers: [Float], classCount: Int,
    strides: [Int] = [], floor: Double = 0.25
  ) throws -> [Candidate] {
    let record = record(
      ModelDecoding(family: family, strides: strides), outputs: ["output": shape],
      classCount: classCount)
    return try record.boxDecoder().candidates(["output": numbers], floor: floor)
  }
}

extension Candidate {
  /// Whether it is this class and box, and this confidence to six digits.
  func isNear(
    _ classIndex: Int, _ confidence: Double, left: Double, top: Double, width: Double,
    height: Double
  ) -> Bool {
    let numbers = [
      (self.confidence, confidence), (box.left, left), (box.top, top), (box.width, width),
      (box.height, height),
    ]
    return self.classIndex == classIndex && numbers.allSatisfy { abs($0 - $1) < 1e-6 }
  }
}
