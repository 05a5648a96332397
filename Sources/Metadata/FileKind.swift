package import PhotoCore

/// The format of a file, detected from its content alone, never from its name.
package enum FileKind: Hashable, Sendable {
  /// A picture that Meridian reads.
  case picture(PictureFormat)
  /// Something else, with its usual short name (`mp4`, `pdf`).
  case other(String)
  /// Nothing known.
  case unknown

  /// How many bytes of the file ``sniff(_:)`` looks at.
  package static let prefixLength = 1024

  /// Judges a file by its first ``prefixLength`` bytes (fewer for a shorter file).
  ///
  /// A camera RAW built on TIFF is ``PictureFormat/tiff`` here; see ``isRawTIFF(_:)``.
  package static func sniff(_ prefix: [UInt8]) -> FileKind {
    let reader = ByteReader(prefix)
    for (signature, kind) in signatures where reader.has(signature, at: 0) { return kind }
    if reader.has("RIFF", at: 0) { return riff(reader) }
    if reader.has("ftyp", at: 4) { return isoMedia(reader) }
    // QuickTime before it had brands begins with any of these.
    if ["moov", "mdat", "wide", "pnot"].contains(reader.name(4)) { return .other("mov") }
    // Two letters begin many a text: only with the reserved zeros of its header.
    if reader.has("BM", at: 0), reader.has([0, 0, 0, 0], at: 6) { return .other("bmp") }
    return markup(prefix) ?? .unknown
  }

  /// Sources: the formats' specifications; libmagic's list for the others.
  private static let signatures: [([UInt8], FileKind)] = [
    ([0xFF, 0xD8, 0xFF], .picture(.jpeg)),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .picture(.png)),
    (Array("GIF87a".utf8), .picture(.gif)),
    (Array("GIF89a".utf8), .picture(.gif)),
    (Array("FUJIFILMCCD-RAW".utf8), .picture(.raw)),
    (Array("IIRO".utf8), .picture(.raw)),
    (Array("IIRS".utf8), .picture(.raw)),
    (Array("MMOR".utf8), .picture(.raw)),
    ([0x49, 0x49, 0x55, 0x00], .picture(.raw)),
    ([0x49, 0x49, 0x2A, 0x00], .picture(.tiff)),
    ([0x4D, 0x4D, 0x00, 0x2A], .picture(.tiff)),
    ([0x49, 0x49, 0x2B, 0x00], .picture(.tiff)),
    ([0x4D, 0x4D, 0x00, 0x2B], .picture(.tiff)),
    ([0x00, 0x05, 0x16, 0x07], .other("appledouble")),
    (Array("8BPS".utf8), .other("psd")),
    (Array("%PDF".utf8), .other("pdf")),
    ([0x50, 0x4B, 0x03, 0x04], .other("zip")),
    ([0x1F, 0x8B], .other("gzip")),
    (Array("Rar!".utf8), .other("rar")),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .other("7z")),
    ([0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11], .other("wmv")),
    (Array("FLV\u{1}".utf8), .other("flv")),
    (Array("gimp xcf".utf8), .other("xcf")),
    (Array("%!PS".utf8), .other("ps")),
    ([0x00, 0x00, 0x01, 0x00], .other("ico")),
    ([0x00, 0x00, 0x00, 0x01, 0x42, 0x75, 0x64, 0x31], .other("ds_store")),
    ([0x1A, 0x45, 0xDF, 0xA3], .other("mkv")),
    (Array("OggS".utf8), .other("ogg")),
    (Array("ID3".utf8), .other("mp3")),
    (Array("fLaC".utf8), .other("flac")),
    ([0x00, 0x00, 0x01, 0xBA], .other("mpeg")),
    ([0x00, 0x00, 0x01, 0xB3], .other("mpeg")),
    ([0xFF, 0x0A], .other("jxl")),
    ([0x00, 0x00, 0x00, 0x0C, 0x4A, 0x58, 0x4C, 0x20], .other("jxl")),
    ([0x00, 0x00, 0x00, 0x0C, 0x6A, 0x50, 0x20, 0x20], .other("jp2")),
    (Array("SQLite format 3".utf8), .other("sqlite")),
    ([0x7F, 0x45, 0x4C, 0x46], .other("elf")),
  ]

  private static func riff(_ reader: ByteReader) -> FileKind {
    switch reader.name(8) {
    case "WEBP": .picture(.webp)
    case "AVI ": .other("avi")
    case "WAVE": .other("wav")
    default: .other("riff")
    }
  }

  /// ISO base media: the major brand decides, then the compatible ones (`mif1` says little).
  private static func isoMedia(_ reader: ByteReader) -> FileKind {
    let length = min(reader.uint32(0) ?? 0, reader.count)
    let brands = [reader.name(8)] + stride(from: 16, to: max(16, length), by: 4).map(reader.name)
    for brand in brands {
      switch brand {
      case "avif", "avis": return .picture(.avif)
      case "heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs": return .picture(.heic)
      case "crx ": return .other("cr3")
      default: continue
      }
    }
    if brands.contains("mif1") || brands.contains("msf1") { return .picture(.heic) }
    return .other(brands[0] == "qt  " ? "mov" : "mp4")
  }

  private static func markup(_ prefix: [UInt8]) -> FileKind? {
    let text = String(decoding: prefix.prefix(prefixLength), as: UTF8.self).lowercased()
    let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    if start.hasPrefix("<x:xmpmeta") || start.hasPrefix("<?xpacket") { return .other("xmp") }
    guard start.hasPrefix("<svg") || start.hasPrefix("<?xml") || start.hasPrefix("<!--") else {
      return nil
    }
    if text.contains("<svg") { return .other("svg") }
    return start.hasPrefix("<?xml") ? .other("xml") : nil
  }

  /// Whether a TIFF is a camera's RAW file, whose own image data are not pixels yet.
  ///
  /// DNG says so itself (tag 0xC612), CR2 with `CR` at byte 8; NEF, ARW and the like are TIFFs by a
  /// camera maker, of which one directory holds a colour filter array or bears the maker's own
  /// compression. The directories can be anywhere, so this takes the whole file.
  package static func isRawTIFF(_ bytes: [UInt8]) -> Bool {
    guard let tiff = TIFFBlock(bytes, 0..<bytes.count), let first = tiff.directory(at: tiff.first)
    else { return false }
    if first.entries[Tag.dngVersion] != nil || tiff.reader.has("CR", at: 8) { return true }
    guard first.entries[Tag.make] != nil else { return false }
    return ([first] + tiff.subDirectories(of: first)).contains { directory in
      directory.number(Tag.photometric) == colourFilterArray
        || directory.number(Tag.compression).map(makersCompressions.contains) == true
    }
  }

  /// Source: TIFF/EP, ISO 12234-2.
  private static let colourFilterArray = 32_803
  /// Sony's and Nikon's. Source: libtiff, `tiff.h`, and ExifTool's list of compressions.
  private static let makersCompressions: Set<Int> = [32_767, 34_713]
}
