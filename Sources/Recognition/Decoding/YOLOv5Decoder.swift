internal import PhotoCore

/// YOLOv5 and its kin, such as YOLOv7.
///
///     output   [1, n, 5 + classes]   Float   centre x and y, width, height (pixels of the input),
///                                            objectness, class probabilities (0...1)
struct YOLOv5Decoder: BoxDecoder {
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
      record, "output", rank: 2, expected: "[1, n, \(5 + classes.width)]"
    ) { classes.fits($0[1] - 5) }
    (input, model) = (record.input.recipe.size, record.id)
  }

  func candidates(
    _ values: NetworkOutputs, floor: Double
  ) throws(RecognitionError) -> [Candidate] {
    let numbers = try output.values(in: values)
    var list = CandidateList(model: model, classes: classes, floor: floor)
    try numbers.forEachRow(of: output.lengths[1]) { _, row throws(RecognitionError) in
      if row[4] < list.leastScore { return }
      try list.add(
        row: row.from(5), times: row[4],
        box: UnitBox(
          centreX: Double(row[0]), centreY: Double(row[1]), width: Double(row[2]),
          height: Double(row[3])
        ).fraction(of: input))
    }
    return list.found
  }
}

extension UnitBox {
  /// A box in pixels of an input, in fractions of it.
  func fraction(of input: PixelSize) -> UnitBox {
    let (across, down) = (Double(input.width), Double(input.height))
    return UnitBox(
      left: left / across, top: top / down, width: width / across, height: height / down)
  }
}
