/// The `.cfg` of a Darknet network, written section by section.
struct DarknetText {
  /// The sizes that boxes are measured from, `width,height` pairs in pixels.
  let anchors: [Int]
  /// The activation of the convolutions.
  var activation = "leaky"
  private(set) var text: String
  /// The number of the next layer.
  private(set) var layerCount = 0

  /// COCO's.
  private static let classCount = 80

  /// - Parameter side: the width and height of the picture that goes in.
  init(side: Int, anchors: [Int]) {
    self.anchors = anchors
    text = "[net]\nwidth=\(side)\nheight=\(side)\nchannels=3\n"
  }

  private mutating func add(_ section: String, _ options: String) {
    text += "\n[\(section)]\n\(options)\n"
    layerCount += 1
  }

  /// A normalised convolution.
  mutating func convolution(_ filters: Int, _ size: Int, stride: Int = 1) {
    add(
      "convolutional",
      "batch_normalize=1\nfilters=\(filters)\nsize=\(size)\nstride=\(stride)\npad=1\n"
        + "activation=\(activation)")
  }

  /// A narrow and a wide convolution, several times over.
  mutating func pairs(_ filters: Int, _ count: Int) {
    for _ in 0..<count {
      convolution(filters, 1)
      convolution(filters * 2, 3)
    }
  }

  /// A plain convolution and the head that reads it.
  mutating func head(_ mask: [Int], scale: Double = 1) {
    let filters = mask.count * (5 + Self.classCount)
    add("convolutional", "filters=\(filters)\nsize=1\nstride=1\npad=1\nactivation=linear")
    add(
      "yolo",
      "mask=\(Self.list(mask))\nanchors=\(Self.list(anchors))\nclasses=\(Self.classCount)\n"
        + "num=\(anchors.count / 2)\nscale_x_y=\(scale)")
  }

  mutating func shortcut(_ origin: Int) {
    add("shortcut", "from=\(origin)\nactivation=linear")
  }

  mutating func route(_ layers: Int...) {
    add("route", "layers=\(Self.list(layers))")
  }

  /// The second half of the channels of the layer before.
  mutating func secondHalf() {
    add("route", "layers=-1\ngroups=2\ngroup_id=1")
  }

  mutating func maximum(_ size: Int, stride: Int) {
    add("maxpool", "size=\(size)\nstride=\(stride)")
  }

  mutating func upsample() {
    add("upsample", "stride=2")
  }

  /// The layer before beside its maxima over three window sizes.
  mutating func pyramid() {
    maximum(5, stride: 1)
    route(-2)
    maximum(9, stride: 1)
    route(-4)
    maximum(13, stride: 1)
    route(-1, -3, -5, -6)
  }

  private static func list(_ numbers: [Int]) -> String {
    numbers.map(String.init).joined(separator: ",")
  }
}
