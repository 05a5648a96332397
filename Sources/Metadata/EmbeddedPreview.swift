/// The JPEG that a camera puts into its RAW file, in which the photo looks as on its display.
package enum EmbeddedPreview {
  /// A listed preview of this size is taken for the large one, without a search for another.
  private static let large = 65_536
  /// Sensor data look like the start of a JPEG once in 16 MB; more starts than this are hostile.
  private static let mostStarts = 1000

  /// The largest JPEG preview of a RAW file, as a range of its bytes; nil where there is none.
  ///
  /// Directories are asked first; files of makers that keep theirs elsewhere (ORF) are searched for
  /// the longest run that begins and reads like a baseline or progressive JPEG.
  package static func jpegRange(in bytes: [UInt8]) -> Range<Int>? {
    let reader = ByteReader(bytes)
    // RAF, whose header says where: byte 84 the offset, 88 the length, both big-endian.
    if reader.has("FUJIFILMCCD-RAW", at: 0), let offset = reader.uint32(84),
      let length = reader.uint32(88), let range = reader.range(offset, length),
      scans(bytes, range) != nil
    {
      return range
    }
    let listed = TIFFBlock(bytes, 0..<bytes.count).map(candidates) ?? []
    let best = listed.sorted { $0.count > $1.count }.first { scans(bytes, $0) != nil }
    if let best, best.count >= large { return best }
    let found = searched(bytes)
    return (found?.count ?? 0) > (best?.count ?? 0) ? found : best
  }

  private static func candidates(_ block: TIFFBlock) -> Set<Range<Int>> {
    let chain = block.chain
    let directories = chain + chain.flatMap { block.subDirectories(of: $0) }
    return Set(
      directories.flatMap { directory in
        [
          range(in: directory, offset: Tag.jpegOffset, length: Tag.jpegLength),
          isJPEGStrip(directory)
            ? range(in: directory, offset: Tag.stripOffsets, length: Tag.stripByteCounts) : nil,
          directory.range(Tag.jpgFromRaw),
        ].compactMap { $0 }
      })
  }

  /// Compression 6 and 7 are JPEG, in one strip: a picture of several is not a file of its own.
  private static func isJPEGStrip(_ directory: TIFFBlock.Directory) -> Bool {
    guard let strips = directory.entries[Tag.stripOffsets], strips.count == 1 else { return false }
    return [6, 7].contains(directory.number(Tag.compression))
  }

  private static func range(
    in directory: TIFFBlock.Directory, offset: Int, length: Int
  ) -> Range<Int>? {
    guard let offset = directory.number(offset), let length = directory.number(length) else {
      return nil
    }
    return directory.block.reader.range(offset, length)
  }

  /// Where the scans of a JPEG that viewers show begin; nil for anything else: sensor data are often
  /// lossless JPEGs (SOF3), and are no picture.
  private static func scans(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    let reader = ByteReader(bytes, range)
    guard reader.has([0xFF, 0xD8, 0xFF], at: 0) else { return nil }
    var shown = false
    let start = JPEGSegments.forEach(in: reader) { marker, _ in
      if marker == 0xC0 || marker == 0xC1 || marker == 0xC2 { shown = true }
    }
    return shown ? start : nil
  }

  /// The longest of the JPEGs in a file, each with its own thumbnail inside it.
  ///
  /// Time is that of one pass: the search goes on behind each picture, and a false start costs at
  /// most its header.
  private static func searched(_ bytes: [UInt8]) -> Range<Int>? {
    var longest: Range<Int>?
    var at = 0
    for _ in 0..<mostStarts {
      guard let start = nextStart(in: bytes, from: at) else { break }
      at = start + 2
      guard let scans = scans(bytes, start..<bytes.count) else { continue }
      at = JPEGSegments.endOfScans(in: bytes, from: scans)
      if at - start > longest?.count ?? 0 { longest = start..<at }
    }
    return longest
  }

  private static func nextStart(in bytes: [UInt8], from start: Int) -> Int? {
    var at = start
    while at < bytes.count, let mark = bytes[at...].firstIndex(of: 0xFF), mark + 2 < bytes.count {
      if bytes[mark + 1] == 0xD8, bytes[mark + 2] == 0xFF { return mark }
      at = mark + 1
    }
    return nil
  }
}
