internal import COpenVINO

/// How a picture of bytes becomes what a network takes.
///
///     [1, rows, columns, 3] UInt8 RGB ── channels ── mean ── deviation ── layout, type ──► network
///
/// It is put before the network and compiled with it, so it costs no pass over memory of ours, and
/// whoever runs the network hands in bytes whatever it was trained on.
package struct InputConversion: Hashable, Sendable {
  /// Whether the network wants channels before rows and columns.
  package let isChannelsFirst: Bool
  /// Whether the network wants blue first.
  package let reversesChannels: Bool
  /// What is taken from each sample of 0...255, by channel in the network's order: three numbers, or
  /// none.
  package let mean: [Float]
  /// What the rest is divided by, by channel in the network's order: three numbers, or none.
  package let deviation: [Float]
  /// The shape of the network's own input, to which its open dimensions are set:
  /// [1, 3, rows, columns], or [1, rows, columns, 3].
  package let shape: [Int]

  /// ``Network`` refuses values that do not fit together.
  package init(
    isChannelsFirst: Bool, reversesChannels: Bool, mean: [Float] = [], deviation: [Float] = [],
    shape: [Int]
  ) {
    self.isChannelsFirst = isChannelsFirst
    self.reversesChannels = reversesChannels
    self.mean = mean
    self.deviation = deviation
    self.shape = shape
  }

  /// What is wrong with it whatever the network; nil for nothing.
  var fault: String? {
    let channels = isChannelsFirst ? 1 : 3
    if shape.count != 4 || shape.contains(where: { $0 < 1 }) || shape[0] != 1
      || shape[channels] != 3
    {
      return "the input \(shape) is not a picture with three channels"
    }
    if ![0, 3].contains(mean.count) || ![0, 3].contains(deviation.count) {
      return "mean and deviation must be three numbers, or none"
    }
    if !(mean + deviation).allSatisfy(\.isFinite) || deviation.contains(0) {
      return "mean and deviation must be finite, and no deviation 0"
    }
    return nil
  }

  /// The same for C; only for one without a ``fault``.
  var forC: mo_conversion {
    var conversion = mo_conversion()
    conversion.is_channels_first = isChannelsFirst
    conversion.reverses_channels = reversesChannels
    conversion.has_mean = !mean.isEmpty
    conversion.has_deviation = !deviation.isEmpty
    if mean.count == 3 { conversion.mean = (mean[0], mean[1], mean[2]) }
    if deviation.count == 3 { conversion.deviation = (deviation[0], deviation[1], deviation[2]) }
    if shape.count == 4 {
      conversion.shape = (Int64(shape[0]), Int64(shape[1]), Int64(shape[2]), Int64(shape[3]))
    }
    return conversion
  }
}
