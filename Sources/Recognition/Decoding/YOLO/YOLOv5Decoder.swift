internal import PhotoCore

/// YOLOv5 and its kin, such as YOLOv7.
///
///     output   [1, n, 5 + classes]   Float   centre x and y, width, height (pixels of the input),
///                                            objectness, class probabilities (0...1)
struct YOLOv5Decoder: BoxDecoder {
  private let boxes: PixelBoxOutput

  var outputs: [String] { [boxes.output.name] }

  init(_ record: ModelRecord) throws(RecognitionError) {
    boxes = try PixelBoxOutput(record, numbersBeforeClasses: 5, along: .columns)
  }

  func candidates(
    _ values: NetworkOutputs, floor: Double
  ) throws(RecognitionError) -> [Candidate] {
    let numbers = try boxes.output.values(in: values)
    var list = boxes.list(floor: floor)
    try numbers.forEachRow(of: boxes.output.lengths[1]) { _, row throws(RecognitionError) in
      if row[4] < list.leastScore { return }
      try list.add(
        row: row.from(5), times: row[4],
        box: UnitBox(
          centreX: Double(row[0]), centreY: Double(row[1]), width: Double(row[2]),
          height: Double(row[3])
        ).fraction(of: boxes.input))
    }
    return list.found
  }
}
