/// Bounds-checked reading of a part of a file: every read outside gives nil, none can trap.
struct ByteReader {
  let bytes: [UInt8]
  /// Where offsets count from.
  let start: Int
  /// The first byte that no longer belongs to the part.
  let end: Int
  var littleEndian = false

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    start = max(0, min(range.lowerBound, bytes.count))
    end = max(start, min(range.upperBound, bytes.count))
  }

  init(_ bytes: [UInt8]) {
    self.init(bytes, 0..<bytes.count)
  }

  var count: Int { end - start }

  /// The absolute range of `length` bytes at `offset`; nil where they do not fit.
  func range(_ offset: Int, _ length: Int) -> Range<Int>? {
    guard offset >= 0, length >= 0, offset <= count, length <= count - offset else { return nil }
    return start + offset..<start + offset + length
  }

  func byte(_ offset: Int) -> UInt8? {
    range(offset, 1).map { bytes[$0.lowerBound] }
  }

  /// An unsigned number of 1 to 8 bytes; nil outside, or where it exceeds `Int`.
  func number(_ offset: Int, _ length: Int) -> Int? {
    guard let range = range(offset, length) else { return nil }
    var value: UInt64 = 0
    for index in range {
      let at = littleEndian ? range.upperBound - 1 - (index - range.lowerBound) : index
      value = value << 8 | UInt64(bytes[at])
    }
    return Int(exactly: value)
  }

  func uint16(_ offset: Int) -> Int? { number(offset, 2) }
  func uint32(_ offset: Int) -> Int? { number(offset, 4) }

  /// Whether the bytes at `offset` are those of `text`.
  func has(_ text: String, at offset: Int) -> Bool {
    has(Array(text.utf8), at: offset)
  }

  func has(_ wanted: [UInt8], at offset: Int) -> Bool {
    guard let range = range(offset, wanted.count) else { return false }
    return bytes[range].elementsEqual(wanted)
  }

  /// Four bytes as text, such as a chunk's name; empty outside.
  func name(_ offset: Int) -> String {
    range(offset, 4).map { String(decoding: bytes[$0], as: UTF8.self) } ?? ""
  }
}
