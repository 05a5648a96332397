import Metadata
import PhotoCore
import Testing

struct FileNameDateTests {
  private let now = WallTime(year: 2026, month: 11, day: 24) ?? WallTime(milliseconds: 0)

  @Test(arguments: [
    ("IMG_20140612_153012.jpg", "2014-06-12T15:30:12"),
    ("Foto_08.03.14_00_05_53.jpg", "2014-03-08T00:05:53"),
    ("2014-06-12 15.30.12.jpg", "2014-06-12T15:30:12"),
    ("PXL_20210102_030405678.jpg", "2021-01-02T03:04:05.678"),
    ("20140612_153012.jpg", "2014-06-12T15:30:12"),
    ("20140612153012.jpg", "2014-06-12T15:30:12"),
    ("IMG-20140612-WA0001.jpg", "2014-06-12T00:00:00"),
    ("Screenshot_2014-06-12-15-30-12.png", "2014-06-12T15:30:12"),
    ("WhatsApp Image 2014-06-12 at 15.30.12.jpeg", "2014-06-12T15:30:12"),
    ("signal-2014-06-12-153012.jpg", "2014-06-12T15:30:12"),
    ("IMG_20140612_153012 (1).jpg", "2014-06-12T15:30:12"),
  ])
  func `dates of cameras and phones are read`(name: String, expected: String) {
    #expect(FileNameDate.time(in: FilePath(name), now: now)?.description == expected)
  }

  @Test(arguments: [
    "DSCN0001.jpg", "DSC20140612345.jpg", "20141301_000000.jpg", "20270101_000000.jpg",
    "19700101_000000.jpg", "12345678.jpg", "8.3.14.jpg", "report 2014-06.jpg", "",
    "99999999999.jpg",
  ])
  func `numbers that are no date are left alone`(name: String) {
    #expect(FileNameDate.time(in: FilePath(name), now: now) == nil)
  }

  @Test func `only the name counts, not its folder`() {
    #expect(FileNameDate.time(in: FilePath("/2014-06-12 15.30.12/a.jpg"), now: now) == nil)
  }

  @Test func `names sort as people count`() {
    let names = ["DSCN10.jpg", "dscn2.jpg", "DSCN1.jpg", "DSCN010.jpg", "DSCN9.jpg"]
    let sorted = names.sorted {
      FileNameOrder.key(for: FilePath($0)) < FileNameOrder.key(for: FilePath($1))
    }
    #expect(
      sorted.map { $0.lowercased() } == [
        "dscn1.jpg", "dscn2.jpg", "dscn9.jpg", "dscn10.jpg", "dscn010.jpg",
      ])
  }
}

struct FileKindTests {
  private static let cases: [([UInt8], FileKind)] = [
    ([0xFF, 0xD8, 0xFF, 0xE0], .picture(.jpeg)),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .picture(.png)),
    (text("GIF89a"), .picture(.gif)),
    ([0x49, 0x49, 0x2A, 0x00], .picture(.tiff)),
    (text("RIFF....WEBPVP8 "), .picture(.webp)),
    (text("FUJIFILMCCD-RAW "), .picture(.raw)),
    (media("heic"), .picture(.heic)),
    (media("avif"), .picture(.avif)),
    (media("mif1") + [0, 0, 0, 0] + text("avifmif1"), .picture(.avif)),
    (media("qt  "), .other("mov")),
    (media("isom"), .other("mp4")),
    (text("%PDF-1.4"), .other("pdf")),
    (text("<svg xmlns"), .other("svg")),
    (text("hello"), .unknown),
    ([], .unknown),
  ]

  private static func text(_ text: String) -> [UInt8] { Array(text.utf8) }
  private static func media(_ brand: String) -> [UInt8] {
    [0, 0, 0, 24] as [UInt8] + text("ftyp" + brand)
  }

  @Test(arguments: cases)
  func `the content decides`(bytes: [UInt8], expected: FileKind) {
    #expect(FileKind.sniff(bytes) == expected)
  }
}

struct EmbeddedPreviewTests {
  @Test func `the largest shown JPEG of a RAW file is its preview, never the sensor's data`() {
    func jpeg(_ marker: UInt8, _ length: Int) -> [UInt8] {
      [0xFF, 0xD8, 0xFF, marker, 0, 4, 0, 0, 0xFF, 0xDA] + [UInt8](repeating: 1, count: length)
    }
    let small = jpeg(0xC0, 100)
    let lossless = jpeg(0xC3, 5000)
    let large = jpeg(0xC2, 900)
    let bytes = Array("IIRO".utf8) + [8, 0, 0, 0] + small + lossless + large
    let start = bytes.count - large.count
    #expect(EmbeddedPreview.jpegRange(in: bytes) == start..<bytes.count)
  }
}
