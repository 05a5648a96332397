internal import PhotoCore

/// One training of a cnn3 network, from chance to the best epoch.
final class CNN3Training {
  private static let batchSize = 32
  /// A set of few pictures is gone through several times in what is called an epoch, seen otherwise
  /// each time, so that an epoch is enough steps to tell whether it got better.
  private static let leastSeen = 256
  /// Epochs without a better one before it ends.
  private static let patience = 10

  private let learner: CNN3Learner
  private let learned: [Labelled<RGBImage>]
  private let heldOut: [BatchItem]
  private let sideWeights: SideWeights
  private let batch: ParallelBatch
  private let weights: FloatBuffer
  private let gradient: FloatBuffer
  private let adam: AdamOptimiser

  init(_ learner: CNN3Learner, examples: [Labelled<RGBImage>]) {
    self.learner = learner
    let out = HoldOut.places(in: examples.map(\.example), seed: learner.seed)
    learned = examples.indices.filter { !out.contains($0) }.map { examples[$0] }
    let held = examples.indices.filter { out.contains($0) }.map { examples[$0] }
    let weights = SideWeights(held.map(\.example.isYes))
    let whole = Augmentation.whole(side: learner.shape.side)
    heldOut = held.map {
      BatchItem(
        pixels: $0.input.pixels, isYes: $0.example.isYes,
        weight: Float(weights.weight($0.example.isYes)), view: whole)
    }
    sideWeights = SideWeights(learned.map(\.example.isYes))
    batch = ParallelBatch(learner.shape, threads: learner.threads)
    self.weights = FloatBuffer(learner.shape.initialWeights(seed: learner.seed))
    gradient = FloatBuffer(count: learner.shape.parameterCount)
    adam = AdamOptimiser(count: learner.shape.parameterCount)
  }

  func run(
    isCancelled: () -> Bool, report: (Int, Int, EpochResult?) -> Void
  ) throws(LearningError) -> CNN3Network {
    var best = (loss: Double.infinity, epoch: 0, weights: weights.values)
    for epoch in 1...learner.epochCount {
      let result = try self.epoch(epoch, isCancelled)
      report(epoch, learner.epochCount, result)
      let loss = result.validationLoss ?? result.trainingLoss
      guard loss.isFinite else { throw .diverged }
      if loss < best.loss { best = (loss, epoch, weights.values) }
      if epoch - best.epoch >= Self.patience { break }
    }
    return CNN3Network(shape: learner.shape, weights: best.weights)
  }

  private func epoch(_ epoch: Int, _ isCancelled: () -> Bool) throws(LearningError) -> EpochResult {
    let items = items(of: epoch)
    adam.rate = Self.rate(of: epoch, of: learner.epochCount)
    var loss = 0.0
    for start in stride(from: 0, to: items.count, by: Self.batchSize) {
      if isCancelled() { throw .cancelled }
      let part = Array(items[start..<min(items.count, start + Self.batchSize)])
      loss += try batch.learn(part, weights: weights, gradient: gradient)
      adam.step(weights, gradient: gradient, batchSize: part.count)
    }
    let held = try validate()
    return EpochResult(
      trainingLoss: loss / Double(items.count), validationLoss: held?.loss,
      validationAccuracy: held?.accuracy)
  }

  /// Straight from the full rate to a tenth of it: large steps first, fine ones at last.
  private static func rate(of epoch: Int, of count: Int) -> Float {
    let done = Float(epoch - 1) / Float(max(1, count - 1))
    return AdamOptimiser.fullRate * (1 - 0.9 * done)
  }

  /// What is learned from in an epoch, in an order of chance, each seen in a way of its own.
  private func items(of epoch: Int) -> [BatchItem] {
    let rounds = max(1, (Self.leastSeen + learned.count - 1) / max(1, learned.count))
    var items: [BatchItem] = []
    for round in 0..<rounds {
      var generator = SeededGenerator(learner.seed, UInt64(epoch), UInt64(round))
      for index in generator.shuffled(Array(learned.indices)) {
        let labelled = learned[index]
        items.append(
          BatchItem(
            pixels: labelled.input.pixels, isYes: labelled.example.isYes,
            weight: Float(sideWeights.weight(labelled.example.isYes)),
            view: learner.augmentation.view(side: learner.shape.side, &generator)))
      }
    }
    return items
  }

  /// Nil where nothing is held out.
  private func validate() throws(LearningError) -> (loss: Double, accuracy: Double)? {
    guard !heldOut.isEmpty else { return nil }
    let logits = try batch.logits(heldOut, weights: weights)
    var loss = 0.0
    var right = 0
    for (item, logit) in zip(heldOut, logits) {
      loss += Double(item.weight) * LogisticLoss.loss(logit, isYes: item.isYes)
      right += (logit > 0) == item.isYes ? 1 : 0
    }
    return (loss / Double(heldOut.count), Double(right) / Double(heldOut.count))
  }
}
