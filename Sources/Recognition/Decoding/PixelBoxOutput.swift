internal import PhotoCore

/// The one output of networks that give boxes in pixels of their input and class probabilities, with what
/// reading it takes.
struct PixelBoxOutput {
  /// The output.
  let output: DecodedOutput
  /// The input's size, of which boxes are made fractions.
  let input: PixelSize
  private let model: String
  private let classes: ClassTable

  /// Which of the output's two lengths counts the numbers of a box.
  enum Axis: Int {
    /// `[1, numbers, n]`.
    case rows
    /// `[1, n, numbers]`.
    case columns
  }

  /// - Parameter count: how many numbers of a box stand before those of the classes.
  /// - Throws: ``RecognitionError/output(model:name:expected:found:)`` where the record's output does not
  ///   fit, and what ``ClassTable`` throws.
  init(
    _ record: ModelRecord, numbersBeforeClasses count: Int, along axis: Axis
  ) throws(RecognitionError) {
    let classes = try ClassTable(record)
    self.classes = classes
    try record.allowActivations([.none])
    let width = count + classes.width
    output = try DecodedOutput(
      record, "output", rank: 2, expected: axis == .rows ? "[1, \(width), n]" : "[1, n, \(width)]"
    ) { classes.fits($0[axis.rawValue] - count) }
    input = record.input.recipe.size
    model = record.id
  }

  /// An empty list of what is at or above the floor.
  func list(floor: Double) -> CandidateList {
    CandidateList(model: model, classes: classes, floor: floor)
  }
}

extension UnitBox {
  /// A box in pixels of an input, in fractions of it.
  func fraction(of input: PixelSize) -> UnitBox {
    let across = Double(input.width)
    let down = Double(input.height)
    return UnitBox(
      left: left / across, top: top / down, width: width / across, height: height / down)
  }
}
