import Fixtures
import Foundation
import Inference
import PhotoCore
import Recognition
import Synchronization
import Testing

@testable import Learning

@Suite(.serialized, .timeLimit(.minutes(20))) struct CNN3Tests {
  private static let small = CNN3Shape(side: 32, channels: [8, 16, 32])

  private func learner(seed: UInt64, threads: Int = 2, epochs: Int) -> CNN3Learner {
    CNN3Learner(
      seed: seed, threads: threads, epochCount: epochs, shape: Self.small,
      augmentation: Augmentation())
  }

  private func accuracy(_ network: CNN3Network, on examples: [Labelled<RGBImage>]) throws -> Double
  {
    let probabilities = try network.probabilities(of: examples.map(\.input))
    let right = zip(probabilities, examples).count { ($0 >= 0.5) == $1.example.isYes }
    return Double(right) / Double(examples.count)
  }

  @Test func `it tells triangles from discs and squares under noise, rotation and scale`() throws {
    let curve = Mutex<[EpochResult]>([])
    let network = try learner(seed: 1, epochs: 18).fit(
      SyntheticShapes.examples(1200, seed: 11, side: 32), isCancelled: { false }
    ) { epoch, count, result in
      #expect(count == 18)
      if let result { curve.withLock { $0.append(result) } }
    }
    let unseen = SyntheticShapes.examples(400, seed: 12, side: 32)
    #expect(try accuracy(network, on: unseen) >= 0.97)
    let losses = curve.withLock { $0.map(\.trainingLoss) }
    #expect(try #require(losses.last) < losses[0] / 2)
  }

  @Test func `one seed gives one network, bit by bit, with any number of threads`() throws {
    let examples = SyntheticShapes.examples(60, seed: 3, side: 32)
    let network = try fit(learner(seed: 5, epochs: 2), examples)
    #expect(network.weights != Self.small.initialWeights(seed: 5))
    #expect(try fit(learner(seed: 5, epochs: 2), examples) == network)
    #expect(try fit(learner(seed: 5, threads: 1, epochs: 2), examples) == network)
    #expect(try fit(learner(seed: 5, threads: 3, epochs: 2), examples) == network)
    #expect(try fit(learner(seed: 6, epochs: 2), examples) != network)
  }

  private func fit(
    _ learner: CNN3Learner, _ examples: [Labelled<RGBImage>]
  ) throws -> CNN3Network {
    try learner.fit(examples, isCancelled: { false }) { _, _, _ in }
  }

  @Test func `the best epoch is kept, and training ends when it gets no better`() throws {
    // Sides of chance: nothing can be learned that holds for others.
    var generator = SeededGenerator(8)
    let examples = SyntheticShapes.examples(60, seed: 4, side: 32).map { labelled in
      let example = labelled.example
      return Labelled(
        Example(
          id: example.id, group: example.group, isYes: generator.unit() < 0.5, size: example.size),
        input: labelled.input)
    }
    let curve = Mutex<[EpochResult]>([])
    let network = try learner(seed: 1, epochs: 200).fit(examples, isCancelled: { false }) {
      if let result = $2 { curve.withLock { $0.append(result) } }
    }
    let losses = curve.withLock { $0.compactMap(\.validationLoss) }
    #expect(losses.count < 200)
    let held = HoldOut.places(in: examples.map(\.example), seed: 1).sorted().map { examples[$0] }
    let weights = SideWeights(held.map(\.example.isYes))
    let sum = try zip(held, network.probabilities(of: held.map(\.input))).reduce(0) {
      let isYes = $1.0.example.isYes
      return $0 - weights.weight(isYes) * log(isYes ? $1.1 : 1 - $1.1)
    }
    #expect(abs(sum / Double(held.count) - (losses.min() ?? 0)) < 1e-5)
  }

  @Test func `it ends when it is cancelled`() {
    let epochs = Mutex(0)
    #expect(throws: LearningError.cancelled) {
      try learner(seed: 1, epochs: 50).fit(
        SyntheticShapes.examples(60, seed: 3, side: 32),
        isCancelled: { epochs.withLock { $0 } >= 2 }
      ) { epoch, _, _ in epochs.withLock { $0 = epoch } }
    }
    #expect(epochs.withLock { $0 } == 2)
  }

  @Test func `a picture of another size is refused`() throws {
    let wrong = SyntheticShapes.examples(4, seed: 3, side: 16)
    #expect(
      throws: LearningError.input(id: "3-0", expected: "32 × 32 pixels", found: "16 × 16")
    ) { try fit(learner(seed: 1, epochs: 1), wrong) }
  }

  @Test func `OpenVINO gives the same probabilities`() throws {
    let folder = try TemporaryFolder()
    let learner = CNN3Learner(seed: 2, epochCount: 2)
    let network = try fit(learner, SyntheticShapes.examples(60, seed: 5, side: 64))
    let description = CNN3Description(
      id: "label-7.1", name: "our <\"tent\">", version: "1", source: "60 examples, seed 2",
      threshold: 0.62)
    try network.write(to: folder.path("model"), description) { _ in "00" }
    let model = try InstalledModel(folder: folder.path("model"))
    #expect(model.record.name == "our <\"tent\">")
    #expect(model.record.defaultThreshold == 0.62)
    #expect(model.labels.classes.map(\.name) == ["no", "yes"])
    try model.verify { _ in "00" }

    let images = SyntheticShapes.examples(50, seed: 6, side: 64).map(\.input)
    let classifier = try SceneClassifier(model: model, precision: .f32)
    #expect(classifier.recipe == CNN3Learner.recipe)
    let runner = try Network(path: model.networkPath, threads: 2, precision: .f32)
    let own = try network.probabilities(of: images)
    #expect(Set(own.map { ($0 * 100).rounded() }).count > 5)
    for (image, probability) in zip(images, own) {
      try runner.run(image.pixels)
      let values = try runner.values(of: "probabilities")
      #expect(values.count == 2)
      #expect(abs(Double(values[1]) - probability) < 1e-4)
      #expect(abs(Double(values[0]) - (1 - probability)) < 1e-4)
      let view = NetworkView(
        image: image, region: UnitBox(left: 0, top: 0, width: 1, height: 1))
      let scenes = try classifier.scenes(in: view, count: 2).scenes
      let yes = try #require(scenes.first { $0.className == "yes" })
      #expect(abs(yes.probability - probability) < 1e-4)
    }
  }

  @Test func `a folder that is there is left alone`() throws {
    let folder = try TemporaryFolder()
    try folder.write([1], to: "model/mine")
    let network = CNN3Network(shape: Self.small, weights: Self.small.initialWeights(seed: 1))
    let description = CNN3Description(id: "a", name: "a", version: "", source: "", threshold: 0.5)
    #expect(throws: LearningError.self) {
      try network.write(to: folder.path("model"), description) { _ in "00" }
    }
    #expect(folder.read("model/mine") == [1])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["model"])
  }
}
