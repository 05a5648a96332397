internal import PhotoCore

/// Where a file keeps its EXIF and XMP, as ranges of the file's bytes.
struct MetadataBlocks {
  /// TIFF structures, beginning at their byte-order mark.
  var exif: Range<Int>?
  /// XMP packets, as XML.
  var xmp: Range<Int>?

  init(_ bytes: [UInt8], format: PictureFormat) {
    switch format {
    case .jpeg: findInJPEG(ByteReader(bytes))
    case .png: findInPNG(bytes)
    case .webp: findInWebP(bytes)
    case .tiff: exif = 0..<bytes.count
    case .raw: findInRaw(bytes)
    case .heic, .avif: (exif, xmp) = HEIFItems(bytes).metadata
    case .gif: break
    }
    if xmp == nil, let exif { xmp = TIFFBlock(bytes, exif)?.chain.first?.range(Tag.xmp) }
  }

  private mutating func findInJPEG(_ reader: ByteReader) {
    JPEGSegments.forEach(in: reader) { marker, range in
      guard marker == 0xE1 else { return }
      let segment = ByteReader(reader.bytes, range)
      if exif == nil, segment.has("Exif\0", at: 0) {
        exif = range.dropFirst(6)
      } else if xmp == nil, segment.has("http://ns.adobe.com/xap/1.0/\0", at: 0) {
        xmp = range.dropFirst(29)
      }
    }
  }

  private mutating func findInPNG(_ bytes: [UInt8]) {
    let reader = ByteReader(bytes)
    var offset = 8
    for _ in 0..<10_000 {
      guard let length = reader.uint32(offset), let range = reader.range(offset + 8, length) else {
        return
      }
      switch reader.name(offset + 4) {
      case "eXIf": exif = exif ?? Self.withoutPrefix(bytes, range)
      case "iTXt": xmp = xmp ?? Self.packet(inText: bytes, range)
      case "IEND": return
      default: break
      }
      offset += 12 + length
    }
  }

  /// The XMP of an `iTXt` chunk: keyword, two bytes that say not compressed, language, translated
  /// keyword, text. Nobody compresses it, since the XMP specification forbids it.
  private static func packet(inText bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    let keyword = Array("XML:com.adobe.xmp\0\0\0".utf8)
    guard ByteReader(bytes, range).has(keyword, at: 0) else { return nil }
    var text = range.dropFirst(keyword.count)
    for _ in 0..<2 {
      guard let end = bytes[text].firstIndex(of: 0) else { return nil }
      text = end + 1..<text.upperBound
    }
    return text
  }

  /// Some writers put JPEG's `Exif\0\0` in front.
  private static func withoutPrefix(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    ByteReader(bytes, range).has("Exif\0\0", at: 0) ? range.dropFirst(6) : range
  }

  private mutating func findInWebP(_ bytes: [UInt8]) {
    var reader = ByteReader(bytes)
    reader.littleEndian = true
    var offset = 12
    for _ in 0..<10_000 {
      guard let length = reader.uint32(offset + 4),
        let range = reader.range(offset + 8, length)
      else { return }
      switch reader.name(offset) {
      case "EXIF": exif = exif ?? Self.withoutPrefix(bytes, range)
      case "XMP ": xmp = xmp ?? range
      default: break
      }
      offset += 8 + length + length % 2
    }
  }

  private mutating func findInRaw(_ bytes: [UInt8]) {
    // RAF keeps its metadata in its preview, like every JPEG.
    if ByteReader(bytes).has("FUJIFILMCCD-RAW", at: 0) {
      guard let preview = EmbeddedPreview.jpegRange(in: bytes) else { return }
      findInJPEG(ByteReader(bytes, preview))
    } else {
      exif = 0..<bytes.count
    }
  }
}

extension Range<Int> {
  func dropFirst(_ count: Int) -> Range<Int> {
    Swift.min(lowerBound + count, upperBound)..<upperBound
  }
}
