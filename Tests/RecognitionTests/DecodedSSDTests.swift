import PhotoCore
import Testing

@testable import Recognition

struct DecodedSSDTests {
  private func candidates(
    boxes: [Float], scores: [Float], classCount: Int, floor: Double
  ) throws -> [Candidate] {
    let count = scores.count / classCount
    let record = ModelRecord(
      id: "m", name: "m", task: .detection, vocabulary: "v", source: "", sourceSHA256: "",
      format: .openVINO, network: "model.xml",
      input: ModelInput(
        name: "image", layout: .nhwc, type: .u8,
        recipe: InputRecipe(
          size: PixelSize(width: 8, height: 8), fit: .stretch, interpolation: .bilinear,
          antialias: true)),
      outputs: ["boxes": [count, 4], "scores": [count, classCount]],
      decoding: ModelDecoding(family: .ssdDecoded), classCount: classCount, scoreFloor: floor,
      defaultThreshold: 0.5)
    return try DecodedSSD(record).candidates(["boxes": boxes, "scores": scores], floor: floor)
  }

  @Test func `boxes are read as top, left, bottom, right`() throws {
    let found = try candidates(
      boxes: [0.1, 0.2, 0.5, 1.4], scores: [0.05, 0.7], classCount: 2, floor: 0.1)
    #expect(found.count == 1)
    #expect(found[0].classIndex == 1)
    #expect(abs(found[0].box.left - 0.2) < 1e-6 && abs(found[0].box.right - 1.4) < 1e-6)
    #expect(abs(found[0].box.top - 0.1) < 1e-6 && abs(found[0].box.height - 0.4) < 1e-6)
  }

  @Test func `the floor counts from itself up`() throws {
    let found = try candidates(
      boxes: [0, 0, 1, 1, 0, 0, 1, 1], scores: [0.25, 0.2499], classCount: 1, floor: 0.25)
    #expect(found.count == 1)
  }

  @Test func `numbers that are not finite are an error`() {
    #expect(throws: RecognitionError.notFinite(model: "m")) {
      _ = try candidates(boxes: [0, 0, 1, 1], scores: [.nan], classCount: 1, floor: 0)
    }
    #expect(throws: RecognitionError.notFinite(model: "m")) {
      _ = try candidates(boxes: [0, .infinity, 1, 1], scores: [0.9], classCount: 1, floor: 0)
    }
  }
}
