internal import PhotoCore

/// SSD whose boxes are decoded and not suppressed.
///
///     boxes    [n, 4]         Float   top, left, bottom, right, fractions of the input
///     scores   [n, columns]   Float   0...1
struct DecodedSSD: BoxDecoder {
  private let boxes, scores: DecodedOutput
  private let model: String
  private let classes: ClassTable

  var outputs: [String] { [boxes.name, scores.name] }

  init(_ record: ModelRecord) throws(RecognitionError) {
    let classes = try ClassTable(record)
    self.classes = classes
    try record.allowActivations([.none])
    let scores = try DecodedOutput(
      record, "scores", rank: 2, expected: "[n, \(classes.width)]"
    ) { classes.fits($0[1]) }
    let rows = scores.lengths[0]
    boxes = try DecodedOutput(record, "boxes", rank: 2, expected: "[\(rows), 4]") {
      $0 == [rows, 4]
    }
    self.scores = scores
    model = record.id
  }

  func candidates(
    _ values: NetworkOutputs, floor: Double
  ) throws(RecognitionError) -> [Candidate] {
    let boxes = try boxes.values(in: values)
    let scores = try scores.values(in: values)
    var list = CandidateList(model: model, classes: classes, floor: floor)
    try scores.forEachRow(of: self.scores.lengths[1]) { row, scores throws(RecognitionError) in
      try list.add(row: scores, box: .topFirst(boxes, at: row * 4))
    }
    return list.found
  }
}

extension UnitBox {
  /// Four numbers as TensorFlow writes a box: top, left, bottom, right in fractions.
  static func topFirst(_ numbers: [Float], at start: Int) -> UnitBox {
    UnitBox(
      left: Double(numbers[start + 1]), top: Double(numbers[start]),
      right: Double(numbers[start + 3]), bottom: Double(numbers[start + 2]))
  }
}
