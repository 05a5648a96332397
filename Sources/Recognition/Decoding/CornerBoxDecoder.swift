internal import PhotoCore

/// Networks whose boxes are decoded and not suppressed, such as NanoDet with its last step built in.
///
///     output   [1, n, 4 + classes]   Float   left, top, right, bottom (pixels of the input),
///                                            class probabilities (0...1)
struct CornerBoxDecoder: BoxDecoder {
  private let output: DecodedOutput
  private let input: PixelSize
  private let model: String
  private let classes: ClassTable

  var outputs: [String] { [output.name] }

  init(_ record: ModelRecord) throws(RecognitionError) {
    let classes = try ClassTable(record)
    self.classes = classes
    try record.allowActivations([.none])
    output = try DecodedOutput(
      record, "output", rank: 2, expected: "[1, n, \(4 + classes.width)]"
    ) { classes.fits($0[1] - 4) }
    (input, model) = (record.input.recipe.size, record.id)
  }

  func candidates(
    _ values: NetworkOutputs, floor: Double
  ) throws(RecognitionError) -> [Candidate] {
    let numbers = try output.values(in: values)
    var list = CandidateList(model: model, classes: classes, floor: floor)
    try numbers.forEachRow(of: output.lengths[1]) { _, row throws(RecognitionError) in
      try list.add(
        row: row.from(4),
        box: UnitBox(
          left: Double(row[0]), top: Double(row[1]), right: Double(row[2]), bottom: Double(row[3])
        ).fraction(of: input))
    }
    return list.found
  }
}
