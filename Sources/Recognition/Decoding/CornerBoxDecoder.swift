internal import PhotoCore

/// Networks whose boxes are decoded and not suppressed, such as NanoDet with its last step built in.
///
///     output   [1, n, 4 + classes]   Float   left, top, right, bottom (pixels of the input),
///                                            class probabilities (0...1)
struct CornerBoxDecoder: BoxDecoder {
  private let boxes: PixelBoxOutput

  var outputs: [String] { [boxes.output.name] }

  init(_ record: ModelRecord) throws(RecognitionError) {
    boxes = try PixelBoxOutput(record, numbersBeforeClasses: 4, along: .columns)
  }

  func candidates(
    _ values: NetworkOutputs, floor: Double
  ) throws(RecognitionError) -> [Candidate] {
    let numbers = try boxes.output.values(in: values)
    var list = boxes.list(floor: floor)
    try numbers.forEachRow(of: boxes.output.lengths[1]) { _, row throws(RecognitionError) in
      try list.add(
        row: row.from(4),
        box: UnitBox(
          left: Double(row[0]), top: Double(row[1]), right: Double(row[2]), bottom: Double(row[3])
        ).fraction(of: boxes.input))
    }
    return list.found
  }
}
