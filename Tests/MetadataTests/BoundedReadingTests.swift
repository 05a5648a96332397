import Fixtures
import Foundation
import Metadata
import PhotoCore
import Testing

/// Files that are made to trap, to loop or to take for ever.
@Suite(.timeLimit(.minutes(20)))
struct BoundedReadingTests {
  private let now = WallTime(year: 2026, month: 1, day: 1) ?? WallTime(milliseconds: 0)

  /// Everything that is ever done to a file's bytes.
  private func readAll(_ bytes: [UInt8]) {
    _ = FileKind.sniff(Array(bytes.prefix(FileKind.prefixLength)))
    _ = FileKind.isRawTIFF(bytes)
    for format in PictureFormat.allCases {
      _ = PhotoMetadata.read(bytes, format: format, now: now)
    }
    if let range = EmbeddedPreview.jpegRange(in: bytes) { #expect(range.upperBound <= bytes.count) }
    #expect(ExifEditor.settingUpright(bytes).count == bytes.count)
    #expect(ExifEditor.strippingGPS(bytes).count == bytes.count)
  }

  /// By how much more work a file four times as large is: 4 in one pass, 16 where each of its parts is
  /// read again for each other. Counted is the processor's time of this thread alone, and the least of
  /// some attempts, so that a busy machine changes nothing.
  private func growth(_ count: Int, _ file: (Int) -> [UInt8]) -> Double {
    func seconds(_ bytes: [UInt8]) -> Double {
      (0..<3).map { _ in
        let start = processorNanoseconds()
        readAll(bytes)
        return Double(processorNanoseconds() - start)
      }.min() ?? 0
    }
    return seconds(file(4 * count)) / seconds(file(count))
  }

  private func processorNanoseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  @Test func `directories that point at themselves end`() {
    var file = TIFFFixture()
    file.addDirectory(
      [
        TIFFFixture.long(0x014A, 8), TIFFFixture.long(0x8769, 8), TIFFFixture.long(0x8825, 8),
      ], next: 8)
    readAll(file.bytes)
    readAll(Array("Exif\0\0".utf8) + file.bytes)
  }

  @Test(arguments: [0xFFFF_FFFF, 0x7FFF_FFFF, 0x2000_0001, 0])
  func `counts and offsets of any size are survived`(number: Int) {
    for type in 0...14 as ClosedRange<UInt16> {
      var file = TIFFFixture()
      let tags: [UInt16] = [0x0112, 0x014A, 0x0111, 0x0117, 0x0201, 0x0202, 0x02BC, 0x8769, 0x8825]
      file.addDirectory(
        tags.map { TIFFFixture.at($0, type: type, count: number, offset: number) }, next: number)
      readAll(file.bytes)
    }
  }

  /// Each is the beginning of a JPEG whose header goes on to the end of the file.
  @Test(
    arguments: [
      [0xFF, 0xD8], [0xFF, 0xD8, 0xFF, 0xFF], [0xFF], [0xFF, 0xD8, 0xFF, 0xC0, 0, 2],
    ] as [[UInt8]])
  func `a search through false starts takes one pass`(start: [UInt8]) {
    let growth = growth(2500) { Array(repeatElement(start, count: $0).joined()) }
    #expect(growth < 9)
  }

  @Test(arguments: ["<", "<a b='", "<!--", "<a ", "<a/><", "<?", "&amp;"])
  func `XML that never closes takes one pass`(piece: String) {
    // No more than one segment of a JPEG holds.
    let growth = growth(16_000) { size in
      let text = String(repeating: piece, count: size / piece.utf8.count)
      let packet = Array("http://ns.adobe.com/xap/1.0/\0\(text)".utf8)
      let length = [UInt8((packet.count + 2) >> 8), UInt8((packet.count + 2) & 255)]
      return [0xFF, 0xD8, 0xFF, 0xE1] + length + packet
    }
    #expect(growth < 9)
  }

  @Test func `tables of items that take no room are passed at once`() {
    // Version 1, all sizes zero: 20,000 items of 65,535 pieces each.
    var table: [UInt8] = [1, 0, 0, 0, 0, 0, 0x4E, 0x20]
    for id in 0..<20_000 { table += [UInt8(id >> 8), UInt8(id & 255), 0, 0, 0, 0, 0xFF, 0xFF] }
    readAll(HEIFTables.box("meta", [0, 0, 0, 0] + HEIFTables.box("iloc", table)))
  }

  @Test func `half a block says half of it or nothing, never nonsense`() {
    let exif = ExifFixture(
      orientation: 6, taken: "2014:06:12 15:30:12", make: "NIKON", model: "D90", latitude: 10,
      longitude: 20, altitude: 30)
    let whole = PhotoMetadata.read(exif.block, format: .tiff, now: now)
    for length in 0..<exif.block.count {
      let part = PhotoMetadata.read(Array(exif.block.prefix(length)), format: .tiff, now: now)
      #expect(part.position == nil || part.position?.coordinate == whole.position?.coordinate)
      #expect(part.taken == nil || part.taken == whole.taken)
      #expect(part.orientation == .upright || part.orientation == .rotated90)
    }
  }

  @Test func `names and numbers in HEIF are found in every version of its tables`() {
    let exif = ExifFixture(orientation: 3, taken: "2014:06:12 15:30:12").block
    let xmp = Array("<d exif:GPSLatitude='1,0N' exif:GPSLongitude='2,0E'/>".utf8)
    for version in 0...2 as ClosedRange<UInt8> {
      for inside in version == 0 ? [false] : [false, true] {
        let file = HEIFTables.file(version: version, inside: inside, exif: exif, xmp: xmp)
        let metadata = PhotoMetadata.read(file, format: .heic, now: now)
        #expect(metadata.orientation == .rotated180)
        #expect(metadata.taken?.wall.description == "2014-06-12T15:30:12")
        #expect(metadata.position?.coordinate == Coordinate(latitude: 1, longitude: 2))
      }
    }
  }
}
