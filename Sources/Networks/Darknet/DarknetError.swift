/// Where in a `.cfg` something stands.
package struct DarknetPlace: Hashable, Sendable {
  /// The section's name, without its brackets.
  package let section: String
  /// The layer's number, counted from 0 as Darknet does; nil for `[net]`, which is no layer.
  package let layer: Int?
  /// The line of the section, or of the option in it, counted from 1.
  package let line: Int

  package init(section: String, layer: Int?, line: Int) {
    self.section = section
    self.layer = layer
    self.line = line
  }
}

extension DarknetPlace: CustomStringConvertible {
  /// `layer 3 [convolutional], line 27`.
  package var description: String {
    (layer.map { "layer \($0) " } ?? "") + "[\(section)], line \(line)"
  }
}

/// Why a `.cfg` or `.weights` file is refused. Nothing is left behind then.
package enum DarknetError: Error, Hashable, Sendable {
  /// A file cannot be read, or is not of the kind it should be.
  case unreadable(path: String, detail: String)
  /// A line that is neither a section, an option nor a comment.
  case syntax(line: Int, text: String)
  /// The configuration does not begin with `[net]`, or has nothing after it.
  case noNetwork
  /// No `[yolo]` section, so nothing would be found.
  case noHead
  /// A section that Meridian's reader does not know.
  case unknownSection(DarknetPlace)
  /// An option that must be there is missing.
  case missingOption(DarknetPlace, option: String)
  /// An option's value makes no sense.
  case badOption(DarknetPlace, option: String, value: String, wanted: String)
  /// An option that changes what the network computes, in a way the reader does not know.
  case unsupportedOption(DarknetPlace, option: String, value: String)
  /// A layer refers to one that does not stand before it.
  case noSuchLayer(DarknetPlace, reference: Int)
  /// The sizes of a layer's input do not allow what it does.
  case shape(DarknetPlace, detail: String)
  /// The weights are too short for the header.
  case noHeader(path: String, byteCount: Int)
  /// The weights end inside a layer. `needed` bytes would be the end of that layer.
  case weightsTooShort(DarknetPlace, needed: Int, found: Int)
  /// Bytes are left after the last layer that has weights.
  case weightsTooLong(DarknetPlace, expected: Int, found: Int)
  /// Numbers that no trained layer has: the weights are of another configuration, or damaged.
  case weightsMisfit(DarknetPlace, detail: String)
  /// The network cannot be written.
  case unwritable(path: String, detail: String)
}

extension DarknetError {
  /// What a part of the network's file gives, or why it cannot be written.
  static func writing<Part>(
    _ action: () throws(GraphFileError) -> Part
  ) throws(DarknetError) -> Part {
    do {
      return try action()
    } catch {
      throw .unwritable(path: error.path, detail: error.detail)
    }
  }
}

extension DarknetError: CustomStringConvertible {
  /// One sentence, and what to do next where that is known.
  package var description: String {
    switch self {
    case .unreadable, .syntax, .noNetwork, .noHead, .unknownSection: aboutTheFile
    case .missingOption, .badOption, .unsupportedOption, .noSuchLayer, .shape: aboutALayer
    case .noHeader, .weightsTooShort, .weightsTooLong, .weightsMisfit: aboutTheWeights
    case .unwritable(let path, let detail): "The network \(path) cannot be written: \(detail)."
    }
  }

  private var aboutTheFile: String {
    switch self {
    case .unreadable(let path, let detail): "The file \(path) cannot be read: \(detail)."
    case .syntax(let line, let text):
      "Line \(line) of the configuration is neither a section, an option nor a comment: \(text)"
    case .noNetwork:
      "The configuration must begin with [net], followed by layers."
    case .noHead:
      "The configuration has no [yolo] section, so the model would find nothing."
    case .unknownSection(let place):
      "The configuration has a section that Meridian does not know: \(place)."
    default: ""
    }
  }

  private var aboutALayer: String {
    switch self {
    case .missingOption(let place, let option): "The option \(option) is missing: \(place)."
    case .badOption(let place, let option, let value, let wanted):
      "The option \(option) is \(value) but should be \(wanted): \(place)."
    case .unsupportedOption(let place, let option, let value):
      "Meridian does not support \(option)=\(value): \(place)."
    case .noSuchLayer(let place, let reference):
      "There is no layer \(reference) before this one: \(place)."
    case .shape(let place, let detail): "The sizes do not fit, \(detail): \(place)."
    default: ""
    }
  }

  private var aboutTheWeights: String {
    switch self {
    case .noHeader(let path, let byteCount):
      "The file \(path) has \(byteCount) bytes, too few for the header of Darknet weights."
    case .weightsTooShort(let place, let needed, let found):
      "The weights end too early: they have \(found) bytes, and this layer needs them up to byte "
        + "\(needed): \(place). Get the complete file, or the configuration that belongs to it."
    case .weightsTooLong(let place, let expected, let found):
      "The weights have \(found) bytes but the configuration needs \(expected), which ends with "
        + "\(place). Get the configuration that belongs to them."
    case .weightsMisfit(let place, let detail):
      "The weights do not fit the configuration, or are damaged: \(detail), \(place)."
    default: ""
    }
  }
}
