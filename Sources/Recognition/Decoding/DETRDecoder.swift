internal import Foundation
internal import PhotoCore

/// DETR and its heirs: RT-DETR, D-FINE, RF-DETR.
///
///     scores   [1, n, columns]   Float   logits: for softmax with a last column for "no object",
///                                        for sigmoid without one; or probabilities
///     boxes    [1, n, 4]         Float   centre x and y, width, height, fractions of the input
struct DETRDecoder: BoxDecoder {
  private let scores, boxes: DecodedOutput
  private let activation: ModelDecoding.Activation
  private let model: String
  private let classes: ClassTable

  var outputs: [String] { [scores.name, boxes.name] }

  init(_ record: ModelRecord) throws(RecognitionError) {
    let classes = try ClassTable(record)
    self.classes = classes
    let scores = try DecodedOutput(
      record, "scores", rank: 2, expected: "[1, n, \(classes.width)]"
    ) { classes.fits($0[1]) }
    let rows = scores.lengths[0]
    boxes = try DecodedOutput(record, "boxes", rank: 2, expected: "[1, \(rows), 4]") {
      $0 == [rows, 4]
    }
    self.scores = scores
    activation = record.decoding.activation
    model = record.id
  }

  func candidates(
    _ values: NetworkOutputs, floor: Double
  ) throws(RecognitionError) -> [Candidate] {
    let scores = try scores.values(in: values)
    let boxes = try boxes.values(in: values)
    var list = CandidateList(model: model, classes: classes, floor: floor)
    try scores.forEachRow(of: self.scores.lengths[1]) { row, logits throws(RecognitionError) in
      let box = UnitBox(
        centreX: Double(boxes[row * 4]), centreY: Double(boxes[row * 4 + 1]),
        width: Double(boxes[row * 4 + 2]), height: Double(boxes[row * 4 + 3]))
      switch activation {
      case .none: try list.add(row: logits, box: box)
      case .sigmoid: try addLogistic(logits, box: box, floor: floor, to: &list)
      case .softmax: try addSoftmax(logits, box: box, floor: floor, to: &list)
      }
    }
    return list.found
  }

  /// The floor is compared as a logit, so that only what reaches it costs an exponential.
  private func addLogistic(
    _ logits: UnsafeBufferPointer<Float>, box: UnitBox, floor: Double,
    to list: inout CandidateList
  ) throws(RecognitionError) {
    let least = Float(Probabilities.logit(floor)).nextDown
    for column in logits.indices {
      if logits[column] < least { continue }
      try list.add(column, score: logistic(Double(logits[column])), box: box)
    }
  }

  /// A place where even the surest class lies too far below "no object" costs no exponentials.
  private func addSoftmax(
    _ logits: UnsafeBufferPointer<Float>, box: UnitBox, floor: Double,
    to list: inout CandidateList
  ) throws(RecognitionError) {
    guard let largest = Probabilities.largest(logits) else { throw .notFinite(model: model) }
    // A share of the whole is at most its share of the largest.
    let least = largest + Float(log(max(floor, .leastNormalMagnitude))).nextDown
    guard logits.indices.contains(where: { classes[$0] != nil && logits[$0] >= least }) else {
      return
    }
    let sum = logits.reduce(0) { $0 + exp(Double($1 - largest)) }
    for column in logits.indices where logits[column] >= least {
      try list.add(column, score: exp(Double(logits[column] - largest)) / sum, box: box)
    }
  }
}
