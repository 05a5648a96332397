/// The items of a HEIF file (HEIC, AVIF) that hold metadata. Source: ISO/IEC 14496-12, 8.11.
struct HEIFItems {
  private let reader: ByteReader
  private var exifID: Int?
  private var xmpID: Int?
  private var locations: [Int: Range<Int>] = [:]

  /// More boxes and items than any camera writes; keeps hostile counts from costing time.
  private static let most = 20_000

  init(_ bytes: [UInt8]) {
    reader = ByteReader(bytes)
    guard let meta = box("meta", in: 0..<bytes.count) else { return }
    let inside = meta.dropFirst(4)
    let data = box("idat", in: inside)
    if let info = box("iinf", in: inside) { readInfo(info) }
    if let table = box("iloc", in: inside) { readLocations(table, itemData: data) }
  }

  /// The EXIF block, from its byte-order mark, and the XMP packet.
  var metadata: (exif: Range<Int>?, xmp: Range<Int>?) {
    let exif = exifID.flatMap { locations[$0] }.flatMap { range -> Range<Int>? in
      // Four bytes say how far the TIFF header is from their end.
      let part = ByteReader(reader.bytes, range)
      guard let skip = part.uint32(0), part.range(4, skip) != nil else { return nil }
      return range.dropFirst(4 + skip)
    }
    return (exif, xmpID.flatMap { locations[$0] })
  }

  /// The payload of the first box of a kind.
  private func box(_ kind: String, in range: Range<Int>) -> Range<Int>? {
    var found: Range<Int>?
    forEachBox(in: range) { name, payload in
      if found == nil, name == kind { found = payload }
    }
    return found
  }

  private func forEachBox(in range: Range<Int>, _ body: (String, Range<Int>) -> Void) {
    let part = ByteReader(reader.bytes, range)
    var offset = 0
    for _ in 0..<Self.most {
      guard var length = part.uint32(offset), offset < part.count else { return }
      var header = 8
      if length == 1 {
        guard let long = part.number(offset + 8, 8) else { return }
        length = long
        header = 16
      } else if length == 0 {
        length = part.count - offset
      }
      guard length >= header, let payload = part.range(offset + header, length - header) else {
        return
      }
      body(part.name(offset + 4), payload)
      offset += length
    }
  }

  private mutating func readInfo(_ range: Range<Int>) {
    let part = ByteReader(reader.bytes, range)
    let entries = range.dropFirst((part.byte(0) ?? 0) == 0 ? 6 : 8)
    var (exif, xmp): (Int?, Int?)
    forEachBox(in: entries) { name, payload in
      guard name == "infe" else { return }
      let entry = ByteReader(reader.bytes, payload)
      let version = entry.byte(0) ?? 0
      guard version >= 2 else { return }
      let wide = version >= 3
      guard let id = entry.number(4, wide ? 4 : 2) else { return }
      let type = wide ? 10 : 8
      if entry.name(type) == "Exif" { exif = exif ?? id }
      if entry.name(type) == "mime", isXMP(entry, after: type + 4) { xmp = xmp ?? id }
    }
    exifID = exif
    xmpID = xmp
  }

  /// Whether the content type behind the item's name is that of XMP.
  private func isXMP(_ entry: ByteReader, after offset: Int) -> Bool {
    guard let range = entry.range(offset, max(0, entry.count - offset)) else { return false }
    let strings = reader.bytes[range].split(
      separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
    return strings.count > 1 && strings[1].elementsEqual(Array("application/rdf+xml".utf8))
  }

  private mutating func readLocations(_ range: Range<Int>, itemData: Range<Int>?) {
    let part = ByteReader(reader.bytes, range)
    guard let version = part.byte(0), version <= 2, let sizes = part.uint16(4) else { return }
    let offsetSize = sizes >> 12
    let lengthSize = sizes >> 8 & 15
    let baseSize = sizes >> 4 & 15
    let indexSize = version > 0 ? sizes & 15 : 0
    let idSize = version < 2 ? 2 : 4
    guard let count = part.number(6, idSize), count <= Self.most else { return }
    var at = 6 + idSize
    for _ in 0..<count {
      guard let id = part.number(at, idSize) else { return }
      at += idSize
      var method = 0
      if version > 0 {
        method = (part.uint16(at) ?? 0) & 15
        at += 2
      }
      let base = part.number(at + 2, baseSize) ?? 0
      at += 2 + baseSize
      guard let extents = part.uint16(at) else { return }
      at += 2
      // Metadata lie in one piece; of pictures in many, only the way past them matters.
      if extents == 1 {
        let offset = part.number(at + indexSize, offsetSize) ?? 0
        guard let length = part.number(at + indexSize + offsetSize, lengthSize) else { return }
        locations[id] = place(
          offset: offset, base: base, length: length, method: method, itemData: itemData)
      }
      at += extents * (indexSize + offsetSize + lengthSize)
    }
  }

  /// Method 0 counts from the start of the file, 1 from the start of `idat`.
  private func place(
    offset: Int, base: Int, length: Int, method: Int, itemData: Range<Int>?
  ) -> Range<Int>? {
    let (sum, overflow) = offset.addingReportingOverflow(base)
    guard !overflow else { return nil }
    switch method {
    case 0: return reader.range(sum, length)
    case 1: return itemData.flatMap { ByteReader(reader.bytes, $0).range(sum, length) }
    default: return nil
    }
  }
}
