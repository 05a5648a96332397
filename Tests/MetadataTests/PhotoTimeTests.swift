import Fixtures
import Metadata
import PhotoCore
import Testing

/// When a photo was taken, by the rules of `docs/import.md`.
struct PhotoTimeTests {
  private static let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xD9]
  private static let now = WallTime(year: 2026, month: 11, day: 24) ?? WallTime(milliseconds: 0)

  private func taken(_ exif: ExifFixture) -> CaptureTime? {
    PhotoMetadata.read(
      exif.inserted(intoJPEG: Self.jpeg), format: .jpeg, now: Self.now
    ).taken
  }

  private func taken(xmp: String) -> CaptureTime? {
    PhotoMetadata.read(
      ExifFixture.xmp(xmp, intoJPEG: Self.jpeg), format: .jpeg, now: Self.now
    ).taken
  }

  @Test(arguments: [true, false])
  func `the original time has sub-second and offset, in either byte order`(little: Bool) {
    var exif = ExifFixture(taken: "2014:06:12 15:30:12", subSecond: "123", offset: "-05:00")
    exif.littleEndian = little
    let time = taken(exif)
    #expect(time?.wall.description == "2014-06-12T15:30:12.123")
    #expect(time?.utcOffsetMinutes == -300)
    #expect(time?.source == .exif)
  }

  @Test(arguments: [
    ("5", 500), ("05", 50), ("123456", 123), ("  7 ", 0), ("x", 0),
  ])
  func `sub-seconds are digits behind a point`(digits: String, milliseconds: Int) {
    let time = taken(ExifFixture(taken: "2014:06:12 15:30:12", subSecond: digits))
    let expected = digits == "  7 " ? 700 : milliseconds
    #expect(time?.wall.components.millisecond == expected)
  }

  @Test(arguments: [
    ("+05:45", 345), ("+14:00", 840), ("-11:00", -660), ("Z", 0), ("-12:00", -720),
  ])
  func `offsets of the whole world are read`(text: String, minutes: Int) {
    let time = taken(ExifFixture(taken: "2014:06:12 15:30:12", offset: text))
    #expect(time?.utcOffsetMinutes == minutes)
  }

  @Test(arguments: ["+15:00", "-13:00", "", "05:00", "+aa:bb"])
  func `offsets that no place has are no offset`(text: String) {
    let time = taken(ExifFixture(taken: "2014:06:12 15:30:12", offset: text))
    #expect(time != nil)
    #expect(time?.utcOffsetMinutes == nil)
  }

  @Test(arguments: [
    "0000:00:00 00:00:00", "    :  :     :  :  ", "1970:01:01 00:00:00", "1970:01:01 00:12:41",
    "2027:01:01 00:00:00", "2014:13:01 00:00:00", "2014:02:30 00:00:00", "", "yesterday",
    "2014:06:12 25:00:00",
  ])
  func `clocks that were never set are not believed`(text: String) {
    #expect(taken(ExifFixture(taken: text)) == nil)
  }

  @Test(arguments: [
    "2014:06:12 15:30:12", "2014-06-12 15:30:12", "2014-06-12T15:30:12", "2014/06/12 15:30:12",
    " 2014:06:12 15:30:12  ", "2014:06:12  15:30:12",
  ])
  func `the spellings of other programs are understood`(text: String) {
    #expect(taken(ExifFixture(taken: text))?.wall.description == "2014-06-12T15:30:12")
  }

  @Test func `without an original time the digitized one counts, then XMP, then the plain one`() {
    var exif = ExifFixture(taken: "0000:00:00 00:00:00")
    exif.exif[0x9004] = .text("2013:05:04 03:02:01")
    exif.main[0x0132] = .text("2020:01:02 03:04:05")
    #expect(taken(exif)?.source == .exifDigitized)
    #expect(taken(exif)?.wall.description == "2013-05-04T03:02:01")
    exif.exif[0x9004] = nil
    #expect(taken(exif)?.wall.description == "2020-01-02T03:04:05")
    let both = ExifFixture.xmp(
      "xmp:CreateDate=\"2012-03-04T05:06:07+02:00\"", intoJPEG: exif.inserted(intoJPEG: Self.jpeg))
    let time = PhotoMetadata.read(both, format: .jpeg, now: Self.now).taken
    #expect(time?.source == .xmp)
    #expect(time?.wall.description == "2012-03-04T05:06:07")
    #expect(time?.utcOffsetMinutes == 120)
  }

  @Test func `XMP elements are read like attributes, and the original before the created`() {
    let time = taken(
      xmp: "xmp:CreateDate=\"2015-01-01T00:00:00\" exif:DateTimeOriginal=\"2014-06-12T15:30:12.5Z\""
    )
    #expect(time?.wall.description == "2014-06-12T15:30:12.500")
    #expect(time?.utcOffsetMinutes == 0)
  }

  @Test func `the GPS time is UTC and comes last`() {
    var exif = ExifFixture(latitude: 10, longitude: 20)
    exif.gps[0x1D] = .text("2014:06:12")
    exif.gps[0x07] = .fractions([(20, 1), (30, 1), (1250, 100)])
    let time = taken(exif)
    #expect(time?.source == .gps)
    #expect(time?.wall.description == "2014-06-12T20:30:12.500")
    #expect(time?.utcOffsetMinutes == 0)
  }

  @Test(arguments: [
    ("2014:06:12 15:30:40", -300), ("2014:06:13 02:15:10", 345), ("2014:06:12 15:37:00", nil),
    ("2014:06:14 20:30:00", nil),
  ])
  func `the wall clock against the GPS time gives the offset`(wall: String, minutes: Int?) {
    var exif = ExifFixture(taken: wall, latitude: 10, longitude: 20)
    exif.gps[0x1D] = .text("2014:06:12")
    exif.gps[0x07] = .fractions([(20, 1), (30, 1), (12, 1)])
    #expect(taken(exif)?.utcOffsetMinutes == minutes)
    #expect(taken(exif)?.source == .exif)
  }

  @Test func `the moment of an edit gives no offset against the GPS time`() {
    var exif = ExifFixture(latitude: 10, longitude: 20)
    exif.main[0x0132] = .text("2014:06:12 15:30:12")
    exif.gps[0x1D] = .text("2014:06:12")
    exif.gps[0x07] = .fractions([(20, 1), (30, 1), (12, 1)])
    #expect(taken(exif)?.wall.description == "2014-06-12T15:30:12")
    #expect(taken(exif)?.utcOffsetMinutes == nil)
  }
}
