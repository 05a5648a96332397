extension ONNXFixture {
  /// A network that computes from nothing but the picture's mean colour: each number that it gives is a
  /// constant plus multiples of the three means, in the order and scale in which it is fed.
  package static func ofMeanColour(
    input: Value, channelsFirst: Bool, output: Value, constants: [Float],
    multiples: [(number: Int, channel: Int, factor: Float)], softmax: Bool = false
  ) -> ONNXFixture {
    var weights = [Float](repeating: 0, count: 3 * constants.count)
    for multiple in multiples {
      weights[multiple.channel * constants.count + multiple.number] = multiple.factor
    }
    let shape = output.shape.map { $0 ?? 1 }
    let last = softmax ? "numbers" : output.name
    return ONNXFixture(
      inputs: [input], outputs: [output],
      nodes: [
        Node(
          "ReduceMean", [input.name], ["means"],
          ["axes": .integers(channelsFirst ? [2, 3] : [1, 2]), "keepdims": .integer(0)]),
        Node("Gemm", ["means", "weights", "constants"], ["row"]),
        Node("Reshape", ["row", "shape"], [last]),
      ] + (softmax ? [Node("Softmax", [last], [output.name], ["axis": .integer(-1)])] : []),
      initialisers: [
        Tensor("weights", [3, constants.count], floats: weights),
        Tensor("constants", [constants.count], floats: constants),
        Tensor("shape", [shape.count], integers: shape),
      ])
  }
}
