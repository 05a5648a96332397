internal import PhotoCore

/// Changes the metadata of a JPEG in place: nothing moves, everything else stays as it was.
///
/// For copies that are exported; originals are never written.
package enum ExifEditor {
  /// The same JPEG, saying in EXIF and XMP that it is stored upright.
  ///
  /// Bytes without metadata or with broken ones are given back as they are.
  package static func settingUpright(_ bytes: [UInt8]) -> [UInt8] {
    let blocks = MetadataBlocks(bytes, format: .jpeg)
    var edited = bytes
    if let range = blocks.exif, let place = orientationPlace(bytes, range) {
      edited.replaceSubrange(place.range, with: place.upright)
    }
    if let range = blocks.xmp,
      let value = XMPPacket(bytes, range).valueRange("tiff:Orientation"), value.count == 1
    {
      edited[value.lowerBound] = UInt8(ascii: "1")
    }
    return edited
  }

  private static func orientationPlace(
    _ bytes: [UInt8], _ range: Range<Int>
  ) -> (range: Range<Int>, upright: [UInt8])? {
    guard let block = TIFFBlock(bytes, range), let main = block.directory(at: block.first),
      let entry = main.entries[Tag.orientation], entry.count > 0, [1, 3, 4].contains(entry.type),
      let width = TIFFBlock.width(ofType: entry.type),
      let place = block.reader.range(entry.offset, width)
    else { return nil }
    let zeros = [UInt8](repeating: 0, count: width - 1)
    return (place, block.reader.littleEndian ? [1] + zeros : zeros + [1])
  }

  /// The same JPEG without a position.
  ///
  /// Everywhere in the file, so also in the second pictures that phones append: GPS directories are
  /// zeroed with all their values and taken out of the directory that points to them, and XMP
  /// properties named after GPS are blanked. Not touched are makers' notes, whose form only the maker
  /// knows, and names of places that somebody typed in.
  package static func strippingGPS(_ bytes: [UInt8]) -> [UInt8] {
    var edited = bytes
    for range in ApplicationSegments.exif(in: bytes) { GPSEraser.erase(range, in: &edited) }
    for range in ApplicationSegments.xmp(in: bytes) {
      for value in XMPPacket(bytes, range).gpsValues {
        edited.replaceSubrange(value, with: repeatElement(0x20, count: value.count))
      }
    }
    return edited
  }
}

/// The metadata segments of all JPEGs in a file, one behind or within the other.
///
/// Searched for by their first bytes, which cannot occur within picture data: there, 0xFF is always
/// followed by 0 or a restart marker.
enum ApplicationSegments {
  static func exif(in bytes: [UInt8]) -> [Range<Int>] {
    // The name ends with two NULs; readers, ours too, look at the first.
    all(in: bytes, named: "Exif\0").map { $0.dropFirst(1) }
  }

  /// The packets, and the pieces of those that do not fit into one segment.
  static func xmp(in bytes: [UInt8]) -> [Range<Int>] {
    all(in: bytes, named: "http://ns.adobe.com/xap/1.0/\0")
      // Behind the name: a checksum in 32 digits, the whole length, and this piece's offset.
      + all(in: bytes, named: "http://ns.adobe.com/xmp/extension/\0").map { $0.dropFirst(40) }
  }

  private static func all(in bytes: [UInt8], named name: String) -> [Range<Int>] {
    let reader = ByteReader(bytes)
    let name = Array(name.utf8)
    var found: [Range<Int>] = []
    var at = 0
    while at < bytes.count, let mark = bytes[at...].firstIndex(of: 0xFF) {
      at = mark + 1
      guard reader.byte(at) == 0xE1, let length = reader.uint16(mark + 2),
        reader.has(name, at: mark + 4)
      else { continue }
      let end = min(mark + 2 + length, bytes.count)
      found.append(min(mark + 4 + name.count, end)..<end)
    }
    return found
  }
}

/// Takes the GPS directories out of one EXIF block.
private enum GPSEraser {
  static func erase(_ range: Range<Int>, in bytes: inout [UInt8]) {
    // A sound block has one; a few rounds more for those that point twice.
    for _ in 0..<4 {
      guard let found = find(bytes, range) else { return }
      for place in found.values {
        bytes.replaceSubrange(place, with: repeatElement(0, count: place.count))
      }
      removeEntry(found, from: &bytes)
    }
  }

  private struct FoundEntry {
    /// What the GPS directory takes, with its values.
    let values: [Range<Int>]
    /// The number of entries in the directory that points to it: where, and how many.
    let countPlace: Range<Int>
    let count: Int
    let littleEndian: Bool
    /// From the pointing entry to the end of the directory, with the offset of the next one.
    let tail: Range<Int>
  }

  private static func find(_ bytes: [UInt8], _ range: Range<Int>) -> FoundEntry? {
    guard let block = TIFFBlock(bytes, range) else { return nil }
    for directory in block.chain {
      guard let pointer = directory.entries[Tag.gps],
        let countPlace = block.reader.range(directory.offset, 2)
      else { continue }
      let end = min(directory.offset + 2 + directory.count * 12 + 4, block.reader.count)
      guard let tail = block.reader.range(pointer.position, end - pointer.position),
        tail.count >= 12
      else { continue }
      return FoundEntry(
        values: directory.number(Tag.gps).flatMap { block.directory(at: $0) }.map(places) ?? [],
        countPlace: countPlace, count: directory.count,
        littleEndian: block.reader.littleEndian, tail: tail)
    }
    return nil
  }

  /// The GPS directory itself, and the values that do not fit into their entries.
  private static func places(_ gps: TIFFBlock.Directory) -> [Range<Int>] {
    let reader = gps.block.reader
    let length = min(2 + gps.count * 12 + 4, reader.count - gps.offset)
    let values = gps.entries.values.map { entry in
      reader.range(entry.offset, entry.count * (TIFFBlock.width(ofType: entry.type) ?? 1))
    }
    return ([reader.range(gps.offset, length)] + values).compactMap { $0 }
  }

  /// The entries behind it move up: their values do not, since offsets count from the block's start.
  private static func removeEntry(_ found: FoundEntry, from bytes: inout [UInt8]) {
    let rest = Array(bytes[found.tail.dropFirst(12)]) + [UInt8](repeating: 0, count: 12)
    bytes.replaceSubrange(found.tail, with: rest)
    let count = found.count - 1
    let little = [UInt8(truncatingIfNeeded: count), UInt8(truncatingIfNeeded: count >> 8)]
    bytes.replaceSubrange(found.countPlace, with: found.littleEndian ? little : little.reversed())
  }
}
