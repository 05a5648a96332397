import Fixtures
import Metadata
import PhotoCore
import Testing

struct RawTIFFTests {
  private func isRaw(_ entries: [TIFFFixture.Entry], sub: [TIFFFixture.Entry] = []) -> Bool {
    var file = TIFFFixture()
    let length = TIFFFixture.length(entries.count + (sub.isEmpty ? 0 : 1))
    let pointer = TIFFFixture.long(0x014A, 8 + length)
    file.addDirectory(entries + (sub.isEmpty ? [] : [pointer]))
    if !sub.isEmpty { file.addDirectory(sub) }
    return FileKind.isRawTIFF(file.bytes)
  }

  private let make = TIFFFixture.text(0x010F, "Nik")

  @Test func `a TIFF of pixels is none, whoever made it`() {
    #expect(!isRaw([make, TIFFFixture.short(0x0106, 2)]))
    #expect(!isRaw([make], sub: [TIFFFixture.short(0x0106, 2)]))
  }

  @Test func `DNG says so itself`() {
    #expect(isRaw([TIFFFixture.long(0xC612, 0x0000_0401)]))
  }

  @Test func `a colour filter array or the maker's own compression tells NEF and ARW`() {
    #expect(isRaw([make], sub: [TIFFFixture.short(0x0106, 32_803)]))
    #expect(isRaw([make], sub: [TIFFFixture.short(0x0103, 34_713)]))
    #expect(isRaw([make], sub: [TIFFFixture.short(0x0103, 32_767)]))
    #expect(!isRaw([], sub: [TIFFFixture.short(0x0106, 32_803)]))
  }

  @Test func `CR2 is marked behind its header`() {
    func file(_ mark: String) -> [UInt8] {
      var directory = TIFFFixture()
      directory.addDirectory([TIFFFixture.short(0x0112, 1)])
      let header = Array("II".utf8) + [42, 0] + TIFFFixture.four(16) + Array(mark.utf8)
      return header + [2, 0, 0, 0, 0, 0] + directory.bytes.dropFirst(8)
    }
    #expect(FileKind.isRawTIFF(file("CR")))
    #expect(!FileKind.isRawTIFF(file("XX")))
    #expect(!FileKind.isRawTIFF(Array("........CR......".utf8)))
  }
}

struct PreviewSearchTests {
  private let thumbnail = JPEGFixture.file(scan: 300)

  @Test func `a preview found by searching contains its own thumbnail and ends at its end`() {
    let preview = JPEGFixture.file(frame: 0xC2, scan: 2000, thumbnail: thumbnail)
    let before = Array("IIRO".utf8) + [UInt8](repeating: 7, count: 100)
    let file = before + preview + [UInt8](repeating: 9, count: 5000)
    let expected = before.count..<before.count + preview.count
    #expect(EmbeddedPreview.jpegRange(in: file) == expected)
  }

  @Test func `directories, their followers and their sub-directories list previews`() {
    let small = JPEGFixture.file(scan: 200)
    let large = JPEGFixture.file(scan: 70_000)
    let lossless = JPEGFixture.file(frame: 0xC3, scan: 90_000)
    var file = TIFFFixture()
    let sub = 8 + TIFFFixture.length(3)
    let data = sub + TIFFFixture.length(3)
    let largeAt = data + small.count
    let losslessAt = data + small.count + large.count
    file.addDirectory([
      TIFFFixture.long(0x014A, sub), TIFFFixture.long(0x0201, data),
      TIFFFixture.long(0x0202, small.count),
    ])
    file.addDirectory(
      [
        TIFFFixture.short(0x0103, 6), TIFFFixture.long(0x0111, largeAt),
        TIFFFixture.long(0x0117, large.count),
      ])
    file.add(small + large + lossless)
    #expect(file.bytes.count == losslessAt + lossless.count)
    // What is listed goes before what a search would find.
    file.add(JPEGFixture.file(scan: 80_000))
    #expect(EmbeddedPreview.jpegRange(in: file.bytes) == largeAt..<largeAt + large.count)
  }

  @Test func `RW2 keeps its preview in a tag of its own`() {
    let preview = JPEGFixture.file(scan: 70_000)
    var file = TIFFFixture(mark: [0x55, 0])
    let start = 8 + TIFFFixture.length(1)
    file.addDirectory([TIFFFixture.at(0x002E, type: 7, count: preview.count, offset: start)])
    file.add(preview + JPEGFixture.file(scan: 80_000))
    #expect(EmbeddedPreview.jpegRange(in: file.bytes) == start..<start + preview.count)
  }

  /// Offset and length are big-endian, at bytes 84 and 88.
  private func raf(_ preview: [UInt8]) -> [UInt8] {
    var bytes = Array("FUJIFILMCCD-RAW ".utf8) + [UInt8](repeating: 0, count: 68)
    bytes += TIFFFixture.four(100).reversed() + TIFFFixture.four(preview.count).reversed()
    return bytes + [UInt8](repeating: 0, count: 8) + preview + [1, 2, 3]
  }

  @Test func `RAF names its preview in its header and keeps its metadata there`() {
    let preview = ExifFixture(orientation: 8, taken: "2014:06:12 15:30:12")
      .inserted(intoJPEG: JPEGFixture.file(scan: 400))
    let file = raf(preview)
    #expect(EmbeddedPreview.jpegRange(in: file) == 100..<100 + preview.count)
    let metadata = PhotoMetadata.read(
      file, format: .raw, now: WallTime(milliseconds: 1_700_000_000_000))
    #expect(metadata.orientation == .rotated270)
    #expect(metadata.taken?.wall.description == "2014-06-12T15:30:12")
  }

  @Test func `a RAW file without a picture in it has no preview`() {
    #expect(EmbeddedPreview.jpegRange(in: []) == nil)
    #expect(EmbeddedPreview.jpegRange(in: raf(JPEGFixture.file(frame: 0xC3, scan: 100))) == nil)
  }

  @Test(arguments: [Array("IIRO".utf8), Array("IIRS".utf8), [0x49, 0x49, 0x55, 0x00]])
  func `Olympus and Panasonic write TIFF under marks of their own`(mark: [UInt8]) {
    var bytes = ExifFixture(orientation: 6, make: "Maker").block
    bytes.replaceSubrange(0..<4, with: mark)
    let metadata = PhotoMetadata.read(bytes, format: .raw, now: WallTime(milliseconds: 0))
    #expect(metadata.orientation == .rotated90)
    #expect(metadata.camera?.make == "Maker")
  }
}
