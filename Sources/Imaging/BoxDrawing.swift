internal import CImaging
internal import Glibc
internal import PhotoCore

/// Boxes and names on a picture, in a colour for each class.
struct BoxDrawing {
  let size: PixelSize
  let objects: [DetectedObject]

  /// Twelve colours that are told apart on most photos, also by people who see fewer of them.
  private static let palette: [UInt32] = [
    0xE6194B, 0x3CB44B, 0xFFE119, 0x4363D8, 0xF58231, 0x911EB4, 0x46F0F0, 0xF032E6, 0xBFEF45,
    0xFABED4, 0x469990, 0xDCBEFF,
  ]

  /// A copy of `picture` with everything drawn.
  func drawn(on picture: Picture) throws(ImagingError) -> Picture {
    let fontSize = max(11, size.longestSide / 70)
    let labels = objects.map { strdup(Self.markup(for: $0)) }
    defer { labels.forEach { free($0) } }
    let empty = "".utf8CString
    return try empty.withUnsafeBufferPointer { blank throws(ImagingError) in
      let boxes = zip(objects, labels).compactMap { object, label -> mi_box? in
        guard let text = label.map({ UnsafePointer($0) }) ?? blank.baseAddress else { return nil }
        return box(for: object, text, fontSize)
      }
      return try vips("draw boxes") { words in
        boxes.withUnsafeBufferPointer {
          mi_draw_boxes(picture.handle, $0.baseAddress, $0.count, &words)
        }
      }
    }
  }

  private func box(
    for object: DetectedObject, _ label: UnsafePointer<CChar>, _ fontSize: Int
  ) -> mi_box {
    let w = Double(size.width)
    let h = Double(size.height)
    let left = Int((object.box.left * w).rounded(.down))
    let top = Int((object.box.top * h).rounded(.down))
    return mi_box(
      left: CInt(left), top: CInt(top),
      width: CInt(max(1, min(size.width - left, Int((object.box.width * w).rounded(.up))))),
      height: CInt(max(1, min(size.height - top, Int((object.box.height * h).rounded(.up))))),
      thickness: CInt(max(2, size.longestSide / 400)), colour: Self.colour(of: object.className),
      markup: label, font_size: CInt(fontSize))
  }

  /// The same class has the same colour on every picture.
  private static func colour(of name: String) -> UInt32 {
    let sum = name.utf8.reduce(5381) { ($0 &* 33) ^ Int($1) }
    return palette[abs(sum % palette.count)]
  }

  /// `person 93 %`, safe from being read as Pango markup.
  private static func markup(for object: DetectedObject) -> String {
    let name = object.className.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;")
    return "\(name) \(Percent.text(object.confidence))"
  }
}
