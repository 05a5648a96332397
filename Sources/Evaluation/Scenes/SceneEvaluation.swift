internal import PhotoCore

/// How often a classifier is right, and whether it knows when it is.
public struct SceneEvaluation: Sendable {
  /// A picture with its truth and the network's answer.
  public struct Answer: Hashable, Sendable {
    /// The file, relative to the folder of all.
    public let file: String
    /// The classes of which any is right.
    public let truth: Set<Int>
    /// The best classes by their numbers, surest first, with probabilities of 0...1.
    public let best: [Guess]

    /// Takes the values as they are.
    public init(file: String, truth: Set<Int>, best: [Guess]) {
      (self.file, self.truth, self.best) = (file, truth, best)
    }

    /// Whether the surest class is right.
    public var isRight: Bool { best.first.map { truth.contains($0.index) } ?? false }
    /// Whether one of the five surest is.
    public var isAmongFive: Bool { best.prefix(5).contains { truth.contains($0.index) } }
    /// How sure the network is of its first answer.
    public var confidence: Double { best.first?.probability ?? 0 }
  }

  /// One class of an answer.
  public struct Guess: Hashable, Sendable {
    /// Its number, from 0.
    public let index: Int
    /// 0...1.
    public let probability: Double

    /// Takes the values as they are.
    public init(index: Int, probability: Double) {
      (self.index, self.probability) = (index, probability)
    }
  }

  /// Pictures whose first answer has a probability in a tenth of 0...1.
  public struct Bin: Hashable, Sendable {
    /// The tenth begins here.
    public let from: Double
    /// Pictures.
    public let count: Int
    /// The mean of their probabilities; 0 without pictures.
    public let confidence: Double
    /// The share that is right; 0 without pictures.
    public let accuracy: Double
  }

  /// What a threshold does.
  public struct Operating: Hashable, Sendable {
    /// First answers below it do not count.
    public let threshold: Double
    /// The share of those that count that is right; nil where none counts.
    public let precision: Double?
    /// The share of all pictures that count.
    public let coverage: Double
  }

  /// A class and how often it was right.
  public struct ClassFigures: Hashable, Sendable {
    /// Its number, from 0.
    public let index: Int
    /// Pictures.
    public let count: Int
    /// Of which the first answer is right.
    public let top1: Int
    /// Of which one of five is right.
    public let top5: Int
  }

  /// All pictures, in their order.
  public let answers: [Answer]

  /// Takes the answers; all figures follow from them.
  public init(_ answers: [Answer]) {
    self.answers = answers
  }

  /// The share whose first answer is right, 0...1; 0 without pictures.
  public var top1: Double { share(answers.count(where: \.isRight)) }
  /// The share with the right class among the five surest, 0...1; 0 without pictures.
  public var top5: Double { share(answers.count(where: \.isAmongFive)) }

  private func share(_ count: Int) -> Double {
    answers.isEmpty ? 0 : Double(count) / Double(answers.count)
  }

  /// Ten tenths of the first answer's probability: 0 up to 0.1, and so on; 1 belongs to the last.
  public var calibration: [Bin] {
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
  public var calibrationError: Double {
    calibration.reduce(0) { $0 + share($1.count) * abs($1.accuracy - $1.confidence) }
  }

  /// Precision and coverage of a threshold.
  public func operating(at threshold: Double) -> Operating {
    let counting = answers.filter { $0.confidence >= threshold }
    return Operating(
      threshold: threshold, precision: mean(counting.map { $0.isRight ? 1 : 0 }),
      coverage: share(counting.count))
  }

  /// Every class with pictures, by its first number.
  public var classes: [ClassFigures] {
    Dictionary(grouping: answers) { $0.truth.min() ?? -1 }.sorted { $0.key < $1.key }
      .map { index, answers in
        ClassFigures(
          index: index, count: answers.count, top1: answers.count(where: \.isRight),
          top5: answers.count(where: \.isAmongFive))
      }
  }

  /// The wrong answers, surest first.
  public var surestMistakes: [Answer] {
    answers.filter { !$0.isRight }.surestFirst(by: \.confidence)
  }
}
