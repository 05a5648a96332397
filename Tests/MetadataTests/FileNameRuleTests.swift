import Metadata
import PhotoCore
import Testing

struct FileNameRuleTests {
  private let now = WallTime(year: 2026, month: 11, day: 24) ?? WallTime(milliseconds: 0)

  private func time(_ name: String) -> String? {
    FileNameDate.time(in: FilePath(name), now: now)?.description
  }

  @Test(arguments: [
    ("VID_20140612_153012.mp4", "2014-06-12T15:30:12"),
    ("IMG20140612153012.jpg", "2014-06-12T15:30:12"),
    ("20140612T153012Z.jpg", "2014-06-12T15:30:12"),
    ("Screenshot_20140612-153012.png", "2014-06-12T15:30:12"),
    ("Screen Shot 2014-06-12 at 3.30.12 PM.png", "2014-06-12T15:30:12"),
    ("Screenshot 2014-06-12 at 12.05.00\u{202F}AM.png", "2014-06-12T00:05:00"),
    ("WhatsApp Bild 2014-06-12 um 15.30.12.jpeg", "2014-06-12T15:30:12"),
    ("2014-06-12T15:30:12.jpg", "2014-06-12T15:30:12"),
    ("2014_06_12_15_30_12.jpg", "2014-06-12T15:30:12"),
    ("12.06.2014 15.30.12.jpg", "2014-06-12T15:30:12"), ("12.06.2014.jpg", "2014-06-12T00:00:00"),
    ("PXL_20210102_030405678.MP.jpg", "2021-01-02T03:04:05.678"),
    ("20140612.jpg", "2014-06-12T00:00:00"), ("1965-07-12.tif", "1965-07-12T00:00:00"),
    ("20160229_000000.jpg", "2016-02-29T00:00:00"),
  ])
  func `dates of phones and programs are read`(name: String, expected: String) {
    #expect(time(name) == expected)
  }

  @Test(arguments: [
    ("20140612_0001.jpg", "2014-06-12T00:00:00"), ("20140612_996012.jpg", "2014-06-12T00:00:00"),
    ("2014-06-12 IMG_123456.jpg", "2014-06-12T00:00:00"),
    ("2014-06-12 99.30.12.jpg", "2014-06-12T00:00:00"),
  ])
  func `a counter behind a date is no time of day`(name: String, expected: String) {
    #expect(time(name) == expected)
  }

  @Test(arguments: [
    "DSC20140612345.jpg", "+442014061299.jpg", "0020140612153012.jpg", "a20140612f3.jpg",
    "14-06-12-15-30-12.jpg", "wallpaper 10.12.1920x1080.jpg", "2014-02-29.jpg",
    "20150229_101112.jpg",
    "2014-06.12.jpg", "08.03.14.jpg", "31.02.2014.jpg", "IMG_20140612153099.jpg",
    "2000-01-01 00.00.00.jpg", "18991231.jpg",
  ])
  func `what only looks like a date is left alone`(name: String) {
    #expect(time(name) == nil)
  }

  @Test func `bytes that are no text do not hide a date`() {
    let name = FilePath(bytes: [0xFF, 0x80, 0x5F] + Array("20140612_153012".utf8) + [0xC3])
    #expect(FileNameDate.time(in: name, now: now)?.description == "2014-06-12T15:30:12")
  }

  @Test func `only Pixel phones are known to write UTC`() {
    #expect(FileNameDate.isUTC(FilePath("/a/PXL_20210102_030405678.jpg")))
    #expect(!FileNameDate.isUTC(FilePath("/PXL_/IMG_20210102_030405.jpg")))
  }

  @Test func `numbers of any length sort by value`() {
    let long = String(repeating: "9", count: 30)
    let names = ["a.jpg", "a0.jpg", "a1.jpg", "a2.jpg", "a10.jpg", "a99.jpg", "a100.jpg"]
    let all = names + ["a\(long.prefix(24)).jpg"] + ["a\(long).jpg", "a1\(long).jpg", "b.jpg"]
    let keys = all.map { FileNameOrder.key(for: FilePath("/x/\($0)")) }
    #expect(
      Array(keys.dropFirst())
        == Array(keys.dropFirst().sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }))
    #expect(
      FileNameOrder.key(for: FilePath("IMG_007.JPG"))
        == FileNameOrder.key(for: FilePath("img_7.jpg")))
  }
}
