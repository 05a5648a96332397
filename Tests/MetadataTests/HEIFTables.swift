/// HEIF files with their tables in every version.
enum HEIFTables {
  /// A file whose `iloc` has a version, with EXIF and XMP in `mdat` or, `inside`, in `idat`.
  static func file(version: UInt8, inside: Bool, exif: [UInt8], xmp: [UInt8]) -> [UInt8] {
    let items = [[0, 0, 0, 0] + exif, xmp]
    let infoVersion: UInt8 = version == 2 ? 3 : 2
    let id: (UInt8) -> [UInt8] = { version == 2 ? [0, 0, 0, $0] : [0, $0] }
    let names = [Array("Exif\0".utf8), Array("mime\0application/rdf+xml\0".utf8)]
    let entries = zip([1, 2] as [UInt8], names).flatMap { number, name in
      box("infe", [infoVersion, 0, 0, 0] + id(number) + [0, 0] + name)
    }
    let info = box("iinf", [0, 0, 0, 0, 0, 2] + entries)
    let data = inside ? box("idat", items.flatMap { $0 }) : []
    func meta(at start: Int) -> [UInt8] {
      var table: [UInt8] = [version, 0, 0, 0, 0x44, 0x00] + id(2)
      var offset = start
      for (number, item) in zip([1, 2] as [UInt8], items) {
        table += id(number) + (version == 0 ? [] : [0, inside ? 1 : 0]) + [0, 0, 0, 1]
        table += big(offset) + big(item.count)
        offset += item.count
      }
      return box("meta", [0, 0, 0, 0] + info + box("iloc", table) + data)
    }
    let type = box("ftyp", Array("heic".utf8) + [0, 0, 0, 0] + Array("mif1".utf8))
    guard !inside else { return type + meta(at: 0) }
    return type + meta(at: type.count + meta(at: 0).count + 8) + box("mdat", items.flatMap { $0 })
  }

  static func box(_ name: String, _ payload: [UInt8]) -> [UInt8] {
    big(payload.count + 8) + Array(name.utf8) + payload
  }

  static func big(_ value: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }
  }
}
