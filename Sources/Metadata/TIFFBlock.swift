/// The tags that are read, by their names in EXIF 2.32, TIFF 6.0 and DNG 1.6.
enum Tag {
  static let compression = 0x0103
  static let photometric = 0x0106
  static let make = 0x010F
  static let model = 0x0110
  static let stripOffsets = 0x0111
  static let orientation = 0x0112
  static let stripByteCounts = 0x0117
  static let dateTime = 0x0132
  static let subDirectories = 0x014A
  static let jpegOffset = 0x0201
  static let jpegLength = 0x0202
  static let xmp = 0x02BC
  static let jpgFromRaw = 0x002E
  static let exif = 0x8769
  static let gps = 0x8825
  static let dngVersion = 0xC612
  static let dateTimeOriginal = 0x9003
  static let dateTimeDigitized = 0x9004
  static let offsetTime = 0x9010
  static let offsetTimeOriginal = 0x9011
  static let offsetTimeDigitized = 0x9012
  static let subSecTime = 0x9290
  static let subSecTimeOriginal = 0x9291
  static let subSecTimeDigitized = 0x9292
}

/// The directories of a TIFF structure: a TIFF file, or the EXIF block of any other format.
struct TIFFBlock {
  let reader: ByteReader
  /// The offset of the first directory.
  let first: Int

  /// More entries than any camera writes; keeps a hostile count from costing time.
  private static let mostEntries = 1024

  /// - Returns: nil where the bytes do not begin like a TIFF.
  init?(_ bytes: [UInt8], _ range: Range<Int>) {
    var reader = ByteReader(bytes, range)
    if reader.has("II", at: 0) {
      reader.littleEndian = true
    } else if !reader.has("MM", at: 0) {
      return nil
    }
    // 42, or the marks of RW2 (0x55) and ORF (`RO`, `RS`), which are TIFFs otherwise.
    guard let mark = reader.uint16(2), [42, 0x55, 0x4F52, 0x5352].contains(mark),
      let first = reader.uint32(4)
    else { return nil }
    self.reader = reader
    self.first = first
  }

  struct Entry {
    let type: Int
    let count: Int
    /// The offset of the value within the block.
    let offset: Int
    /// The offset of the entry itself.
    let position: Int
  }

  /// A directory with access to its values.
  struct Directory {
    let block: TIFFBlock
    /// Where the directory is within the block.
    let offset: Int
    /// The number of entries, sound or not.
    let count: Int
    /// The sound entries; of several with one tag the first.
    let entries: [Int: Entry]
    /// The offset of the directory that follows; 0 for none.
    let next: Int
  }

  /// The directory at `offset`; nil where there is none.
  func directory(at offset: Int) -> Directory? {
    guard offset > 0, let count = reader.uint16(offset), count > 0, count <= Self.mostEntries
    else { return nil }
    var entries: [Int: Entry] = [:]
    for index in 0..<count {
      let position = offset + 2 + index * 12
      guard let tag = reader.uint16(position), let type = reader.uint16(position + 2),
        let values = reader.uint32(position + 4), let width = Self.width(ofType: type)
      else { continue }
      let (length, overflow) = values.multipliedReportingOverflow(by: width)
      guard !overflow else { continue }
      let place = length <= 4 ? position + 8 : reader.uint32(position + 8) ?? -1
      guard reader.range(place, length) != nil, entries[tag] == nil else { continue }
      entries[tag] = Entry(type: type, count: values, offset: place, position: position)
    }
    return Directory(
      block: self, offset: offset, count: count, entries: entries,
      next: reader.uint32(offset + 2 + count * 12) ?? 0)
  }

  /// The bytes that one value takes; nil for types that TIFF does not know.
  static func width(ofType type: Int) -> Int? {
    switch type {
    case 1, 2, 6, 7: 1
    case 3, 8: 2
    case 4, 9, 11, 13: 4
    case 5, 10, 12: 8
    default: nil
    }
  }

  /// The directories that a directory points to, at most 16.
  func subDirectories(of directory: Directory) -> [Directory] {
    guard let entry = directory.entries[Tag.subDirectories] else { return [] }
    return (0..<min(entry.count, 16)).compactMap { index in
      reader.uint32(entry.offset + index * 4).flatMap { self.directory(at: $0) }
    }
  }

  /// The first directory and those that follow it, at most 16, each once.
  var chain: [Directory] {
    var seen: Set<Int> = []
    var offset = first
    var found: [Directory] = []
    while found.count < 16, seen.insert(offset).inserted, let directory = directory(at: offset) {
      found.append(directory)
      offset = directory.next
    }
    return found
  }
}

extension TIFFBlock.Directory {
  /// An unsigned whole number (BYTE, SHORT or LONG); nil for other types.
  func number(_ tag: Int, index: Int = 0) -> Int? {
    guard let entry = entries[tag], index < entry.count else { return nil }
    return switch entry.type {
    case 1, 7: block.reader.number(entry.offset + index, 1)
    case 3: block.reader.uint16(entry.offset + index * 2)
    case 4, 13: block.reader.uint32(entry.offset + index * 4)
    default: nil
    }
  }

  /// Text without its trailing NULs and blanks; nil where nothing is left.
  func text(_ tag: Int) -> String? {
    guard let entry = entries[tag], [1, 2, 7].contains(entry.type), entry.count <= 65_536,
      let range = block.reader.range(entry.offset, entry.count)
    else { return nil }
    let bytes = block.reader.bytes[range].prefix { $0 != 0 }
    let text = String(decoding: bytes, as: UTF8.self)
    let trimmed = text.drop { $0.isWhitespace }
    let end = trimmed.lastIndex { !$0.isWhitespace }
    return end.map { String(trimmed[...$0]) }
  }

  /// Unsigned or signed fractions; nil where one of them has a zero denominator.
  func fractions(_ tag: Int, count: Int) -> [Double]? {
    guard let entry = entries[tag], entry.type == 5 || entry.type == 10, entry.count >= count
    else { return nil }
    var values: [Double] = []
    for index in 0..<count {
      guard let numerator = block.reader.uint32(entry.offset + index * 8),
        let denominator = block.reader.uint32(entry.offset + index * 8 + 4), denominator != 0
      else { return nil }
      let signed = entry.type == 10
      let n = signed ? Double(Int32(truncatingIfNeeded: numerator)) : Double(numerator)
      let d = signed ? Double(Int32(truncatingIfNeeded: denominator)) : Double(denominator)
      values.append(n / d)
    }
    return values
  }

  /// The absolute range of a tag's value.
  func range(_ tag: Int) -> Range<Int>? {
    guard let entry = entries[tag], [1, 2, 7].contains(entry.type) else { return nil }
    return block.reader.range(entry.offset, entry.count)
  }

  /// The directory that a tag points to.
  func directory(_ tag: Int) -> TIFFBlock.Directory? {
    number(tag).flatMap { block.directory(at: $0) }
  }
}
