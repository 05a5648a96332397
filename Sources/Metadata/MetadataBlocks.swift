internal import PhotoCore

/// Where a file keeps its EXIF and XMP, as ranges of the file's bytes.
struct MetadataBlocks {
  /// TIFF structures, beginning at their byte-order mark.
  var exif: Range<Int>?
  /// XMP packets, as XML.
  var xmp: Range<Int>?

  init(_ bytes: [UInt8], format: PictureFormat) {
    switch format {
    case .jpeg: findInJPEG(bytes)
    case .png: findInPNG(bytes)
    case .webp: findInWebP(bytes)
    case .tiff: exif = 0..<bytes.count
    case .raw: findInRaw(bytes)
    case .heic, .avif: (exif, xmp) = HEIFItems(bytes).metadata
    case .gif: break
    }
    if xmp == nil, let exif { xmp = TIFFBlock(bytes, exif)?.chain.first?.range(Tag.xmp) }
  }

  private mutating func findInJPEG(_ bytes: [UInt8]) {
    JPEGSegments.forEach(in: ByteReader(bytes)) { marker, range in
      guard marker == 0xE1 else { return }
      let segment = ByteReader(bytes, range)
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
      case "eXIf": exif = exif ?? range
      case "iTXt" where ByteReader(bytes, range).has("XML:com.adobe.xmp\0\0\0\0\0", at: 0):
        xmp = xmp ?? range.dropFirst(22)
      case "IEND": return
      default: break
      }
      offset += 12 + length
    }
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
      case "EXIF":
        // Some writers put JPEG's `Exif\0\0` in front.
        let prefixed = ByteReader(bytes, range).has("Exif\0\0", at: 0)
        exif = exif ?? (prefixed ? range.dropFirst(6) : range)
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
      let inner = MetadataBlocks(Array(bytes[preview]), format: .jpeg)
      exif = inner.exif.map { $0.shifted(by: preview.lowerBound) }
      xmp = inner.xmp.map { $0.shifted(by: preview.lowerBound) }
    } else {
      exif = 0..<bytes.count
    }
  }
}

extension Range<Int> {
  func dropFirst(_ count: Int) -> Range<Int> {
    Swift.min(lowerBound + count, upperBound)..<upperBound
  }

  func shifted(by offset: Int) -> Range<Int> {
    lowerBound + offset..<upperBound + offset
  }
}

/// The segments in front of a JPEG's picture data.
enum JPEGSegments {
  /// Calls `body` with each segment's marker and the range of its payload, up to the first scan.
  static func forEach(in reader: ByteReader, _ body: (UInt8, Range<Int>) -> Void) {
    var offset = 2
    while let mark = reader.byte(offset), mark == 0xFF, let marker = reader.byte(offset + 1) {
      if marker == 0xFF {  // fill byte
        offset += 1
        continue
      }
      if marker == 0xDA || marker == 0xD9 { return }
      if marker == 0x01 || (0xD0...0xD8).contains(marker) {  // without a payload
        offset += 2
        continue
      }
      guard let length = reader.uint16(offset + 2), length >= 2,
        let range = reader.range(offset + 4, length - 2)
      else { return }
      body(marker, range)
      offset += 2 + length
    }
  }
}
