internal import PhotoCore

/// OpenVINO's `DetectionOutput` layer, which suppresses overlapping boxes itself.
///
///     output   [1, 1, n, 7]   Float   picture, class id, score, left, top, right, bottom (fractions)
///
/// A picture below zero ends the rows that count.
struct DetectionOutputDecoder: BoxDecoder {
  private let output: DecodedOutput
  private let model: String
  private let classes: ClassTable

  var outputs: [String] { [output.name] }

  init(_ record: ModelRecord) throws(RecognitionError) {
    try record.allowActivations([.none])
    output = try DecodedOutput(record, "output", rank: 2, expected: "[1, 1, n, 7]") { $0[1] == 7 }
    model = record.id
    classes = try ClassTable(record)
  }

  func candidates(
    _ values: NetworkOutputs, floor: Double
  ) throws(RecognitionError) -> [Candidate] {
    let numbers = try output.values(in: values)
    var list = CandidateList(model: model, classes: classes, floor: floor)
    for start in stride(from: 0, to: numbers.count, by: 7) {
      if numbers[start] < 0 { break }
      if numbers[start + 2] < list.leastScore { continue }
      try list.add(
        id: numbers[start + 1], score: Double(numbers[start + 2]),
        box: UnitBox(
          left: Double(numbers[start + 3]), top: Double(numbers[start + 4]),
          right: Double(numbers[start + 5]), bottom: Double(numbers[start + 6])))
    }
    return list.found
  }
}
