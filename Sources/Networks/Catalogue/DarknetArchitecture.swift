/// The structures of the Darknet networks that can be installed, as their authors published them.
///
/// Written here rather than downloaded: a `.cfg` is a page of numbers that never changes, and one from
/// an address whose SHA-256 nobody published could not be trusted. That a structure is right shows in
/// the length of the weights, which must fit it to the byte.
/// Sources: Redmon and Farhadi, “YOLOv3” (2018), with `yolov3.cfg`, `yolov3-spp.cfg` and
/// `yolov3-tiny.cfg`; Bochkovskiy, Wang and Liao, “YOLOv4” (2020), with `yolov4.cfg` and
/// `yolov4-tiny.cfg`.
package enum DarknetArchitecture: String, Sendable, CaseIterable {
  case yolov3
  case yolov3SPP = "yolov3-spp"
  case yolov3Tiny = "yolov3-tiny"
  case yolov4
  case yolov4Tiny = "yolov4-tiny"

  /// The `.cfg`, for pictures of 416 × 416 pixels.
  package var configuration: String {
    switch self {
    case .yolov3: Self.three(withPyramid: false)
    case .yolov3SPP: Self.three(withPyramid: true)
    case .yolov3Tiny: Self.threeTiny()
    case .yolov4: Self.four()
    case .yolov4Tiny: Self.fourTiny()
    }
  }

  private static let side = 416
  private static let tinyAnchors = [10, 14, 23, 27, 37, 58, 81, 82, 135, 169, 344, 319]

  private static func three(withPyramid: Bool) -> String {
    var net = DarknetText(
      side: side,
      anchors: [10, 13, 16, 30, 33, 23, 30, 61, 62, 45, 59, 119, 116, 90, 156, 198, 373, 326])
    var ends: [Int: Int] = [:]
    net.convolution(32, 3)
    for (filters, count) in [(64, 1), (128, 2), (256, 8), (512, 8), (1024, 4)] {
      net.convolution(filters, 3, stride: 2)
      for _ in 0..<count {
        net.pairs(filters / 2, 1)
        net.shortcut(-3)
      }
      ends[filters] = net.layerCount - 1
    }
    if withPyramid {
      net.pairs(512, 1)
      net.convolution(512, 1)
      net.pyramid()
      net.pairs(512, 2)
    } else {
      net.pairs(512, 3)
    }
    net.head([6, 7, 8])
    for (filters, mask) in [(256, [3, 4, 5]), (128, [0, 1, 2])] {
      net.route(-4)
      net.convolution(filters, 1)
      net.upsample()
      net.route(-1, ends[filters * 2] ?? 0)
      net.pairs(filters, 3)
      net.head(mask)
    }
    return net.text
  }

  private static func threeTiny() -> String {
    var net = DarknetText(side: side, anchors: tinyAnchors)
    for filters in [16, 32, 64, 128, 256, 512] {
      net.convolution(filters, 3)
      net.maximum(2, stride: filters == 512 ? 1 : 2)
    }
    net.convolution(1024, 3)
    net.pairs(256, 1)
    net.head([3, 4, 5])
    net.route(-4)
    net.convolution(128, 1)
    net.upsample()
    net.route(-1, 8)
    net.convolution(256, 3)
    net.head([0, 1, 2])
    return net.text
  }

  private static func fourTiny() -> String {
    var net = DarknetText(side: side, anchors: tinyAnchors)
    net.convolution(32, 3, stride: 2)
    net.convolution(64, 3, stride: 2)
    for filters in [64, 128, 256] {
      net.convolution(filters, 3)
      net.secondHalf()
      net.convolution(filters / 2, 3)
      net.convolution(filters / 2, 3)
      net.route(-1, -2)
      net.convolution(filters, 1)
      net.route(-6, -1)
      net.maximum(2, stride: 2)
    }
    net.convolution(512, 3)
    net.pairs(256, 1)
    net.head([3, 4, 5], scale: 1.05)
    net.route(-4)
    net.convolution(128, 1)
    net.upsample()
    net.route(-1, 23)
    net.convolution(256, 3)
    net.head([1, 2, 3], scale: 1.05)
    return net.text
  }

  private static func four() -> String {
    var net = DarknetText(
      side: side,
      anchors: [12, 16, 19, 36, 40, 28, 36, 75, 76, 55, 72, 146, 142, 110, 192, 243, 459, 401])
    net.activation = "mish"
    net.convolution(32, 3)
    var ends: [Int: Int] = [:]
    for (filters, count) in [(64, 1), (128, 2), (256, 8), (512, 8), (1024, 4)] {
      addCrossStage(to: &net, filters: filters, count: count)
      ends[filters] = net.layerCount - 1
    }
    net.activation = "leaky"
    net.pairs(512, 1)
    net.convolution(512, 1)
    net.pyramid()
    net.pairs(512, 1)
    net.convolution(512, 1)
    for filters in [256, 128] {
      // The coarse map doubled beside the finer one of the backbone.
      net.convolution(filters, 1)
      net.upsample()
      net.route(ends[filters * 2] ?? 0)
      net.convolution(filters, 1)
      net.route(-1, -3)
      net.pairs(filters, 2)
      net.convolution(filters, 1)
    }
    net.convolution(256, 3)
    net.head([0, 1, 2], scale: 1.2)
    for (filters, beside, mask, scale) in [
      (256, -16, [3, 4, 5], 1.1), (512, -37, [6, 7, 8], 1.05),
    ] {
      net.route(-4)
      net.convolution(filters, 3, stride: 2)
      net.route(-1, beside)
      net.pairs(filters, 3)
      net.head(mask, scale: scale)
    }
    return net.text
  }

  /// Half the channels go through the blocks, the other half around them.
  private static func addCrossStage(to net: inout DarknetText, filters: Int, count: Int) {
    let half = filters == 64 ? filters : filters / 2
    net.convolution(filters, 3, stride: 2)
    net.convolution(half, 1)
    net.route(-2)
    net.convolution(half, 1)
    for _ in 0..<count {
      net.convolution(filters == 64 ? half / 2 : half, 1)
      net.convolution(half, 3)
      net.shortcut(-3)
    }
    net.convolution(half, 1)
    net.route(-1, -(3 * count + 4))
    net.convolution(filters, 1)
  }
}
