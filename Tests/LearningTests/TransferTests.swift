import Foundation
import PhotoCore
import Testing

@testable import Learning

struct TransferTests {
  private func fit(_ examples: [Labelled<[Float]>], seed: UInt64 = 1) throws -> TransferModel {
    try TransferLearner(seed: seed).fit(examples, isCancelled: { false }) { _, _, _ in }
  }

  @Test func `it tells embeddings apart that it has not seen`() throws {
    let model = try fit(SyntheticEmbeddings.examples(120, distance: 6, seed: 1))
    let unseen = SyntheticEmbeddings.examples(600, distance: 6, seed: 2)
    let probabilities = try model.probabilities(of: unseen.map(\.input))
    let right = zip(probabilities, unseen).count { ($0 >= 0.5) == $1.example.isYes }
    #expect(Double(right) / 600 > 0.97)
  }

  @Test func `probabilities are calibrated, also where the sides overlap`() throws {
    let model = try fit(SyntheticEmbeddings.examples(600, dimensions: 20, distance: 2, seed: 1))
    let unseen = SyntheticEmbeddings.examples(2400, dimensions: 20, distance: 2, seed: 2)
    let pairs = zip(try model.probabilities(of: unseen.map(\.input)), unseen.map(\.example.isYes))
    var compared = 0
    for tenth in 0..<10 {
      let inside = pairs.filter { Int($0.0 * 10) == tenth }
      guard inside.count > 80 else { continue }
      let expected = inside.reduce(0) { $0 + $1.0 } / Double(inside.count)
      let found = Double(inside.count { $0.1 }) / Double(inside.count)
      #expect(abs(expected - found) < 0.12, "in tenth \(tenth)")
      compared += 1
    }
    #expect(compared >= 5)
    let mean = pairs.reduce(0) { $0 + $1.0 } / 2400
    #expect(abs(mean - 1.0 / 3) < 0.03)
  }

  @Test func `noise gives nobody certainty`() throws {
    let model = try fit(SyntheticEmbeddings.examples(60, dimensions: 300, distance: 0, seed: 3))
    let unseen = SyntheticEmbeddings.examples(200, dimensions: 300, distance: 0, seed: 4)
    let probabilities = try model.probabilities(of: unseen.map(\.input))
    #expect(probabilities.allSatisfy { (0.02...0.9).contains($0) })
  }

  @Test func `it ends at the minimum, where the gradient is zero`() throws {
    let examples = SyntheticEmbeddings.examples(50, dimensions: 12, distance: 2, seed: 5)
    let vectors = examples.map { EmbeddingScaling.unit($0.input) }
    let regression = LogisticRegression(
      vectors: EmbeddingScaling(vectors).scaled(vectors), count: 12,
      sides: examples.map(\.example.isYes))
    let weights = Array(repeating: 1.0, count: 50)
    let zero = Array(repeating: 0.0, count: 13)
    for penalty in TransferLearner.penalties {
      let solution = regression.solve(importance: weights, penalty: penalty, from: zero)
      var gradient = solution.map { $0 * penalty }
      gradient[12] = 0
      for (row, score) in regression.scores(solution).enumerated() {
        let slope = LogisticLoss.gradient(score, isYes: regression.sides[row]) / 50
        for index in 0..<12 {
          gradient[index] += slope * Double(regression.vectors.start[row * 12 + index])
        }
        gradient[12] += slope
      }
      #expect(gradient.allSatisfy { abs($0) < 1e-6 })
    }
  }

  @Test func `one seed gives one model, and it survives being written down`() throws {
    let examples = SyntheticEmbeddings.examples(40, distance: 3, seed: 1)
    let model = try fit(examples)
    #expect(try fit(examples) == model)
    let copy = try JSONDecoder().decode(TransferModel.self, from: JSONEncoder().encode(model))
    #expect(copy == model)
  }

  @Test func `length does not matter, only direction`() throws {
    let examples = SyntheticEmbeddings.examples(60, distance: 3, seed: 1)
    let model = try fit(examples)
    let once = try model.probabilities(of: examples.map(\.input))
    let thrice = try model.probabilities(of: examples.map { $0.input.map { $0 * 3 } })
    #expect(zip(once, thrice).allSatisfy { abs($0 - $1) < 1e-5 })
  }

  @Test func `embeddings of other length, not finite or all zero do no harm`() throws {
    var examples = SyntheticEmbeddings.examples(40, distance: 3, seed: 1)
    let model = try fit(examples)
    #expect(throws: LearningError.self) { try model.probabilities(of: [[1, 2]]) }
    #expect(throws: LearningError.self) {
      try model.probabilities(of: [Array(repeating: Float.nan, count: 40)])
    }
    let zero = try model.probabilities(of: [Array(repeating: 0, count: 40)])
    #expect(zero.allSatisfy { $0.isFinite })
    let first = examples[0].example
    examples[0] = Labelled(first, input: [1])
    #expect(throws: LearningError.input(id: "1", expected: "1 numbers", found: "40")) {
      try fit(examples)
    }
    examples[0] = Labelled(first, input: Array(repeating: .infinity, count: 40))
    #expect(throws: LearningError.self) { try fit(examples) }
    examples[0] = Labelled(first, input: Array(repeating: 0, count: 40))
    #expect(try fit(examples).weights.allSatisfy { $0.isFinite })
  }

  @Test func `Platt's scaling finds the slope and offset that made the sides`() {
    var generator = SeededGenerator(9)
    let scores = (0..<4000).map { _ in generator.between(-4, 4) }
    let sides = scores.map { generator.unit() < LogisticLoss.probability(1.5 * $0 - 1) }
    let platt = PlattScaling(scores: scores, sides: sides)
    #expect(abs(platt.slope - 1.5) < 0.15)
    #expect(abs(platt.offset + 1) < 0.15)
    let wrong = PlattScaling(scores: scores.map { -$0 }, sides: sides)
    #expect(wrong.slope == 0)
  }
}
