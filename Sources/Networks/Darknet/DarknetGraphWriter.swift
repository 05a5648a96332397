internal import PhotoCore
internal import Recognition

/// Turns layers into OpenVINO operations, reading the weights and writing the constants on the way.
struct DarknetGraphWriter {
  private typealias Node = IntermediateGraph.Node

  private let configuration: DarknetConfiguration
  private let constants: ConstantFile
  private let reader: DarknetWeightReader
  private var result = IntermediateGraph(name: "darknet")
  /// What each layer gave so far.
  private var outputs: [Node] = []

  init(
    configuration: DarknetConfiguration, constants: ConstantFile, reader: DarknetWeightReader
  ) {
    self.configuration = configuration
    self.constants = constants
    self.reader = reader
  }

  /// The whole network.
  mutating func graph() throws(DarknetError) -> IntermediateGraph {
    let picture = try picture()
    for layer in configuration.layers {
      let inputs = layer.inputs.map { $0 < 0 ? picture : outputs[$0] }
      outputs.append(try node(layer, inputs))
    }
    return result
  }

  /// Bytes by rows, columns and channels become planes of 0...1.
  private mutating func picture() throws(DarknetError) -> Node {
    let size = configuration.input
    let image = result.add(
      "Parameter", element: "u8", tensor: "image",
      [
        "shape": "1,\(size.height),\(size.width),\(configuration.channels)", "element_type": "u8",
      ])
    let numbers = result.add("Convert", [image], ["destination_type": "f32"])
    let order = try integers([0, 3, 1, 2])
    let planes = result.add("Transpose", [numbers, order])
    let scale = try floats([1 / 255], shape: [1, 1, 1, 1])
    return result.add("Multiply", [planes, scale], ["auto_broadcast": "numpy"])
  }

  private mutating func node(
    _ layer: DarknetLayer, _ inputs: [Node]
  ) throws(DarknetError) -> Node {
    switch layer.operation {
    case .convolution(let convolution):
      return try self.convolution(convolution, of: inputs[0], at: layer.place)
    case .shortcut(let activation):
      var sum = inputs[0]
      for input in inputs.dropFirst() { sum = add(sum, input) }
      return try activated(sum, by: activation)
    case .route(let groups, let group):
      return try route(layer, inputs, groups: groups, group: group)
    case .upsample(let stride):
      let sizes = try integers([layer.output.rows, layer.output.columns])
      return try upsampled(inputs[0], to: sizes, stride)
    case .maximum(let size, let stride, let padding):
      return maximum(of: inputs[0], size: size, stride: stride, padding: padding)
    case .identity: return inputs[0]
    case .yolo(let index): return try head(configuration.heads[index], of: inputs[0])
    }
  }

  private mutating func convolution(
    _ convolution: DarknetConvolution, of input: Node, at place: DarknetPlace
  ) throws(DarknetError) -> Node {
    let (kernel, biases) = try reader.folded(convolution, at: place)
    let groups = convolution.groups
    let size = convolution.size
    let parts = [
      convolution.filters / groups, convolution.inputChannels / groups, size, size,
    ]
    let weights = try floats(kernel, shape: groups == 1 ? parts : [groups] + parts)
    let window = result.add(
      groups == 1 ? "Convolution" : "GroupConvolution", [input, weights],
      [
        "strides": twice(convolution.stride), "dilations": "1,1",
        "pads_begin": twice(convolution.padding), "pads_end": twice(convolution.padding),
        "auto_pad": "explicit",
      ])
    let shift = try floats(biases, shape: [1, convolution.filters, 1, 1])
    return try activated(add(window, shift), by: convolution.activation)
  }

  private mutating func activated(
    _ input: Node, by activation: DarknetActivation
  ) throws(DarknetError) -> Node {
    switch activation {
    case .linear: return input
    case .leaky:
      let slope = try floats([0.1], shape: [1])
      return result.add("PRelu", [input, slope])
    case .mish: return result.add("Mish", opset: 4, [input])
    case .logistic: return result.add("Sigmoid", [input])
    }
  }

  private mutating func route(
    _ layer: DarknetLayer, _ inputs: [Node], groups: Int, group: Int
  ) throws(DarknetError) -> Node {
    var parts: [Node] = []
    for (input, index) in zip(inputs, layer.inputs) {
      let part = configuration.layers[index].output.channels / groups
      parts.append(
        groups == 1 ? input : try channels(part * group..<part * (group + 1), of: input))
    }
    return parts.count == 1 ? parts[0] : result.add("Concat", parts, ["axis": "1"])
  }

  private mutating func channels(
    _ range: Range<Int>, of input: Node
  ) throws(DarknetError) -> Node {
    let start = try integers([range.lowerBound])
    let end = try integers([range.upperBound])
    let step = try integers([1])
    let axis = try integers([1])
    return result.add("Slice", opset: 8, [input, start, end, step, axis])
  }

  private mutating func upsampled(
    _ input: Node, to sizes: Node, _ stride: Int
  ) throws(DarknetError) -> Node {
    let scales = try floats([Float(stride), Float(stride)], shape: [2])
    let axes = try integers([2, 3])
    return result.add(
      "Interpolate", opset: 4, [input, sizes, scales, axes],
      [
        "mode": "nearest", "shape_calculation_mode": "sizes", "nearest_mode": "floor",
        "coordinate_transformation_mode": "asymmetric", "antialias": "false",
        "pads_begin": "0", "pads_end": "0",
      ])
  }

  private mutating func maximum(
    of input: Node, size: Int, stride: Int, padding: Int
  ) -> Node {
    result.add(
      "MaxPool", [input],
      [
        "kernel": twice(size), "strides": twice(stride), "pads_begin": twice(padding / 2),
        "pads_end": twice(padding - padding / 2), "rounding_type": "floor",
        "auto_pad": "explicit",
      ])
  }

  private mutating func head(_ head: YOLOHead, of input: Node) throws(DarknetError) -> Node {
    let shape = try integers(head.shape)
    let values = result.add(
      "Reshape", [input, shape], tensor: head.output, ["special_zero": "false"])
    _ = result.add("Result", [values])
    return input
  }

  // MARK: Parts

  private mutating func add(_ left: Node, _ right: Node) -> Node {
    result.add("Add", [left, right], ["auto_broadcast": "numpy"])
  }

  private mutating func floats(_ values: [Float], shape: [Int]) throws(DarknetError) -> Node {
    try DarknetError.writing { () throws(GraphFileError) in
      try constants.add(values, element: "f32", shape: shape, to: &result)
    }
  }

  private mutating func integers(_ values: [Int]) throws(DarknetError) -> Node {
    try DarknetError.writing { () throws(GraphFileError) in
      try constants.add(
        values.map { Int64($0) }, element: "i64", shape: [values.count], to: &result)
    }
  }

  private func twice(_ value: Int) -> String { "\(value),\(value)" }
}
