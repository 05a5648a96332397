internal import PhotoCore

/// SSD whose boxes are decoded and not suppressed.
///
///     boxes    [n, 4]         Float   top, left, bottom, right, fractions of the input
///     scores   [n, classes]   Float   0...1
struct DecodedSSD: BoxDecoder {
  let outputs: [String]
  private let model: String
  private let classCount: Int
  private let boxes, scores: String

  init(_ record: ModelRecord) throws(RecognitionError) {
    model = record.id
    classCount = record.classCount
    (boxes, scores) = (record.decoding.output("boxes"), record.decoding.output("scores"))
    outputs = [boxes, scores]
    guard record.outputs[scores]?.last == classCount else {
      throw record.wrong(scores, expected: "\(classCount) classes wide")
    }
  }

  func candidates(
    _ values: NetworkOutputs, floor: Double
  ) throws(RecognitionError) -> [Candidate] {
    let (boxes, scores) = (values[boxes] ?? [], values[scores] ?? [])
    var found: [Candidate] = []
    for (index, score) in scores.enumerated() {
      guard score.isFinite else { throw .notFinite(model: model) }
      guard Double(score) >= floor else { continue }
      let corner = index / classCount * 4
      guard corner + 4 <= boxes.count else { break }
      let b = boxes[corner..<corner + 4].map(Double.init)
      guard b.allSatisfy(\.isFinite) else { throw .notFinite(model: model) }
      found.append(
        Candidate(
          classIndex: index % classCount, confidence: min(1, Double(score)),
          box: UnitBox(left: b[1], top: b[0], width: b[3] - b[1], height: b[2] - b[0])))
    }
    return found
  }
}

extension ModelRecord {
  /// The error of an output whose shape does not fit.
  func wrong(_ output: String, expected: String) -> RecognitionError {
    .output(
      model: id, name: output, expected: expected,
      found: outputs[output].map { "\($0)" } ?? "missing")
  }
}
