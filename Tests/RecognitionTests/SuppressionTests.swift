import PhotoCore
import Testing

@testable import Recognition

struct SuppressionTests {
  private func candidate(
    _ index: Int, _ confidence: Double, _ left: Double, width: Double = 0.4
  ) -> Candidate {
    Candidate(
      classIndex: index, confidence: confidence,
      box: UnitBox(left: left, top: 0, width: width, height: 0.5))
  }

  private func kept(
    _ candidates: [Candidate], _ settings: DetectionSettings = DetectionSettings(scoreFloor: 0)
  ) -> [Double] {
    NonMaximumSuppression.survivors(of: candidates, settings).map(\.confidence)
  }

  @Test func `of two boxes on one object the surer stays`() {
    #expect(kept([candidate(1, 0.5, 0), candidate(1, 0.9, 0.02)]) == [0.9])
  }

  @Test func `boxes that touch little both stay`() {
    #expect(kept([candidate(1, 0.5, 0), candidate(1, 0.9, 0.3)]) == [0.9, 0.5])
  }

  @Test func `two classes on the very same pixels are one object`() {
    #expect(kept([candidate(1, 0.5, 0), candidate(2, 0.9, 0.005)]) == [0.9])
  }

  @Test func `a rider and a horse are two objects`() {
    #expect(kept([candidate(1, 0.5, 0), candidate(2, 0.9, 0.08)]) == [0.9, 0.5])
  }

  @Test func `without suppression across classes both stay`() {
    let settings = DetectionSettings(scoreFloor: 0, crossClassIoU: nil)
    #expect(kept([candidate(1, 0.5, 0), candidate(2, 0.9, 0)], settings) == [0.9, 0.5])
  }

  @Test func `no more than the most are kept`() {
    let many = (0..<50).map { candidate($0, Double($0) / 100, 0) }
    let settings = DetectionSettings(scoreFloor: 0, crossClassIoU: nil, maximumCount: 10)
    #expect(kept(many, settings).count == 10)
  }

  @Test func `boxes are read as top, left, bottom, right and cut at the edges`() throws {
    let found = try ObjectDetector.candidates(
      boxes: [0.1, 0.2, 0.5, 1.4], scores: [0.05, 0.7], classCount: 2, floor: 0.1, model: "m")
    #expect(found.count == 1)
    #expect(found[0].classIndex == 1)
    #expect(abs(found[0].box.left - 0.2) < 1e-6 && abs(found[0].box.right - 1) < 1e-6)
    #expect(abs(found[0].box.top - 0.1) < 1e-6 && abs(found[0].box.height - 0.4) < 1e-6)
  }

  @Test func `the floor counts from itself up`() throws {
    let found = try ObjectDetector.candidates(
      boxes: [0, 0, 1, 1, 0, 0, 1, 1], scores: [0.25, 0.2499], classCount: 1, floor: 0.25,
      model: "m")
    #expect(found.count == 1)
  }

  @Test func `numbers that are not finite are an error`() {
    #expect(throws: RecognitionError.notFinite(model: "m")) {
      _ = try ObjectDetector.candidates(
        boxes: [0, 0, 1, 1], scores: [.nan], classCount: 1, floor: 0, model: "m")
    }
    #expect(throws: RecognitionError.notFinite(model: "m")) {
      _ = try ObjectDetector.candidates(
        boxes: [0, .infinity, 1, 1], scores: [0.9], classCount: 1, floor: 0, model: "m")
    }
  }

  @Test func `embeddings keep half precision`() {
    let values: [Float] = [0, 1, -2.5, 0.333]
    let read = EmbeddingBytes(halfPrecision: values).values
    #expect(zip(read, values).allSatisfy { abs($0 - $1) < 0.001 })
  }
}
