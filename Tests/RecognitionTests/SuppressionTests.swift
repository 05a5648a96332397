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

  @Test func `embeddings keep half precision`() {
    let values: [Float] = [0, 1, -2.5, 0.333]
    let read = EmbeddingBytes(halfPrecision: values).values
    #expect(zip(read, values).allSatisfy { abs($0 - $1) < 0.001 })
  }
}
