/// The outputs of a classifier.
///
///     probabilities   [1, background + classes]   Float   by the activation 0...1, together 1
///     embedding       [1, dimensions]             Float   what the last layer sees; may be missing
///
/// Dimensions of length 1 may stand anywhere among them.
struct ClassifierDecoder: Sendable {
  private let probabilities: String
  private let embedding: String?
  private let width: Int
  private let classes: ClassTable
  private let classCount: Int
  private let activation: ModelDecoding.Activation
  private let model: String

  /// The outputs that are read.
  var outputs: [String] { [probabilities] + (embedding.map { [$0] } ?? []) }

  /// - Throws: ``RecognitionError/output(model:name:expected:found:)``,
  ///   ``RecognitionError/badRecord(path:detail:)``.
  init(_ record: ModelRecord) throws(RecognitionError) {
    guard record.decoding.family == .classifier else {
      throw .badRecord(
        path: record.id, detail: "the family \(record.decoding.family.rawValue) names no scenes")
    }
    classes = try ClassTable(record)
    probabilities = record.decoding.output("probabilities")
    let lengths = (record.outputs[probabilities] ?? []).filter { $0 != 1 }
    guard let width = lengths.count > 1 ? nil : lengths.first ?? 1, classes.fits(width) else {
      throw record.wrong(probabilities, expected: "[1, \(classes.width)]")
    }
    let embedding = record.decoding.output("embedding")
    self.embedding = record.outputs[embedding] == nil ? nil : embedding
    self.width = width
    classCount = record.classCount
    activation = record.decoding.activation
    model = record.id
  }

  /// The probability of each class, in the order of the labels, and the embedding; nil where the
  /// network gives none.
  ///
  /// A background class is left out and the others stay as they are: what the network gives to "none
  /// of these" is a part of its answer, and sharing it out would make it sure of a class where it is
  /// not.
  /// - Throws: ``RecognitionError/notFinite(model:)``,
  ///   ``RecognitionError/output(model:name:expected:found:)``.
  func decode(
    _ values: NetworkOutputs
  ) throws(RecognitionError) -> (probabilities: [Float], embedding: [Float]?) {
    let numbers = values[probabilities] ?? []
    guard numbers.count == width else {
      throw .output(
        model: model, name: probabilities, expected: "\(width) values",
        found: "\(numbers.count) values")
    }
    let features = embedding.flatMap { values[$0] }
    guard let all = Probabilities.of(numbers, activation: activation),
      features?.allSatisfy(\.isFinite) ?? true
    else { throw .notFinite(model: model) }
    var ours = [Float](repeating: 0, count: classCount)
    for (column, probability) in all.enumerated() {
      if let index = classes[column] { ours[index] = probability }
    }
    return (ours, features)
  }
}
