internal import Networks

/// Turns a trained network into OpenVINO's operations.
///
///     image           [1, side, side, 3]   UInt8   RGB, rows from the top
///     probabilities   [1, 2]               Float   no, yes
struct CNN3Graph {
  private typealias Node = IntermediateGraph.Node

  private let network: CNN3Network
  private let constants: ConstantFile
  private var graph = IntermediateGraph(name: "cnn3")

  init(_ network: CNN3Network, constants: ConstantFile) {
    self.network = network
    self.constants = constants
  }

  /// The whole graph; its constants are written on the way.
  mutating func build() throws(GraphFileError) -> IntermediateGraph {
    var current = try planes()
    for convolution in network.shape.convolutions {
      current = try layer(convolution, of: current)
    }
    let probabilities = try probabilities(of: current)
    graph.add("Result", [probabilities])
    return graph
  }

  /// Bytes by rows, columns and channels become planes of -1...1.
  private mutating func planes() throws(GraphFileError) -> Node {
    let side = network.shape.side
    let image = graph.add(
      "Parameter", element: "u8", tensor: "image",
      ["shape": "1,\(side),\(side),3", "element_type": "u8"])
    let numbers = graph.add("Convert", [image], ["destination_type": "f32"])
    let order = try integers([0, 3, 1, 2])
    let planes = graph.add("Transpose", [numbers, order])
    let scale = try floats([1 / 127.5], shape: [1, 1, 1, 1])
    let scaled = graph.add("Multiply", [planes, scale], ["auto_broadcast": "numpy"])
    return try shifted(scaled, by: [-1], shape: [1, 1, 1, 1])
  }

  private mutating func layer(
    _ convolution: ConvolutionShape, of input: Node
  ) throws(GraphFileError) -> Node {
    let kernel = try floats(
      Array(network.weights[convolution.start..<convolution.biasStart]),
      shape: [convolution.outputs, convolution.inputs, 3, 3])
    let window = graph.add(
      "Convolution", [input, kernel],
      [
        "strides": "1,1", "dilations": "1,1", "pads_begin": "1,1", "pads_end": "1,1",
        "auto_pad": "explicit",
      ])
    let biases = Array(network.weights[convolution.biasStart..<convolution.end])
    let sum = try shifted(window, by: biases, shape: [1, convolution.outputs, 1, 1])
    let rectified = graph.add("ReLU", [sum])
    return graph.add(
      "MaxPool", [rectified],
      [
        "kernel": "2,2", "strides": "2,2", "pads_begin": "0,0", "pads_end": "0,0",
        "rounding_type": "floor", "auto_pad": "explicit",
      ])
  }

  /// One logit for each side, the other's negative, so that both probabilities keep their digits.
  private mutating func probabilities(of input: Node) throws(GraphFileError) -> Node {
    let count = network.shape.featureCount
    let start = network.shape.denseStart
    let row = try integers([1, Int64(count)])
    let features = graph.add("Reshape", [input, row], ["special_zero": "false"])
    let yes = Array(network.weights[start..<start + count])
    let weights = try floats(yes.map { -$0 } + yes, shape: [2, count])
    let logits = graph.add(
      "MatMul", [features, weights], ["transpose_a": "false", "transpose_b": "true"])
    let bias = network.weights[start + count]
    let sum = try shifted(logits, by: [-bias, bias], shape: [1, 2])
    return graph.add("Sigmoid", [sum], tensor: "probabilities")
  }

  // MARK: Parts

  private mutating func shifted(
    _ input: Node, by values: [Float], shape: [Int]
  ) throws(GraphFileError) -> Node {
    let shift = try floats(values, shape: shape)
    return graph.add("Add", [input, shift], ["auto_broadcast": "numpy"])
  }

  private mutating func floats(_ values: [Float], shape: [Int]) throws(GraphFileError) -> Node {
    try constants.add(values, element: "f32", shape: shape, to: &graph)
  }

  private mutating func integers(_ values: [Int64]) throws(GraphFileError) -> Node {
    try constants.add(values, element: "i64", shape: [values.count], to: &graph)
  }
}
