import Fixtures
import Foundation
import Inference
import Networks
import PhotoCore
import Recognition

/// A layer's output, computed in the plainest way.
struct ReferenceMap {
  let channels: Int
  let rows: Int
  let columns: Int
  var values: [Double]

  init(channels: Int, rows: Int, columns: Int) {
    self.channels = channels
    self.rows = rows
    self.columns = columns
    values = Array(repeating: 0, count: channels * rows * columns)
  }

  /// The value at a place; nil outside.
  subscript(channel: Int, row: Int, column: Int) -> Double? {
    guard 0..<rows ~= row, 0..<columns ~= column else { return nil }
    return values[(channel * rows + row) * columns + column]
  }

  /// A map of another size, each value computed from its place.
  static func filled(
    _ channels: Int, _ rows: Int, _ columns: Int, _ value: (Int, Int, Int) -> Double
  ) -> ReferenceMap {
    var map = ReferenceMap(channels: channels, rows: rows, columns: columns)
    var index = 0
    for channel in 0..<channels {
      for row in 0..<rows {
        for column in 0..<columns {
          map.values[index] = value(channel, row, column)
          index += 1
        }
      }
    }
    return map
  }
}

/// A small network that grows layer by layer: its `.cfg`, its random weights, and what it must give
/// for a random picture, by code that shares nothing with Meridian's own.
struct ReferenceDarknet {
  var text: String
  var weights: [Float] = []
  /// What each layer gives.
  var maps: [ReferenceMap] = []
  let picture: [UInt8]
  private let image: ReferenceMap
  private var random: SplitMix64

  init(columns: Int, rows: Int, channels: Int = 3, seed: UInt64 = 1) {
    var random = SplitMix64(seed: seed)
    let picture = (0..<rows * columns * channels).map { _ in
      UInt8.random(in: 0...255, using: &random)
    }
    text = "# made by a test\n[net]\nwidth=\(columns)\nheight = \(rows)\nchannels=\(channels)\n"
    image = .filled(channels, rows, columns) { channel, row, column in
      Double(picture[(row * columns + column) * channels + channel]) / 255
    }
    self.picture = picture
    self.random = random
  }

  private var last: ReferenceMap { maps.last ?? image }

  private mutating func numbers(_ count: Int, _ range: ClosedRange<Float>) -> [Float] {
    let numbers = (0..<count).map { _ in Float.random(in: range, using: &random) }
    weights += numbers
    return numbers
  }

  static func activate(_ value: Double, _ name: String) -> Double {
    switch name {
    case "leaky": value > 0 ? value : value / 10
    case "mish": value * tanh(log(1 + exp(value)))
    case "logistic": 1 / (1 + exp(-value))
    default: value
    }
  }

  mutating func convolution(
    _ filters: Int, size: Int = 1, stride: Int = 1, pad: Bool = false, groups: Int = 1,
    normalised: Bool = false, activation: String = "linear"
  ) {
    text += "\n[convolutional]\nfilters=\(filters)\nsize=\(size)\nstride=\(stride)\n"
    text += "pad=\(pad ? 1 : 0)\ngroups=\(groups)\nactivation=\(activation)\n"
    if normalised { text += "batch_normalize=1\n" }
    let input = last
    let part = (filters: filters / groups, channels: input.channels / groups)
    let biases = numbers(filters, -0.5...0.5)
    let scales = normalised ? numbers(filters, 0.5...1.5) : []
    let means = normalised ? numbers(filters, -0.5...0.5) : []
    let variances = normalised ? numbers(filters, 0.5...1.5) : []
    let kernel = numbers(filters * part.channels * size * size, -0.5...0.5)
    let padding = pad ? size / 2 : 0
    maps.append(
      .filled(
        filters, (input.rows + 2 * padding - size) / stride + 1,
        (input.columns + 2 * padding - size) / stride + 1
      ) { filter, row, column in
        var sum = 0.0
        for channel in 0..<part.channels {
          for y in 0..<size {
            for x in 0..<size {
              let value = input[
                filter / part.filters * part.channels + channel, row * stride + y - padding,
                column * stride + x - padding]
              let index = ((filter * part.channels + channel) * size + y) * size + x
              sum += (value ?? 0) * Double(kernel[index])
            }
          }
        }
        if normalised {
          sum = (sum - Double(means[filter])) / (Double(variances[filter]).squareRoot() + 1e-6)
          sum *= Double(scales[filter])
        }
        return Self.activate(sum + Double(biases[filter]), activation)
      })
  }

  mutating func shortcut(from: Int, activation: String = "linear") {
    text += "\n[shortcut]\nfrom=\(from)\nactivation=\(activation)\n"
    let left = last
    let right = maps[from < 0 ? maps.count + from : from]
    maps.append(
      .filled(left.channels, left.rows, left.columns) {
        Self.activate((left[$0, $1, $2] ?? 0) + (right[$0, $1, $2] ?? 0), activation)
      })
  }

  mutating func route(_ layers: [Int], groups: Int = 1, group: Int = 0) {
    text += "\n[route]\nlayers = \(layers.map(String.init).joined(separator: ", "))\n"
    if groups > 1 { text += "groups=\(groups)\ngroup_id=\(group)\n" }
    let inputs = layers.map { maps[$0 < 0 ? maps.count + $0 : $0] }
    var result = ReferenceMap(channels: 0, rows: inputs[0].rows, columns: inputs[0].columns)
    for input in inputs {
      let part = input.values.count / groups
      let channels = result.channels + input.channels / groups
      let values = result.values + input.values[part * group..<part * (group + 1)]
      result = ReferenceMap(channels: channels, rows: input.rows, columns: input.columns)
      result.values = values
    }
    maps.append(result)
  }

  mutating func upsample(_ stride: Int) {
    text += "\n[upsample]\nstride=\(stride)\n"
    let input = last
    maps.append(
      .filled(input.channels, input.rows * stride, input.columns * stride) {
        input[$0, $1 / stride, $2 / stride] ?? .nan
      })
  }

  mutating func maximum(size: Int, stride: Int, padding: Int? = nil) {
    text += "\n[maxpool]\nsize=\(size)\nstride=\(stride)\n"
    if let padding { text += "padding=\(padding)\n" }
    let input = last
    let padding = padding ?? size - 1
    maps.append(
      .filled(
        input.channels, (input.rows + padding - size) / stride + 1,
        (input.columns + padding - size) / stride + 1
      ) { channel, row, column in
        var largest = -Double.infinity
        for y in 0..<size {
          for x in 0..<size {
            let value = input[
              channel, row * stride + y - padding / 2, column * stride + x - padding / 2]
            largest = max(largest, value ?? -.infinity)
          }
        }
        return largest
      })
  }

  mutating func dropout() {
    text += "\n[dropout]\nprobability=.5\n"
    maps.append(last)
  }

  /// A plain convolution to one anchor and one class, and the head.
  mutating func head() {
    convolution(6)
    text += "\n[yolo]\nmask=0\nanchors=10,14\nclasses=1\nnum=1\n"
    maps.append(last)
  }

  /// The file of the weights, of version 0.2.
  func file(
    version: [Int32] = [0, 2, 0], isLong: Bool = true, extra: [UInt8] = []
  ) -> [UInt8] {
    var bytes = version.flatMap { withUnsafeBytes(of: $0.littleEndian) { [UInt8]($0) } }
    bytes += isLong ? [7, 0, 0, 0, 1, 0, 0, 0] : [7, 0, 0, 0]
    return bytes + weights.withUnsafeBytes { [UInt8]($0) } + extra
  }

  /// Both files, read.
  func network(in folder: TemporaryFolder) throws -> DarknetNetwork {
    let path = try folder.write(file(), to: "net.weights")
    return try DarknetNetwork(
      configuration: DarknetConfiguration(parsing: text), weights: DarknetWeights(path: path))
  }

  /// The largest difference between what OpenVINO gives and what is right, over all heads.
  func largestDifference() throws -> Double {
    let folder = try TemporaryFolder()
    let description = try network(in: folder).write(to: folder.path("model"))
    let runner = try Network(path: folder.path("model/model.xml"), precision: .f32)
    try runner.run(picture)
    let places = text.split(separator: "\n").filter { $0.hasPrefix("[") }.dropFirst().enumerated()
      .filter { $0.element == "[yolo]" }.map(\.offset)
    var largest = 0.0
    for (head, place) in zip(description.heads, places) {
      let found = try runner.values(of: head.output)
      guard found.count == maps[place].values.count else { return .infinity }
      for (value, right) in zip(found, maps[place].values) {
        largest = max(largest, abs(Double(value) - right))
      }
    }
    return largest
  }
}
