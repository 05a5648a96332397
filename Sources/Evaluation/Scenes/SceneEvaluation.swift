internal import PhotoCore

/// How often a classifier is right, and whether it knows when it is.
package struct SceneEvaluation: Sendable {
  /// A picture with its truth and the network's answer.
  package struct Answer: Hashable, Sendable {
    /// The file, relative to the folder of all.
    package let file: String
    /// The classes of which any is right.
    package let truth: Set<Int>
    /// The best classes by their numbers, surest first, with probabilities of 0...1.
    package let best: [RankedClass]

    package init(file: String, truth: Set<Int>, best: [RankedClass]) {
      self.file = file
      self.truth = truth
      self.best = best
    }

    /// Whether the surest class is right.
    package var isRight: Bool { best.first.map { truth.contains($0.index) } ?? false }
    /// Whether one of the five surest is.
    package var isAmongFive: Bool { best.prefix(5).contains { truth.contains($0.index) } }
    /// How sure the network is of its first answer.
    package var confidence: Double { best.first?.probability ?? 0 }
  }

  /// One class of an answer.
  package struct RankedClass: Hashable, Sendable {
    /// Its number, from 0.
    package let index: Int
    /// 0...1.
    package let probability: Double

    package init(index: Int, probability: Double) {
      self.index = index
      self.probability = probability
    }
  }

  /// Pictures whose first answer has a probability in a tenth of 0...1.
  package struct Bin: Hashable, Sendable {
    /// The tenth begins here.
    package let from: Double
    /// Pictures.
    package let count: Int
    /// The mean of their probabilities; 0 without pictures.
    package let confidence: Double
    /// The share that is right; 0 without pictures.
    package let accuracy: Double
  }

  /// Effect of the threshold.
  package struct OperatingPoint: Hashable, Sendable {
    /// First answers below it do not count.
    package let threshold: Double
    /// The share of those that count that is right; nil where none counts.
    package let precision: Double?
    /// The share of all pictures that count.
    package let coverage: Double
  }

  /// A class and how often it was right.
  package struct ClassFigures: Hashable, Sendable {
    /// Its number, from 0.
    package let index: Int
    /// Pictures.
    package let count: Int
    /// Of which the first answer is right.
    package let top1: Int
    /// Of which one of five is right.
    package let top5: Int
  }

  /// All pictures, in their order.
  package let answers: [Answer]

  /// Takes the answers; all figures follow from them.
  package init(_ answers: [Answer]) {
    self.answers = answers
  }

  /// The share whose first answer is right, 0...1; 0 without pictures.
  package var top1: Double { share(answers.count(where: \.isRight)) }
  /// The share with the right class among the five surest, 0...1; 0 without pictures.
  package var top5: Double { share(answers.count(where: \.isAmongFive)) }

  private func share(_ count: Int) -> Double {
    answers.isEmpty ? 0 : Double(count) / Double(answers.count)
  }

  /// Ten tenths of the first answer's probability: 0 up to 0.1, and so on; 1 belongs to the last.
  package var calibration: [Bin] {
    let bins = Dictionary(grouping: answers) { max(0, min(9, Int($0.confidence * 10))) }
    return (0..<10).map { index in
      let inside = bins[index] ?? []
      return Bin(
        from: Double(index) / 10, count: inside.count,
        confidence: mean(inside.map(\.confidence)) ?? 0,
        accuracy: mean(inside.map { $0.isRight ? 1 : 0 }) ?? 0)
    }
  }

  /// The expected calibration error: the mean distance of probability and accuracy over the ten bins,
  /// weighted by their pictures, 0...1.
  package var calibrationError: Double {
    calibration.reduce(0) { $0 + share($1.count) * abs($1.accuracy - $1.confidence) }
  }

  /// Precision and coverage of a threshold.
  package func operating(at threshold: Double) -> OperatingPoint {
    let counting = answers.filter { $0.confidence >= threshold }
    return OperatingPoint(
      threshold: threshold, precision: mean(counting.map { $0.isRight ? 1 : 0 }),
      coverage: share(counting.count))
  }

  /// Every class with pictures, by its first number.
  package var classes: [ClassFigures] {
    Dictionary(grouping: answers) { $0.truth.min() ?? -1 }.sorted { $0.key < $1.key }
      .map { index, answers in
        ClassFigures(
          index: index, count: answers.count, top1: answers.count(where: \.isRight),
          top5: answers.count(where: \.isAmongFive))
      }
  }

  /// The wrong answers, surest first.
  package var surestMistakes: [Answer] {
    answers.filter { !$0.isRight }.surestFirst(by: \.confidence)
  }
}
