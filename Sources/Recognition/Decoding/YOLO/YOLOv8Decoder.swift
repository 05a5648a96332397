internal import PhotoCore

/// YOLOv8, YOLO11 and their kin.
///
///     output   [1, 4 + classes, n]   Float   centre x and y, width, height (pixels of the input),
///                                            class probabilities (0...1)
struct YOLOv8Decoder: BoxDecoder {
  private let boxes: PixelBoxOutput

  var outputs: [String] { [boxes.output.name] }

  init(_ record: ModelRecord) throws(RecognitionError) {
    boxes = try PixelBoxOutput(record, numbersBeforeClasses: 4, along: .rows)
  }

  func candidates(
    _ values: NetworkOutputs, floor: Double
  ) throws(RecognitionError) -> [Candidate] {
    let numbers = try boxes.output.values(in: values)
    let count = boxes.output.lengths[1]
    var list = boxes.list(floor: floor)
    // A class at a time, as the numbers lie in memory.
    try numbers.forEachRow(of: count) { row, scores throws(RecognitionError) in
      if row < 4 { return }
      for place in 0..<count {
        if scores[place] < list.leastScore { continue }
        try list.add(
          row - 4, score: Double(scores[place]),
          box: UnitBox(
            centreX: Double(numbers[place]), centreY: Double(numbers[count + place]),
            width: Double(numbers[2 * count + place]), height: Double(numbers[3 * count + place])
          ).fraction(of: boxes.input))
      }
    }
    return list.found
  }
}
