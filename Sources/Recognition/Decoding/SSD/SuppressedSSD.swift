internal import PhotoCore

/// SSD that suppresses overlapping boxes itself, as TensorFlow's object detection API exports it.
///
///     boxes     [1, n, 4]   Float   top, left, bottom, right, fractions of the input
///     scores    [1, n]      Float   0...1
///     classes   [1, n]      Float   ids
///     count     [1]         Float   how many of the n count
struct SuppressedSSD: BoxDecoder {
  private let boxes, scores, ids, count: DecodedOutput
  private let model: String
  private let classes: ClassTable

  var outputs: [String] { [boxes.name, scores.name, ids.name, count.name] }

  init(_ record: ModelRecord) throws(RecognitionError) {
    try record.allowActivations([.none])
    let boxes = try DecodedOutput(record, "boxes", rank: 2, expected: "[1, n, 4]") { $0[1] == 4 }
    let rows = boxes.lengths[0]
    scores = try DecodedOutput(record, "scores", rank: 1, expected: "[1, \(rows)]") {
      $0 == [rows]
    }
    ids = try DecodedOutput(record, "classes", rank: 1, expected: "[1, \(rows)]") { $0 == [rows] }
    count = try DecodedOutput(record, "count", rank: 1, expected: "[1]") { $0 == [1] }
    self.boxes = boxes
    model = record.id
    classes = try ClassTable(record)
  }

  func candidates(
    _ values: NetworkOutputs, floor: Double
  ) throws(RecognitionError) -> [Candidate] {
    let boxes = try boxes.values(in: values)
    let scores = try scores.values(in: values)
    let ids = try ids.values(in: values)
    let count = try count.values(in: values)[0]
    guard count.isFinite else { throw .notFinite(model: model) }
    var list = CandidateList(model: model, classes: classes, floor: floor)
    for row in 0..<Int(min(max(0, count), Float(scores.count)))
    where !(scores[row] < list.leastScore) {
      try list.add(id: ids[row], score: Double(scores[row]), box: .topFirst(boxes, at: row * 4))
    }
    return list.found
  }
}
