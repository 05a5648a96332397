/// The JPEG that a camera puts into its RAW file, in which the photo looks as on its display.
public enum EmbeddedPreview {
  /// The largest JPEG preview of a RAW file, as a range of its bytes; nil where there is none.
  ///
  /// Directories are asked first; makers that keep theirs elsewhere (ORF) are searched for the
  /// longest run that begins and reads like a baseline or progressive JPEG.
  public static func jpegRange(in bytes: [UInt8]) -> Range<Int>? {
    let reader = ByteReader(bytes)
    if reader.has("FUJIFILMCCD-RAW", at: 0) {
      guard let offset = reader.uint32(84), let length = reader.uint32(88) else { return nil }
      return reader.range(offset, length).flatMap { isPicture(bytes, $0) ? $0 : nil }
    }
    let listed = TIFFBlock(bytes, 0..<bytes.count).map(candidates) ?? []
    let best = listed.filter { isPicture(bytes, $0) }.max { $0.count < $1.count }
    // A listed preview of some size is the one; a tiny one may be only the thumbnail.
    if let best, best.count > 65_536 { return best }
    return searched(bytes) ?? best
  }

  private static func candidates(_ block: TIFFBlock) -> [Range<Int>] {
    let chain = block.chain
    let directories = chain + chain.flatMap { block.subDirectories(of: $0) }
    return directories.flatMap { directory in
      [
        range(directory, Tag.jpegOffset, Tag.jpegLength),
        isJPEGStrip(directory) ? range(directory, Tag.stripOffsets, Tag.stripByteCounts) : nil,
        directory.range(Tag.jpgFromRaw),
      ].compactMap { $0 }
    }
  }

  private static func isJPEGStrip(_ directory: TIFFBlock.Directory) -> Bool {
    guard let strips = directory.entries[Tag.stripOffsets], strips.count == 1 else { return false }
    return [6, 7].contains(directory.number(Tag.compression))
  }

  private static func range(
    _ directory: TIFFBlock.Directory, _ offset: Int, _ length: Int
  ) -> Range<Int>? {
    guard let offset = directory.number(offset), let length = directory.number(length) else {
      return nil
    }
    return directory.block.reader.range(offset, length)
  }

  /// Whether a JPEG begins here that viewers show: RAW data are often lossless JPEGs (SOF3).
  private static func isPicture(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let reader = ByteReader(bytes, range)
    guard reader.has([0xFF, 0xD8, 0xFF], at: 0) else { return false }
    var shown = false
    JPEGSegments.forEach(in: reader) { marker, _ in
      if marker == 0xC0 || marker == 0xC1 || marker == 0xC2 { shown = true }
    }
    return shown
  }

  /// The longest of the first hundred JPEGs, each ending where the next one begins at the latest.
  private static func searched(_ bytes: [UInt8]) -> Range<Int>? {
    var starts: [Int] = []
    var index = 0
    while starts.count < 100, index + 2 < bytes.count {
      if bytes[index] == 0xFF, bytes[index + 1] == 0xD8, bytes[index + 2] == 0xFF {
        starts.append(index)
      }
      index += 1
    }
    let ends = starts.dropFirst() + [bytes.count]
    return zip(starts, ends).map { $0..<$1 }.filter { isPicture(bytes, $0) }
      .max { $0.count < $1.count }
  }
}
