import Foundation
import PhotoCore
import Testing

@testable import Recognition

struct DETRDecoderTests {
  private func candidates(
    _ activation: ModelDecoding.Activation, noObject: Int = 0, classIDs: [Int]? = nil,
    logits: [Float], columns: Int, classCount: Int, floor: Double = 0.2
  ) throws -> [Candidate] {
    let rows = logits.count / columns
    let record = DecoderFixture.record(
      ModelDecoding(
        family: .detr, activation: activation, noObjectCount: noObject, classIDs: classIDs,
        roles: ["scores": "logits", "boxes": "pred_boxes"]),
      outputs: ["logits": [1, rows, columns], "pred_boxes": [1, rows, 4]], classCount: classCount)
    let boxes = (0..<rows).flatMap { _ in [0.5, 0.25, 0.5, 0.5] as [Float] }
    return try record.boxDecoder().candidates(
      ["logits": logits, "pred_boxes": boxes], floor: floor)
  }

  @Test func `DETR's softmax has a last share for no object`() throws {
    // Shares 1 : 2 : 1.
    let found = try candidates(
      .softmax, noObject: 1, logits: [0, Float(log(2.0)), 0], columns: 3, classCount: 2)
    #expect(found.count == 2)
    #expect(found[0].isNear(0, 0.25, left: 0.25, top: 0, width: 0.5, height: 0.5))
    #expect(found[1].isNear(1, 0.5, left: 0.25, top: 0, width: 0.5, height: 0.5))
  }

  @Test func `a place that shows nothing gives no box`() throws {
    #expect(
      try candidates(.softmax, noObject: 1, logits: [0, 0, 9], columns: 3, classCount: 2).isEmpty)
  }

  @Test func `huge logits stay finite`() throws {
    let found = try candidates(
      .softmax, noObject: 1, logits: [3e38, -3e38, 0], columns: 3, classCount: 2)
    #expect(found.map(\.confidence) == [1])
  }

  @Test func `RT-DETR's sigmoid takes each class by itself`() throws {
    let found = try candidates(
      .sigmoid, logits: [0, Float(log(3.0)), -4], columns: 3, classCount: 3)
    #expect(found.map(\.classIndex) == [0, 1])
    #expect(abs(found[0].confidence - 0.5) < 1e-6 && abs(found[1].confidence - 0.75) < 1e-6)
  }

  @Test func `a logit exactly at the floor counts, and a floor of nothing takes all`() throws {
    let logits: [Float] = [0, -0.001]
    #expect(
      try candidates(.sigmoid, logits: logits, columns: 2, classCount: 2, floor: 0.5).count == 1)
    #expect(
      try candidates(.sigmoid, logits: logits, columns: 2, classCount: 2, floor: 0).count == 2)
    #expect(
      try candidates(.softmax, logits: logits, columns: 2, classCount: 2, floor: 0).count == 2)
  }

  @Test func `columns by COCO's ids leave gaps`() throws {
    // Ids 1 and 3; columns 0 and 2 are nobody's.
    let found = try candidates(
      .sigmoid, classIDs: [1, 3], logits: [9, 1, 9, 2], columns: 4, classCount: 2)
    #expect(found.map(\.classIndex) == [0, 1])
  }

  @Test(arguments: [ModelDecoding.Activation.softmax, .sigmoid, .none])
  func `a logit that is not a number is an error`(activation: ModelDecoding.Activation) {
    #expect(throws: RecognitionError.notFinite(model: "m")) {
      _ = try candidates(activation, logits: [0, .nan], columns: 2, classCount: 2)
    }
  }
}
