/// The shape of a cnn3 network, and where its numbers lie.
///
///     input        3 × side × side                    Float   RGB planes, value / 127.5 - 1
///     three times  convolution 3 × 3, ReLU, largest of 2 × 2, so the side is halved
///     dense        channels · (side / 8)² → 1         Float   the logit of "yes"
///
///     numbers      kernel, bias, kernel, bias, kernel, bias, dense, bias, one behind the other
package struct CNN3Shape: Hashable, Sendable {
  /// What the labels are trained with. More channels were slower and no better; see decision 13.
  package static let standard = CNN3Shape(side: 64, channels: [16, 32, 64])

  /// The side of the input in pixels, a multiple of 8.
  package let side: Int
  /// How many channels each of the three convolutions gives.
  package let channels: [Int]
  /// The three convolutions.
  let convolutions: [ConvolutionShape]

  /// Only for sides that are multiples of 8, and three numbers of channels.
  init(side: Int, channels: [Int]) {
    self.side = side
    self.channels = channels
    var convolutions: [ConvolutionShape] = []
    for (level, outputs) in channels.enumerated() {
      convolutions.append(
        ConvolutionShape(
          inputs: level == 0 ? 3 : channels[level - 1], outputs: outputs, side: side >> level,
          start: convolutions.last?.end ?? 0))
    }
    self.convolutions = convolutions
  }

  /// How many numbers the input has.
  var inputCount: Int { 3 * side * side }
  /// How many numbers the last convolution leaves for the dense layer.
  var featureCount: Int { (channels.last ?? 0) * (side / 8) * (side / 8) }
  /// Where the dense layer's numbers begin; its bias is behind them.
  var denseStart: Int { convolutions.last?.end ?? 0 }
  /// How many numbers are learned.
  package var parameterCount: Int { denseStart + featureCount + 1 }
}

/// One convolution: its sizes, and where its numbers lie among all.
struct ConvolutionShape: Hashable, Sendable {
  let inputs: Int
  let outputs: Int
  /// Of what goes in; half of it comes out of the pooling behind.
  let side: Int
  /// Where the kernel begins: outputs × (inputs · 9).
  let start: Int

  var area: Int { side * side }
  /// The length of the neighbourhood of a pixel.
  var reach: Int { inputs * 9 }
  var biasStart: Int { start + outputs * reach }
  var end: Int { biasStart + outputs }
  var pooledCount: Int { outputs * (side / 2) * (side / 2) }
}
