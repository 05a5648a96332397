/// The segments in front of a JPEG's picture data. Source: ITU-T T.81, annex B.
enum JPEGSegments {
  /// More segments and fill bytes than any writer puts there; keeps hostile ones from costing time.
  private static let mostSteps = 1024

  /// Calls `body` with each segment's marker and the range of its payload, up to the first scan.
  ///
  /// - Returns: where the scan begins, behind its marker; nil where there is none.
  @discardableResult
  static func forEach(in reader: ByteReader, _ body: (UInt8, Range<Int>) -> Void) -> Int? {
    var offset = 2
    for _ in 0..<mostSteps {
      guard reader.byte(offset) == 0xFF, let marker = reader.byte(offset + 1) else { return nil }
      switch marker {
      case 0xFF: offset += 1  // fill byte
      case 0x01, 0xD0...0xD8: offset += 2  // without a payload
      case 0xDA: return reader.start + offset + 2
      case 0xD9: return nil
      default:
        guard let length = reader.uint16(offset + 2), length >= 2,
          let range = reader.range(offset + 4, length - 2)
        else { return nil }
        body(marker, range)
        offset += 2 + length
      }
    }
    return nil
  }

  /// Where the scans that begin at `start` end: behind the end marker, or where another picture
  /// begins or the bytes end without one.
  static func endOfScans(in bytes: [UInt8], from start: Int) -> Int {
    var at = start
    while at < bytes.count, let mark = bytes[at...].firstIndex(of: 0xFF), mark + 1 < bytes.count {
      switch bytes[mark + 1] {
      case 0xD9: return mark + 2
      case 0xD8: return mark
      case 0xFF: at = mark + 1
      default: at = mark + 2  // a stuffed byte, a restart, or a segment between two scans
      }
    }
    return bytes.count
  }
}
