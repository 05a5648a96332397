internal import Foundation
package import PhotoCore
package import Recognition

/// A network's structure as a Darknet `.cfg` describes it, every size worked out and checked.
///
/// Knows what YOLOv3, YOLOv4 and their tiny and SPP relatives are made of: `[convolutional]`,
/// `[shortcut]`, `[route]`, `[upsample]`, `[maxpool]`, `[dropout]` and `[yolo]`. Anything else, and
/// any option that would change the result without being understood, is refused.
package struct DarknetConfiguration: Hashable, Sendable {
  /// The size of the picture that goes in.
  package let input: PixelSize
  /// The picture's channels; 3 for RGB.
  package let channels: Int
  /// What comes out, in the order of the file.
  package let heads: [YOLOHead]
  /// The layers, in the order of the file.
  let layers: [DarknetLayer]

  /// Reads a configuration.
  ///
  /// - Parameters:
  ///   - text: the contents of a `.cfg`.
  ///   - input: another input size than the file's; nil for the file's.
  /// - Throws: ``DarknetError`` with the section's number and line.
  package init(parsing text: String, input: PixelSize? = nil) throws(DarknetError) {
    let sections = try DarknetSection.sections(of: text)
    guard let net = sections.first, ["net", "network"].contains(net.place.section),
      sections.count > 1
    else { throw .noNetwork }
    let lengths = 1...DarknetShape.limit
    let own = PixelSize(
      width: try net.integer("width", in: lengths), height: try net.integer("height", in: lengths))
    channels = try net.integer("channels", in: lengths)
    self.input = input ?? own
    var builder = DarknetLayerBuilder(picture: self.input, channels: channels)
    guard builder.pictureShape.isWithinLimits else {
      throw .shape(net.place, detail: "the input would be \(builder.pictureShape)")
    }
    for section in sections.dropFirst() { try builder.add(section) }
    guard !builder.heads.isEmpty else { throw .noHead }
    layers = builder.layers
    heads = builder.heads
  }

  /// Reads a configuration from its file.
  ///
  /// - Throws: ``DarknetError/unreadable(path:detail:)``, and what ``init(parsing:input:)`` does.
  package init(path: String, input: PixelSize? = nil) throws(DarknetError) {
    let text: String
    do {
      // A longer file is none: the largest known one has 18 kB. It may be the weights instead.
      let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
      guard size <= 1 << 20 else {
        throw DarknetError.unreadable(path: path, detail: "\(size) bytes are too many for a .cfg")
      }
      let data = try Data(contentsOf: URL(fileURLWithPath: path))
      guard let decoded = String(data: data, encoding: .utf8), !decoded.contains("\0") else {
        throw DarknetError.unreadable(path: path, detail: "it is not text")
      }
      text = decoded
    } catch let error as DarknetError {
      throw error
    } catch {
      throw .unreadable(path: path, detail: error.localizedDescription)
    }
    try self.init(parsing: text, input: input)
  }

  /// How many numbers the weights file must hold after its header.
  package var weightCount: Int {
    layers.reduce(0) { $0 + ($1.convolution?.valueCount ?? 0) }
  }
}
