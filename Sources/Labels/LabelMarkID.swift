internal import Catalog
package import PhotoCore

/// What a photo or a box on it is called where rows of the catalogue mean nothing: in what was measured,
/// and in files that examples are exported to.
///
///     <sha256>                     a photo
///     <sha256>#0.25,0.3,0.2,0.4    a box: left, top, width, height in fractions of the upright photo
package struct LabelMarkID: Hashable, Sendable, CustomStringConvertible {
  /// The photo's identity.
  package let sha256: ContentHash
  /// The box; nil for the photo.
  package let box: UnitBox?

  package init(sha256: ContentHash, box: UnitBox?) {
    self.sha256 = sha256
    self.box = box
  }

  /// Reads what ``description`` writes; nil for another text.
  package init?(_ text: String) {
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let hash = ContentHash(hex: String(first)) else { return nil }
    guard parts.count > 1 else {
      self.init(sha256: hash, box: nil)
      return
    }
    guard let box = UnitBox(numbers: String(parts[1])) else { return nil }
    self.init(sha256: hash, box: box)
  }

  /// The text, which reads back as the same.
  package var description: String { sha256.hex + (box.map { "#\($0.numbers)" } ?? "") }
}

extension UnitBox {
  /// Left, top, width and height with commas between, exact.
  var numbers: String { "\(left),\(top),\(width),\(height)" }

  /// - Returns: nil unless there are four numbers, inside the picture.
  init?(numbers text: String) {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let values = parts.compactMap {
      Double($0.split(whereSeparator: \.isWhitespace).joined())
    }
    guard parts.count == 4, values.count == 4 else { return nil }
    let box = UnitBox(left: values[0], top: values[1], width: values[2], height: values[3])
    // Rounding may push an edge a hair outside; more is a mistake.
    guard box.width > 0, box.height > 0, box.left >= 0, box.top >= 0, box.right <= 1 + 1e-9,
      box.bottom <= 1 + 1e-9
    else { return nil }
    self = box
  }
}
