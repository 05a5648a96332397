package import Foundation
package import PhotoCore

/// What a label needs from one photo.
package struct ViewRequest: Hashable, Sendable, Codable {
  /// The least side of a box, in pixels of the photo: below, a crop of 64 pixels would be made of what
  /// is not there.
  package static let leastSide = 16

  /// The original, only read.
  package let source: FilePath
  /// The photo's identity: other bytes are not looked at.
  package let sha256: ContentHash
  /// Where to look, in fractions of the upright photo; nil for all of it.
  package let boxes: [UnitBox?]
  /// Whether the pixels are wanted, as ``LabelView/crop`` has them.
  package let wantsCrops: Bool
  /// Whether the scene network's embeddings are wanted.
  package let wantsEmbeddings: Bool
  /// The folder of a network that tells `yes` from `no`; nil for none.
  package let network: FilePath?

  package init(
    source: FilePath, sha256: ContentHash, boxes: [UnitBox?], wantsCrops: Bool = false,
    wantsEmbeddings: Bool = false, network: FilePath? = nil
  ) {
    self.source = source
    self.sha256 = sha256
    self.boxes = boxes
    self.wantsCrops = wantsCrops
    self.wantsEmbeddings = wantsEmbeddings
    self.network = network
  }
}

/// What the worker found of it.
package enum ViewReply: Hashable, Sendable, Codable {
  /// A view for each box of the order, and the id of the scene network that gave the embeddings; nil
  /// where none were wanted.
  case seen([LabelView], model: String?)
  /// The file is no longer there.
  case gone
  /// The file holds other bytes than the photo's.
  case changed
  /// The photo cannot be looked at, with a sentence why.
  case failed(String)
}

/// One box, or one photo, as learners see it.
package struct LabelView: Hashable, Sendable, Codable {
  /// How many of the photo's own pixels it has.
  package let size: PixelSize
  /// ``cropSide`` × ``cropSide`` × 3 samples of sRGB, red first, rows from the top; nil where not wanted
  /// or too small.
  package let crop: Data?
  /// What the scene network sees; nil where not wanted or too small.
  package let embedding: EmbeddingBytes?
  /// How probable the order's network takes it to be `yes`, 0...1; nil where not wanted or too small.
  package let probability: Double?

  /// The side of a crop, in pixels.
  package static let cropSide = 64

  /// Whether it has too few pixels to be looked at.
  package var isTooSmall: Bool { size.shortestSide < ViewRequest.leastSide }
}
