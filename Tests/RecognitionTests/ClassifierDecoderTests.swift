import Foundation
import PhotoCore
import Testing

@testable import Recognition

struct ClassifierDecoderTests {
  private func decode(
    _ values: [Float], _ activation: ModelDecoding.Activation = .none, background: Int = 0,
    classCount: Int, shape: [Int]? = nil, embedding: [Float]? = nil
  ) throws -> (probabilities: [Float], embedding: [Float]?) {
    var outputs = ["probabilities": shape ?? [1, values.count]]
    if let embedding { outputs["embedding"] = [1, embedding.count] }
    let record = DecoderFixture.record(
      ModelDecoding(family: .classifier, activation: activation, backgroundCount: background),
      outputs: outputs, classCount: classCount)
    return try ClassifierDecoder(record).decode([
      "probabilities": values, "embedding": embedding ?? [],
    ])
  }

  @Test func `probabilities are taken as they are`() throws {
    #expect(try decode([0.25, 0.75], classCount: 2).probabilities == [0.25, 0.75])
    #expect(try decode([0.25, 0.75], classCount: 2).embedding == nil)
  }

  @Test func `logits become shares, however large they are`() throws {
    let found = try decode([1000, 1000 + Float(log(3.0)), -1e30], .softmax, classCount: 3)
    #expect(abs(found.probabilities[0] - 0.25) < 1e-5 && found.probabilities[2] == 0)
    #expect(abs(found.probabilities.reduce(0, +) - 1) < 1e-6)
  }

  @Test func `sigmoid takes each class by itself`() throws {
    let found = try decode([0, Float(log(3.0))], .sigmoid, classCount: 2).probabilities
    #expect(abs(found[0] - 0.5) < 1e-6 && abs(found[1] - 0.75) < 1e-6)
  }

  @Test func `a background class is left out, and what it had is nobody's`() throws {
    #expect(
      try decode([0.5, 0.25, 0.25], background: 1, classCount: 2).probabilities == [0.25, 0.25])
    // The softmax is over all three.
    let found = try decode([0, 0, 0], .softmax, background: 1, classCount: 2).probabilities
    #expect(found.allSatisfy { abs($0 - 1 / 3) < 1e-6 })
  }

  @Test func `an embedding comes along`() throws {
    #expect(try decode([1], classCount: 1, embedding: [1, 2]).embedding == [1, 2])
  }

  @Test func `dimensions of one do not matter`() throws {
    #expect(
      try decode([0.5, 0.5], classCount: 2, shape: [1, 2, 1, 1]).probabilities == [0.5, 0.5])
  }

  @Test func `another number of classes than the record's is refused`() {
    #expect(
      throws: RecognitionError.output(
        model: "m", name: "probabilities", expected: "[1, 1001]", found: "[1, 1000]")
    ) {
      _ = try decode(Array(repeating: 0, count: 1000), background: 1, classCount: 1000)
    }
    #expect(throws: RecognitionError.self) {
      _ = try decode([0, 0, 0, 0], classCount: 2, shape: [1, 2, 2])
    }
  }

  @Test func `numbers that are not finite are an error`() {
    for activation in ModelDecoding.Activation.allCases {
      #expect(throws: RecognitionError.notFinite(model: "m")) {
        _ = try decode([0, .nan], activation, classCount: 2)
      }
    }
    #expect(throws: RecognitionError.notFinite(model: "m")) {
      _ = try decode([1], classCount: 1, embedding: [.infinity])
    }
  }

  @Test func `a detector's record names no scenes`() {
    let record = DecoderFixture.record(
      ModelDecoding(family: .yolox), outputs: ["output": [1, 10, 7]], classCount: 2)
    #expect { _ = try ClassifierDecoder(record) } throws: { "\($0)".contains("names no scenes") }
  }
}
