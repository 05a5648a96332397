public import PhotoCore

/// What a file is, judged by its content alone; its name plays no part.
public enum FileKind: Hashable, Sendable {
  /// A picture that Meridian reads.
  case picture(PictureFormat)
  /// Something else, with its usual short name (`mp4`, `pdf`).
  case other(String)
  /// Nothing known.
  case unknown

  /// How many bytes of the file ``sniff(_:)`` looks at.
  public static let prefixLength = 64

  /// Judges a file by its first ``prefixLength`` bytes (fewer for a shorter file).
  ///
  /// A camera RAW built on TIFF is ``PictureFormat/tiff`` here; see ``isRawTIFF(_:)``.
  public static func sniff(_ prefix: [UInt8]) -> FileKind {
    let reader = ByteReader(prefix)
    for (signature, kind) in signatures where reader.has(signature, at: 0) { return kind }
    if reader.has("RIFF", at: 0) { return riff(reader) }
    if reader.has("ftyp", at: 4) { return isoMedia(reader) }
    return isMarkup(prefix) ?? .unknown
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
    (Array("BM".utf8), .other("bmp")),
    (Array("8BPS".utf8), .other("psd")),
    (Array("%PDF".utf8), .other("pdf")),
    ([0x50, 0x4B, 0x03, 0x04], .other("zip")),
    ([0x1F, 0x8B], .other("gzip")),
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

  private static func isMarkup(_ prefix: [UInt8]) -> FileKind? {
    let text = String(decoding: prefix, as: UTF8.self).lowercased()
    let trimmed = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    if trimmed.hasPrefix("<svg") || (trimmed.hasPrefix("<?xml") && text.contains("<svg")) {
      return .other("svg")
    }
    return nil
  }

  /// Whether a TIFF is a camera's RAW file, whose own image data are not pixels yet.
  ///
  /// DNG says so itself (tag 0xC612), CR2 with `CR` at byte 8; NEF, ARW, PEF and the like are TIFFs
  /// by a camera maker whose first directory is only a small preview and whose real picture is in a
  /// sub-directory that is compressed or filtered in ways of their own.
  public static func isRawTIFF(_ bytes: [UInt8]) -> Bool {
    let reader = ByteReader(bytes)
    if reader.has("CR", at: 8) { return true }
    guard let tiff = TIFFBlock(bytes, 0..<bytes.count), let first = tiff.directory(at: tiff.first)
    else { return false }
    if first.entries[Tag.dngVersion] != nil { return true }
    guard first.entries[Tag.make] != nil, first.entries[Tag.subDirectories] != nil else {
      return false
    }
    return tiff.subDirectories(of: first).contains { directory in
      directory.number(Tag.photometric) == 32_803  // colour filter array
    }
  }
}
