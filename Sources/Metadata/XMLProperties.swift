/// The attributes and the plain text elements of an XML document, found in one pass.
///
/// Not a parser: no entities, no document type, no tree, no recursion. Whatever is not well formed
/// ends the pass. Comments, CDATA and processing instructions are skipped.
struct XMLProperties {
  /// An attribute, or an element that holds nothing but text.
  struct Property {
    /// The name as written, `exif:GPSLatitude`.
    let name: String
    /// Where the value stands in the file.
    let value: Range<Int>
  }

  /// In the order of the document.
  private(set) var all: [Property] = []

  private let bytes: [UInt8]
  private let end: Int

  /// More properties than any packet has; keeps a hostile one from costing memory.
  private static let most = 50_000
  /// Longer names are nobody's.
  private static let longestName = 64

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    end = min(range.upperBound, bytes.count)
    var at = max(0, range.lowerBound)
    while at < end, all.count < Self.most, let open = first(of: 0x3C, from: at) {
      guard let next = afterTag(open) else { return }
      at = next
    }
  }

  /// Reads the tag that opens at `open` and gives the place behind it; nil where it never ends.
  private mutating func afterTag(_ open: Int) -> Int? {
    for (start, stop) in [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">")]
    where has(start, at: open) {
      return place(after: stop, from: open + start.utf8.count)
    }
    if has("</", at: open) { return place(after: ">", from: open) }
    return afterElement(open)
  }

  private mutating func afterElement(_ open: Int) -> Int? {
    let nameEnd = endOfName(open + 1)
    guard let close = readAttributes(from: nameEnd) else { return nil }
    guard bytes[close - 1] != 0x2F, let next = first(of: 0x3C, from: close + 1) else {
      return close + 1
    }
    if has("</", at: next) { add(open + 1..<nameEnd, close + 1..<next) }
    return next
  }

  /// Gives the place of the `>`.
  private mutating func readAttributes(from start: Int) -> Int? {
    var at = start
    while true {
      while at < end, bytes[at].isBlank || bytes[at] == 0x2F { at += 1 }
      guard at < end else { return nil }
      if bytes[at] == 0x3E { return at }
      let name = at..<endOfName(at)
      at = skipBlanks(name.upperBound)
      guard at < end, bytes[at] == 0x3D else { return nil }
      at = skipBlanks(at + 1)
      guard at < end, bytes[at] == 0x22 || bytes[at] == 0x27,
        let close = first(of: bytes[at], from: at + 1)
      else { return nil }
      add(name, at + 1..<close)
      at = close + 1
    }
  }

  private mutating func add(_ name: Range<Int>, _ value: Range<Int>) {
    guard (1...Self.longestName).contains(name.count) else { return }
    all.append(Property(name: String(decoding: bytes[name], as: UTF8.self), value: value))
  }

  private func endOfName(_ start: Int) -> Int {
    var at = start
    while at < end, !bytes[at].isBlank, ![0x2F, 0x3D, 0x3E, 0x3C].contains(bytes[at]) { at += 1 }
    return at
  }

  private func skipBlanks(_ start: Int) -> Int {
    var at = start
    while at < end, bytes[at].isBlank { at += 1 }
    return at
  }

  private func first(of byte: UInt8, from start: Int) -> Int? {
    guard start < end else { return nil }
    return bytes[start..<end].firstIndex(of: byte)
  }

  private func has(_ text: String, at place: Int) -> Bool {
    let wanted = text.utf8
    return place + wanted.count <= end
      && bytes[place..<place + wanted.count].elementsEqual(wanted)
  }

  private func place(after text: String, from start: Int) -> Int? {
    guard let head = text.utf8.first else { return nil }
    var at = start
    while let hit = first(of: head, from: at) {
      if has(text, at: hit) { return hit + text.utf8.count }
      at = hit + 1
    }
    return nil
  }
}

extension UInt8 {
  /// Space, tab, line feed and carriage return.
  var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}
