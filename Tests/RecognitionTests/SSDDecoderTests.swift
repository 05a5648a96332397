import PhotoCore
import Testing

@testable import Recognition

/// SSD with its own suppression, and OpenVINO's `DetectionOutput`.
struct SSDDecoderTests {
  private func suppressed(
    scores: [Float], ids: [Float], count: Float, background: Int = 0, classIDs: [Int]? = nil
  ) throws -> [Candidate] {
    let record = DecoderFixture.record(
      ModelDecoding(family: .ssdSuppressed, backgroundCount: background, classIDs: classIDs),
      outputs: ["boxes": [1, 3, 4], "scores": [1, 3], "classes": [1, 3], "count": [1]],
      classCount: 2)
    let boxes = (0..<3).flatMap { _ in [0.25, 0.5, 0.75, 1] as [Float] }
    return try record.boxDecoder().candidates(
      ["boxes": boxes, "scores": scores, "classes": ids, "count": [count]], floor: 0.25)
  }

  @Test func `boxes are top, left, bottom, right, and ids may have gaps`() throws {
    let found = try suppressed(
      scores: [0.75, 0.5, 0.5], ids: [1, 90, 12], count: 3, classIDs: [1, 90])
    #expect(found.count == 2)
    #expect(found[0].isNear(0, 0.75, left: 0.5, top: 0.25, width: 0.5, height: 0.5))
    #expect(found[1].classIndex == 1)
  }

  @Test func `ids are places among the labels where nothing else is said`() throws {
    #expect(
      try suppressed(scores: [1, 1, 1], ids: [0, 1, 2], count: 3).map(\.classIndex) == [0, 1])
    #expect(
      try suppressed(scores: [1, 1, 1], ids: [0, 1, 2], count: 3, background: 1).map(\.classIndex)
        == [0, 1])
  }

  @Test func `only as many boxes count as the network says`() throws {
    #expect(try suppressed(scores: [1, 1, 1], ids: [0, 0, 0], count: 2).count == 2)
    #expect(try suppressed(scores: [1, 1, 1], ids: [0, 0, 0], count: 1e9).count == 3)
    #expect(try suppressed(scores: [1, 1, 1], ids: [0, 0, 0], count: -1).isEmpty)
  }

  @Test func `an id or a count that is not finite is an error`() {
    #expect(throws: RecognitionError.notFinite(model: "m")) {
      _ = try suppressed(scores: [1, 1, 1], ids: [.nan, 0, 0], count: 3)
    }
    #expect(throws: RecognitionError.notFinite(model: "m")) {
      _ = try suppressed(scores: [1, 1, 1], ids: [0, 0, 0], count: .infinity)
    }
  }

  @Test func `an output that is missing is refused by name`() {
    let record = DecoderFixture.record(
      ModelDecoding(family: .ssdSuppressed),
      outputs: ["boxes": [1, 3, 4], "scores": [1, 3], "classes": [1, 3]], classCount: 2)
    #expect(
      throws: RecognitionError.output(model: "m", name: "count", expected: "[1]", found: "missing")
    ) { _ = try record.boxDecoder() }
  }

  @Test func `DetectionOutput's rows end at a picture below zero`() throws {
    let record = DecoderFixture.record(
      ModelDecoding(family: .detectionOutput, backgroundCount: 1),
      outputs: ["output": [1, 1, 4, 7]], classCount: 2)
    let rows: [[Float]] = [
      [0, 2, 0.5, 0.25, 0.5, 0.5, 1], [0, 1, 0.1, 0, 0, 1, 1], [-1, 0, 0, 0, 0, 0, 0],
      [0, 1, 0.9, 0, 0, 1, 1],
    ]
    let found = try record.boxDecoder().candidates(
      ["output": rows.flatMap { $0 }], floor: 0.25)
    #expect(found.count == 1)
    #expect(found[0].isNear(1, 0.5, left: 0.25, top: 0.5, width: 0.25, height: 0.5))
  }

  @Test func `an SSD cut before its suppression may have a background column`() throws {
    let record = DecoderFixture.record(
      ModelDecoding(family: .ssdDecoded, backgroundCount: 1),
      outputs: ["boxes": [1, 1, 4], "scores": [1, 1, 3]], classCount: 2)
    let found = try record.boxDecoder().candidates(
      ["boxes": [0, 0, 1, 1], "scores": [0.9, 0.3, 0.8]], floor: 0.25)
    #expect(found.map(\.classIndex) == [0, 1])
  }
}
