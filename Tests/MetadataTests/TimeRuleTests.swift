import Fixtures
import Metadata
import PhotoCore
import Testing

/// Which times and offsets are believed.
struct TimeRuleTests {
  private static let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xD9]

  private func read(_ exif: ExifFixture, now: WallTime) -> CaptureTime? {
    PhotoMetadata.read(exif.inserted(intoJPEG: Self.jpeg), format: .jpeg, now: now).taken
  }

  private func taken(_ text: String) throws -> String? {
    let now = try #require(WallTime(year: 2026, month: 11, day: 24, hour: 12))
    return read(ExifFixture(taken: text), now: now)?.wall.description
  }

  @Test(arguments: [
    "1969:12:31 16:00:00", "1970:01:01 00:00:00", "1970:01:01 23:59:59", "1980:01:01 00:00:00",
    "1980:01:01 08:15:00", "2000:01:01 00:00:00", "1904:01:01 00:00:00", "1825:12:31 12:00:00",
  ])
  func `where clocks without a battery begin is no time`(text: String) throws {
    #expect(try taken(text) == nil)
  }

  @Test(arguments: [
    "1970:01:02 00:00:00", "1970:07:15 12:00:00", "1980:01:02 00:00:00", "2000:01:01 00:00:01",
    "2000:01:01 12:00:00", "1990:01:01 00:00:00", "1865:04:14 20:00:00",
  ])
  func `other dates of the same years are`(text: String) throws {
    #expect(try taken(text) != nil)
  }

  @Test(arguments: [
    ("2026:11:25 12:00:00", true), ("2026:11:25 12:00:01", false), ("2027:01:01 00:00:00", false),
  ])
  func `the future begins a day from now`(text: String, believed: Bool) throws {
    #expect((try taken(text) != nil) == believed)
  }

  @Test(arguments: [
    ("2014:06:12 15:30", "2014-06-12T15:30:00"), ("2014: 6:12  5: 3: 2", "2014-06-12T05:03:02"),
    ("2014:06:12 5:03:02", "2014-06-12T05:03:02"), ("2014-06-12T15:30:12", "2014-06-12T15:30:12"),
    ("2014.06.12 15.30.12", "2014-06-12T15:30:12"), ("2014:06:12", "2014-06-12T00:00:00"),
    ("20140612 153012", "2014-06-12T15:30:12"), ("2014:06:12:15:30:12", "2014-06-12T15:30:12"),
    ("2014:06:12 15:30:12.75", "2014-06-12T15:30:12.750"),
  ])
  func `spellings that differ from the standard are understood`(
    text: String, expected: String
  ) throws {
    #expect(try taken(text) == expected)
  }

  @Test(arguments: ["2014", "2014:06", "14:06:12 15:30:12", "2014:6", "2014 06 12", "0612:2014"])
  func `what is not a whole date is none`(text: String) throws {
    #expect(try taken(text) == nil)
  }

  private func offset(wall: String, gps: String) throws -> Int? {
    var exif = ExifFixture(taken: wall, latitude: 1, longitude: 2)
    let clock = gps.split(separator: ":").compactMap { UInt32($0) }.map { ($0, 1 as UInt32) }
    exif.gps[0x1D] = .text("2014:06:12")
    exif.gps[0x07] = .fractions(clock)
    return read(exif, now: try #require(WallTime(year: 2026, month: 1, day: 1)))?.utcOffsetMinutes
  }

  @Test(arguments: [
    ("2014:06:12 22:00:00", "20:00:00", 120), ("2014:06:12 22:01:59", "20:00:00", 120),
    ("2014:06:12 21:58:01", "20:00:00", 120), ("2014:06:13 01:45:00", "20:00:00", 345),
    ("2014:06:12 16:30:00", "20:00:00", -210), ("2014:06:13 10:00:00", "20:00:00", 840),
    ("2014:06:12 08:00:00", "20:00:00", -720),
  ])
  func `a GPS stamp of up to two minutes tells the offset`(
    wall: String, gps: String, minutes: Int
  ) throws {
    #expect(try offset(wall: wall, gps: gps) == minutes)
  }

  @Test(arguments: [
    ("2014:06:12 22:03:00", "20:00:00"), ("2014:06:12 20:15:00", "20:00:00"),
    ("2014:06:12 21:45:00", "20:00:00"), ("2014:06:13 11:00:00", "20:00:00"),
    ("2014:06:12 07:00:00", "20:00:00"), ("2013:06:12 22:00:00", "20:00:00"),
  ])
  func `an older stamp, or an offset that no place keeps, tells nothing`(
    wall: String, gps: String
  ) throws {
    #expect(try offset(wall: wall, gps: gps) == nil)
  }

  @Test func `EXIF's own offset goes before that of GPS`() throws {
    var exif = ExifFixture(taken: "2014:06:12 22:00:00", offset: "+01:00")
    exif.gps[0x1D] = .text("2014:06:12")
    exif.gps[0x07] = .fractions([(20, 1), (0, 1), (0, 1)])
    let now = try #require(WallTime(year: 2026, month: 1, day: 1))
    #expect(read(exif, now: now)?.utcOffsetMinutes == 60)
  }

  @Test func `a GPS time with a zero denominator or without a date is none`() throws {
    var exif = ExifFixture(latitude: 1, longitude: 2)
    exif.gps[0x07] = .fractions([(20, 1), (0, 1), (0, 1)])
    let now = try #require(WallTime(year: 2026, month: 1, day: 1))
    #expect(read(exif, now: now) == nil)
    exif.gps[0x1D] = .text("2014:06:12")
    #expect(read(exif, now: now)?.source == .gps)
    exif.gps[0x07] = .fractions([(20, 0), (0, 1), (0, 1)])
    #expect(read(exif, now: now) == nil)
  }
}
