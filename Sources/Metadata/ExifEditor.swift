internal import PhotoCore

/// Changes the metadata of a JPEG in place: nothing moves, everything else stays as it was.
///
/// For copies that are exported; originals are never written.
public enum ExifEditor {
  /// The same JPEG, saying that it is stored upright.
  ///
  /// Bytes without EXIF or with broken EXIF are given back as they are.
  public static func settingUpright(_ bytes: [UInt8]) -> [UInt8] {
    var edited = bytes
    let blocks = MetadataBlocks(bytes, format: .jpeg)
    if let range = blocks.exif, let block = TIFFBlock(bytes, range),
      let main = block.directory(at: block.first), let entry = main.entries[Tag.orientation],
      entry.type == 3, let place = block.reader.range(entry.offset, 2)
    {
      let little = block.reader.littleEndian
      edited[place.lowerBound] = little ? 1 : 0
      edited[place.lowerBound + 1] = little ? 0 : 1
    }
    if let range = blocks.xmp,
      let value = XMPPacket(bytes[range]).valueRange("tiff:Orientation"), value.count == 1
    {
      edited[range.lowerBound + value.lowerBound] = UInt8(ascii: "1")
    }
    return edited
  }

  /// The same JPEG without a position: the GPS directory emptied, XMP's GPS properties blanked.
  public static func strippingGPS(_ bytes: [UInt8]) -> [UInt8] {
    var edited = bytes
    let blocks = MetadataBlocks(bytes, format: .jpeg)
    if let range = blocks.exif, let block = TIFFBlock(bytes, range),
      let main = block.directory(at: block.first), let pointer = main.entries[Tag.gps],
      let offset = main.number(Tag.gps)
    {
      clearDirectory(at: offset, of: block, in: &edited)
      // The entry stays, since entries are counted, but points nowhere and bears no GPS tag: 0xFFFF
      // is not assigned, and the largest, so the entries stay sorted where it is the last.
      if let place = block.reader.range(pointer.position, 12) {
        edited.replaceSubrange(place, with: [0xFF, 0xFF] + [UInt8](repeating: 0, count: 10))
      }
    }
    if let range = blocks.xmp { blankXMP(range, of: bytes, in: &edited) }
    return edited
  }

  private static func clearDirectory(
    at offset: Int, of block: TIFFBlock, in edited: inout [UInt8]
  ) {
    guard let directory = block.directory(at: offset) else { return }
    for entry in directory.entries.values {
      let width = [5, 10, 12].contains(entry.type) ? 8 : 1
      clear(block.reader.range(entry.offset, entry.count * width), in: &edited)
      clear(block.reader.range(entry.position, 12), in: &edited)
    }
    clear(block.reader.range(offset, 2), in: &edited)
  }

  private static func clear(_ range: Range<Int>?, in edited: inout [UInt8]) {
    guard let range else { return }
    edited.replaceSubrange(range, with: repeatElement(0, count: range.count))
  }

  /// All GPS properties, each as often as it occurs.
  private static func blankXMP(_ range: Range<Int>, of bytes: [UInt8], in edited: inout [UInt8]) {
    for name in [
      "GPSLatitude", "GPSLongitude", "GPSAltitude", "GPSImgDirection", "GPSDestLatitude",
      "GPSDestLongitude", "GPSTimeStamp", "GPSMapDatum", "GPSAreaInformation",
    ] {
      while let value = XMPPacket(edited[range]).valueRange("exif:\(name)"),
        edited[value.shifted(by: range.lowerBound)].contains(where: { $0 != 0x20 })
      {
        let place = value.shifted(by: range.lowerBound)
        edited.replaceSubrange(place, with: repeatElement(0x20, count: place.count))
      }
    }
  }
}
