package import PhotoCore

/// How a photo is brought to a network.
///
///     photo ── recipe ──► [1, rows, columns, 3] UInt8 RGB ── channels, mean, deviation, layout ──► network
///
/// The left half is Meridian's, the right half becomes part of the compiled network.
package struct ModelInput: Hashable, Sendable {
  /// How the three samples of a pixel lie.
  package enum Layout: String, Sendable, Codable, CaseIterable {
    /// Rows, columns, channels.
    case nhwc = "NHWC"
    /// Channels, rows, columns.
    case nchw = "NCHW"
  }

  /// The network's numbers.
  package enum NumberType: String, Sendable, Codable, CaseIterable {
    case u8, f32, f16
  }

  /// The order of the channels.
  package enum Channels: String, Sendable, Codable, CaseIterable {
    case rgb = "RGB"
    case bgr = "BGR"
  }

  /// The network's name for it.
  package var name: String
  /// How the samples lie.
  package var layout: Layout
  /// The network's numbers.
  package var type: NumberType
  /// The order of the channels.
  package var channels: Channels
  /// What is taken from each sample of 0...255, in the order of ``channels``: three numbers, or none.
  package var mean: [Double]
  /// What the rest is divided by: three numbers, or none. `[255, 255, 255]` makes 0...1.
  package var deviation: [Double]
  /// How the photo is resized.
  package var recipe: InputRecipe

  package init(
    name: String, layout: Layout, type: NumberType, channels: Channels = .rgb, mean: [Double] = [],
    deviation: [Double] = [], recipe: InputRecipe
  ) {
    self.name = name
    self.layout = layout
    self.type = type
    self.channels = channels
    self.mean = mean
    self.deviation = deviation
    self.recipe = recipe
  }

  /// The shape that the network must take, one photo at a time.
  package var shape: [Int] {
    let rows = recipe.size.height
    let columns = recipe.size.width
    return layout == .nhwc ? [1, rows, columns, 3] : [1, 3, rows, columns]
  }
}

extension ModelInput: Codable {
  private enum CodingKeys: String, CodingKey {
    case name, layout, type, channels, mean, deviation, recipe
  }

  /// Mean and deviation may be left out.
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      name: try values.decode(String.self, forKey: .name),
      layout: try values.decode(Layout.self, forKey: .layout),
      type: try values.decode(NumberType.self, forKey: .type),
      channels: try values.decode(Channels.self, forKey: .channels),
      mean: try values.decodeIfPresent([Double].self, forKey: .mean) ?? [],
      deviation: try values.decodeIfPresent([Double].self, forKey: .deviation) ?? [],
      recipe: try values.decode(InputRecipe.self, forKey: .recipe))
  }
}
