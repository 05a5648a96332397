internal import Foundation
internal import PhotoCore

/// Gathers the boxes of one run that reach the floor.
struct CandidateList {
  /// The floor in the network's numbers, for a first comparison: no score at or above ``floor`` is
  /// below it, since rounding to `Float` skips none.
  let leastScore: Float
  private(set) var found: [Candidate] = []
  private let floor: Double
  private let model: String
  private let classes: ClassTable

  init(model: String, classes: ClassTable, floor: Double) {
    self.model = model
    self.classes = classes
    self.floor = floor
    leastScore = Float(floor)
  }

  /// Adds a box of the class that a column or id stands for.
  ///
  /// - Throws: ``RecognitionError/notFinite(model:)`` for numbers that are not finite.
  mutating func add(
    _ column: Int, score: Double, box: @autoclosure () -> UnitBox
  ) throws(RecognitionError) {
    guard let index = classes[column] else { return }
    guard score.isFinite else { throw .notFinite(model: model) }
    guard score >= floor else { return }
    let box = box()
    guard box.isFinite else { throw .notFinite(model: model) }
    found.append(Candidate(classIndex: index, confidence: min(1, score), box: box))
  }

  /// Adds a box of the class that an id stands for.
  ///
  /// - Throws: as ``add(_:score:box:)``.
  mutating func add(
    id: Float, score: Double, box: @autoclosure () -> UnitBox
  ) throws(RecognitionError) {
    guard let column = Int(exactly: id.rounded()) else { throw .notFinite(model: model) }
    try add(column, score: score, box: box())
  }

  /// Adds a box of a row for each of its scores that reaches the floor.
  ///
  /// - Parameters:
  ///   - scores: one for each column.
  ///   - factor: by what each is multiplied, such as the objectness.
  /// - Throws: as ``add(_:score:box:)``.
  @inline(__always)
  mutating func add(
    row scores: UnsafeBufferPointer<Float>, times factor: Float = 1,
    box: @autoclosure () -> UnitBox
  ) throws(RecognitionError) {
    for column in scores.indices {
      let score = factor * scores[column]
      // Not "less" lets through what is not a number, to be refused.
      if score < leastScore { continue }
      try add(column, score: Double(score), box: box())
    }
  }
}

extension UnitBox {
  /// A box around a centre.
  init(centreX: Double, centreY: Double, width: Double, height: Double) {
    self.init(left: centreX - width / 2, top: centreY - height / 2, width: width, height: height)
  }

  /// A box between two corners.
  init(left: Double, top: Double, right: Double, bottom: Double) {
    self.init(left: left, top: top, width: right - left, height: bottom - top)
  }

  /// Whether all four numbers are finite.
  var isFinite: Bool { left.isFinite && top.isFinite && width.isFinite && height.isFinite }
}

/// `1 / (1 + e⁻ˣ)`.
func logistic(_ value: Double) -> Double { 1 / (1 + exp(-value)) }
