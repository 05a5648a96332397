/// The size of a layer's output.
struct DarknetShape: Hashable, Sendable, CustomStringConvertible {
  let channels: Int
  let rows: Int
  let columns: Int

  /// Far more than any network has, and little enough that products of sizes cannot overflow.
  static let limit = 65_536

  var description: String { "\(channels) × \(rows) × \(columns)" }

  var isWithinLimits: Bool {
    [channels, rows, columns].allSatisfy { (1...Self.limit).contains($0) }
  }
}

/// What follows a convolution or a sum.
enum DarknetActivation: String, Hashable, Sendable, CaseIterable {
  case linear
  /// x, or a tenth of it below 0.
  case leaky
  /// x tanh(ln(1 + eˣ)).
  case mish
  /// 1 / (1 + e⁻ˣ).
  case logistic
}

/// One layer, with all that the text leaves to be worked out.
struct DarknetLayer: Hashable, Sendable {
  let place: DarknetPlace
  let operation: Operation
  /// The layers it reads; −1 is the picture.
  let inputs: [Int]
  let output: DarknetShape

  enum Operation: Hashable, Sendable {
    case convolution(DarknetConvolution)
    /// The sum of the inputs, which have one size.
    case shortcut(DarknetActivation)
    /// The inputs' channels one after the other; of each input only one of `groups` equal parts.
    case route(groups: Int, group: Int)
    /// Each value becomes a square of `stride` × `stride`.
    case upsample(stride: Int)
    /// The largest value of each window. Of the padding, the half rounded down lies before.
    case maximum(size: Int, stride: Int, padding: Int)
    /// Only training does anything here.
    case identity
    /// The number of the head.
    case yolo(Int)
  }

  /// The convolution; nil for other layers, none of which has weights.
  var convolution: DarknetConvolution? {
    if case .convolution(let convolution) = operation { convolution } else { nil }
  }
}

/// A convolution.
///
///     weights   [filters, inputChannels / groups, size, size]   Float
///     bias      [filters]                                       Float
struct DarknetConvolution: Hashable, Sendable {
  let filters: Int
  let inputChannels: Int
  let size: Int
  let stride: Int
  let padding: Int
  let groups: Int
  let isNormalised: Bool
  let activation: DarknetActivation

  /// The number of weights without biases and normalisation.
  var kernelCount: Int { filters * (inputChannels / groups) * size * size }

  /// How many numbers the weights file holds for it: biases, with normalisation scales, means and
  /// variances, then the kernel.
  var valueCount: Int { filters * (isNormalised ? 4 : 1) + kernelCount }
}
