/// A TIFF of any shape, byte by byte: directories that follow each other, point to each other, or
/// lie.
struct TIFFFixture {
  struct Entry {
    let tag: UInt16
    let type: UInt16
    let count: UInt32
    /// Four bytes of value or offset.
    let value: [UInt8]
  }

  private(set) var bytes: [UInt8]

  /// A little-endian header whose first directory is at byte 8.
  init(mark: [UInt8] = [42, 0]) {
    bytes = Array("II".utf8) + mark + Self.four(8)
  }

  /// The offset of what is added next.
  var end: Int { bytes.count }

  mutating func add(_ data: [UInt8]) {
    bytes += data
  }

  mutating func addDirectory(_ entries: [Entry], next: Int = 0) {
    bytes += [UInt8(entries.count & 255), UInt8(entries.count >> 8)]
    for entry in entries {
      bytes += Self.two(entry.tag) + Self.two(entry.type)
      bytes += Self.four(Int(entry.count)) + entry.value
    }
    bytes += Self.four(next)
  }

  /// The length of a directory with so many entries.
  static func length(_ entries: Int) -> Int { 2 + entries * 12 + 4 }

  static func short(_ tag: UInt16, _ value: UInt16) -> Entry {
    Entry(tag: tag, type: 3, count: 1, value: two(value) + [0, 0])
  }

  static func long(_ tag: UInt16, _ value: Int) -> Entry {
    Entry(tag: tag, type: 4, count: 1, value: four(value))
  }

  static func text(_ tag: UInt16, _ value: String) -> Entry {
    let bytes = Array(value.utf8.prefix(3)) + [0]
    return Entry(
      tag: tag, type: 2, count: UInt32(bytes.count),
      value: bytes + [UInt8](repeating: 0, count: 4 - bytes.count))
  }

  static func at(_ tag: UInt16, type: UInt16, count: Int, offset: Int) -> Entry {
    Entry(tag: tag, type: type, count: UInt32(truncatingIfNeeded: count), value: four(offset))
  }

  static func two(_ value: UInt16) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8)] }

  static func four(_ value: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}

/// JPEGs that read like real ones as far as their headers go.
enum JPEGFixture {
  /// - Parameters:
  ///   - frame: the marker of the frame header: 0xC0 baseline, 0xC2 progressive, 0xC3 lossless.
  ///   - thumbnail: a JPEG that stands in a segment of its own, as in EXIF.
  static func file(frame: UInt8 = 0xC0, scan: Int, thumbnail: [UInt8] = []) -> [UInt8] {
    var bytes: [UInt8] = [0xFF, 0xD8]
    if !thumbnail.isEmpty {
      let length = thumbnail.count + 2
      bytes += [0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 255)] + thumbnail
    }
    bytes += [0xFF, frame, 0, 4, 8, 0, 0xFF, 0xDA, 0, 4, 1, 0]
    // Stuffed 0xFF and a restart marker, as picture data have them.
    return bytes + [0xFF, 0x00, 0xFF, 0xD0] + [UInt8](repeating: 0x55, count: scan) + [0xFF, 0xD9]
  }
}
