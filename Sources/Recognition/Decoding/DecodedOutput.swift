/// An output that a decoder reads: its name, and how many values it must have.
struct DecodedOutput: Sendable {
  let name: String
  /// The lengths of the dimensions that matter; those in front of them are 1.
  let lengths: [Int]
  private let model: String
  private let count: Int

  /// - Parameters:
  ///   - role: what the output holds, as ``ModelDecoding/roles`` calls it.
  ///   - rank: how many dimensions matter, counted from the last.
  ///   - expected: the shape for the error, such as `[1, n, 4]`.
  ///   - fits: whether the dimensions that matter are right.
  /// - Throws: ``RecognitionError/output(model:name:expected:found:)``.
  init(
    _ record: ModelRecord, _ role: String, rank: Int, expected: String, fits: ([Int]) -> Bool
  ) throws(RecognitionError) {
    name = record.decoding.output(role)
    model = record.id
    let shape = record.outputs[name] ?? []
    lengths = Array(shape.suffix(rank))
    let count = lengths.reduce(1) { product, length in
      let (next, overflow) = product.multipliedReportingOverflow(by: length)
      return overflow ? 0 : next
    }
    guard lengths.count == rank, shape.dropLast(rank).allSatisfy({ $0 == 1 }),
      lengths.allSatisfy({ $0 > 0 }), count > 0, fits(lengths)
    else { throw record.wrong(name, expected: expected) }
    self.count = count
  }

  /// The values of a run.
  ///
  /// - Throws: ``RecognitionError/output(model:name:expected:found:)`` where they are more or fewer than
  ///   the shape says, which a network with open dimensions may give.
  func values(in outputs: NetworkOutputs) throws(RecognitionError) -> [Float] {
    let values = outputs[name] ?? []
    guard values.count == count else {
      throw .output(
        model: model, name: name, expected: "\(count) values", found: "\(values.count) values")
    }
    return values
  }
}

extension ModelRecord {
  /// The error of an output whose shape does not fit.
  func wrong(_ output: String, expected: String) -> RecognitionError {
    .output(
      model: id, name: output, expected: expected,
      found: outputs[output].map { "\($0)" } ?? "missing")
  }

  /// Refuses an activation that a family has no use for, rather than passing it over.
  ///
  /// - Throws: ``RecognitionError/badRecord(path:detail:)``.
  func allowActivations(
    _ allowed: Set<ModelDecoding.Activation>
  ) throws(RecognitionError) {
    guard allowed.contains(decoding.activation) else {
      throw .badRecord(
        path: id,
        detail: "the family \(decoding.family.rawValue) has no activation "
          + decoding.activation.rawValue)
    }
  }
}
