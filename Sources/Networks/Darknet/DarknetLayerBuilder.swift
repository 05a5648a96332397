internal import PhotoCore
internal import Recognition

/// Makes layers of sections, one after the other, each from the sizes of those before it.
struct DarknetLayerBuilder {
  private(set) var layers: [DarknetLayer] = []
  private(set) var heads: [YOLOHead] = []
  private let picture: PixelSize
  let pictureShape: DarknetShape

  init(picture: PixelSize, channels: Int) {
    self.picture = picture
    pictureShape = DarknetShape(
      channels: channels, rows: picture.height, columns: picture.width)
  }

  /// Adds a section's layer.
  mutating func add(_ section: DarknetSection) throws(DarknetError) {
    let layer =
      switch section.place.section {
      case "convolutional", "conv": try convolution(section)
      case "shortcut": try shortcut(section)
      case "route": try route(section)
      case "upsample": try upsample(section)
      case "maxpool", "max": try maximum(section)
      case "dropout": try identity(section)
      case "yolo": try yolo(section)
      default: throw .unknownSection(section.place)
      }
    guard layer.output.isWithinLimits else {
      throw .shape(section.place, detail: "its output would be \(layer.output)")
    }
    layers.append(layer)
  }

  // MARK: Layers

  private func convolution(_ section: DarknetSection) throws(DarknetError) -> DarknetLayer {
    try section.refuse(unless: [
      "binary": "0", "xnor": "0", "bin_output": "0", "stride_x": "", "stride_y": "",
      "dilation": "1", "antialiasing": "0", "share_index": "", "flipped": "0", "rotate": "0",
      "stretch": "0", "sway": "0", "stretch_sway": "0", "reverse": "0",
    ])
    let shape = try previous(section)
    let size = try section.integer("size", default: 1, in: 1...64)
    let isPadded = try section.integer("pad", default: 0, in: 0...64) != 0
    let convolution = DarknetConvolution(
      filters: try section.integer("filters", default: 1, in: 1...DarknetShape.limit),
      inputChannels: shape.channels, size: size,
      stride: try section.integer("stride", default: 1, in: 1...64),
      padding: isPadded ? size / 2 : try section.integer("padding", default: 0, in: 0...64),
      groups: try section.integer("groups", default: 1, in: 1...DarknetShape.limit),
      isNormalised: try section.integer("batch_normalize", default: 0, in: 0...1) == 1,
      activation: try activation(section, default: .logistic))
    guard shape.channels.isMultiple(of: convolution.groups),
      convolution.filters.isMultiple(of: convolution.groups)
    else {
      throw .shape(
        section.place(of: "groups"),
        detail: "\(shape.channels) channels and \(convolution.filters) filters cannot be cut into "
          + "\(convolution.groups) groups")
    }
    return try layer(
      section, .convolution(convolution), window: size, stride: convolution.stride,
      padding: 2 * convolution.padding, channels: convolution.filters)
  }

  private func maximum(_ section: DarknetSection) throws(DarknetError) -> DarknetLayer {
    try section.refuse(unless: [
      "stride_x": "", "stride_y": "", "maxpool_depth": "0", "antialiasing": "0",
    ])
    let stride = try section.integer("stride", default: 1, in: 1...64)
    let size = try section.integer("size", default: stride, in: 1...64)
    // A window must not lie wholly in the padding, which has no largest value.
    let padding = try section.integer("padding", default: size - 1, in: 0...2 * size - 2)
    return try layer(
      section, .maximum(size: size, stride: stride, padding: padding), window: size,
      stride: stride, padding: padding, channels: try previous(section).channels)
  }

  private func shortcut(_ section: DarknetSection) throws(DarknetError) -> DarknetLayer {
    try section.refuse(unless: ["weights_type": "none"])
    let activation = try activation(section, default: .linear)
    let others = try references(section, "from")
    let shape = try previous(section)
    for other in others where try self.shape(other, section) != shape {
      throw .shape(
        section.place(of: "from"),
        detail: "\(shape) cannot be added to \(layers[other].output) of layer \(other)")
    }
    return DarknetLayer(
      place: section.place, operation: .shortcut(activation),
      inputs: [layers.count - 1] + others, output: shape)
  }

  private func route(_ section: DarknetSection) throws(DarknetError) -> DarknetLayer {
    let inputs = try references(section, "layers")
    let groups = try section.integer("groups", default: 1, in: 1...DarknetShape.limit)
    let group = try section.integer("group_id", default: 0, in: 0...groups - 1)
    var channels = 0
    let first = try shape(inputs[0], section)
    for input in inputs {
      let shape = try shape(input, section)
      guard shape.rows == first.rows, shape.columns == first.columns else {
        throw .shape(
          section.place(of: "layers"),
          detail: "\(first) of layer \(inputs[0]) does not lie beside \(shape) of layer \(input)")
      }
      guard shape.channels.isMultiple(of: groups) else {
        throw .shape(
          section.place(of: "groups"),
          detail: "\(shape.channels) channels cannot be cut into \(groups) groups")
      }
      channels += shape.channels / groups
    }
    return DarknetLayer(
      place: section.place, operation: .route(groups: groups, group: group), inputs: inputs,
      output: DarknetShape(channels: channels, rows: first.rows, columns: first.columns))
  }

  private func upsample(_ section: DarknetSection) throws(DarknetError) -> DarknetLayer {
    try section.refuse(unless: ["scale": "1"])
    let stride = try section.integer("stride", default: 2, in: 1...64)
    let shape = try previous(section)
    return DarknetLayer(
      place: section.place, operation: .upsample(stride: stride), inputs: [layers.count - 1],
      output: DarknetShape(
        channels: shape.channels, rows: shape.rows * stride, columns: shape.columns * stride))
  }

  private func identity(_ section: DarknetSection) throws(DarknetError) -> DarknetLayer {
    DarknetLayer(
      place: section.place, operation: .identity, inputs: [layers.count - 1],
      output: try previous(section))
  }

  private mutating func yolo(_ section: DarknetSection) throws(DarknetError) -> DarknetLayer {
    try section.refuse(unless: ["new_coords": "0"])
    let shape = try previous(section)
    let anchors = try anchors(section)
    let wanted = "numbers of anchors, 0 to \(anchors.count - 1)"
    let listed = try section.list("mask", wanted: wanted) { text in
      Int(text).flatMap { anchors.indices ~= $0 ? $0 : nil }
    }
    let mask = listed ?? Array(anchors.indices)
    guard !mask.isEmpty else { throw section.bad("mask", wanted) }
    let classCount = try section.integer("classes", default: 20, in: 1...DarknetShape.limit)
    guard shape.channels == mask.count * (5 + classCount) else {
      throw .shape(
        section.place,
        detail: "\(mask.count) anchors and \(classCount) classes need "
          + "\(mask.count * (5 + classCount)) channels, not \(shape.channels)")
    }
    heads.append(
      YOLOHead(
        output: "head\(heads.count)", mask: mask, anchors: mask.map { anchors[$0] },
        classCount: classCount, grid: PixelSize(width: shape.columns, height: shape.rows),
        input: picture, scaleXY: try section.positive("scale_x_y", default: 1)))
    return DarknetLayer(
      place: section.place, operation: .yolo(heads.count - 1), inputs: [layers.count - 1],
      output: shape)
  }

  // MARK: Their parts

  /// A layer that slides a window.
  private func layer(
    _ section: DarknetSection, _ operation: DarknetLayer.Operation, window: Int, stride: Int,
    padding: Int, channels: Int
  ) throws(DarknetError) -> DarknetLayer {
    let shape = try previous(section)
    guard min(shape.rows, shape.columns) + padding >= window else {
      throw .shape(section.place, detail: "a window of \(window) is larger than \(shape)")
    }
    let output = DarknetShape(
      channels: channels, rows: (shape.rows + padding - window) / stride + 1,
      columns: (shape.columns + padding - window) / stride + 1)
    return DarknetLayer(
      place: section.place, operation: operation, inputs: [layers.count - 1], output: output)
  }

  private func activation(
    _ section: DarknetSection, default fallback: DarknetActivation
  ) throws(DarknetError) -> DarknetActivation {
    guard let option = section.options["activation"] else { return fallback }
    guard let activation = DarknetActivation(rawValue: option.value) else {
      throw .unsupportedOption(
        section.place(of: "activation"), option: "activation", value: option.value)
    }
    return activation
  }

  private func anchors(_ section: DarknetSection) throws(DarknetError) -> [YOLOHead.Anchor] {
    let wanted = "pairs of numbers above 0, `num` of them"
    let lengths = try section.list("anchors", wanted: wanted) { text in
      Double(text).flatMap { $0.isFinite && $0 > 0 ? $0 : nil }
    }
    guard let lengths else { throw .missingOption(section.place, option: "anchors") }
    let count = try section.integer("num", default: lengths.count / 2, in: 1...1000)
    guard lengths.count == 2 * count else { throw section.bad("anchors", wanted) }
    return stride(from: 0, to: lengths.count, by: 2).map {
      YOLOHead.Anchor(width: lengths[$0], height: lengths[$0 + 1])
    }
  }

  /// The layers that an option names, below 0 counted back from this one.
  private func references(
    _ section: DarknetSection, _ option: String
  ) throws(DarknetError) -> [Int] {
    let wanted = "numbers of layers"
    guard let numbers = try section.list(option, wanted: wanted, number: { Int($0) }) else {
      throw .missingOption(section.place, option: option)
    }
    var references: [Int] = []
    for number in numbers {
      guard abs(number.clamped) <= layers.count else {
        throw .noSuchLayer(section.place(of: option), reference: number)
      }
      let index = number < 0 ? layers.count + number : number
      guard layers.indices ~= index else {
        throw .noSuchLayer(section.place(of: option), reference: number)
      }
      references.append(index)
    }
    guard !references.isEmpty else { throw section.bad(option, wanted) }
    return references
  }

  /// The size of the layer before this one.
  private func previous(_ section: DarknetSection) throws(DarknetError) -> DarknetShape {
    try shape(layers.count - 1, section)
  }

  /// The size of a layer that this one reads. Darknet squashes a head's numbers in place, so what
  /// reads them would not read the network's own: nothing that is known does.
  private func shape(_ index: Int, _ section: DarknetSection) throws(DarknetError) -> DarknetShape {
    guard index >= 0 else { return pictureShape }
    if case .yolo = layers[index].operation {
      throw .shape(section.place, detail: "it reads layer \(index), which is a [yolo]")
    }
    return layers[index].output
  }
}

extension Int {
  /// Away from the one number whose absolute value does not exist.
  fileprivate var clamped: Int { Swift.max(self, -Int.max) }
}
