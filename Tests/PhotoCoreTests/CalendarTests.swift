import PhotoCore
import Testing

struct CalendarTests {
  @Test func `every day of four hundred years follows the one before and reads back`() throws {
    var expected = try #require(WallTime(year: 1800, month: 1, day: 1)).milliseconds
    for year in 1800..<2200 {
      for month in 1...12 {
        for day in 1...WallTime.daysInMonth(month, ofYear: year) {
          let time = try #require(WallTime(year: year, month: month, day: day))
          let parts = time.components
          guard time.milliseconds == expected, parts.year == year, parts.month == month,
            parts.day == day, parts.hour == 0, parts.millisecond == 0
          else {
            Issue.record("\(year)-\(month)-\(day) is \(time)")
            return
          }
          expected += 86_400_000
        }
      }
    }
    // The calendar repeats after so many days.
    let first = try #require(WallTime(year: 1800, month: 1, day: 1)).milliseconds
    #expect((expected - first) / 86_400_000 == 146_097)
  }

  @Test(arguments: [(1900, 28), (2000, 29), (2014, 28), (2016, 29), (2100, 28)])
  func `February knows its leap years`(year: Int, days: Int) {
    #expect(WallTime.daysInMonth(2, ofYear: year) == days)
    #expect((WallTime(year: year, month: 2, day: 29) != nil) == (days == 29))
  }

  @Test(arguments: [(24, 0, 0, 0), (0, 60, 0, 0), (0, 0, 61, 0), (0, 0, 0, 1000), (-1, 0, 0, 0)])
  func `times that no clock shows are refused`(clock: (Int, Int, Int, Int)) {
    #expect(
      WallTime(
        year: 2014, month: 6, day: 12, hour: clock.0, minute: clock.1, second: clock.2,
        millisecond: clock.3) == nil)
  }

  @Test func `any count of milliseconds has parts`() {
    for milliseconds in [
      Int64.min, Int64.min + 86_400_000, -62_135_596_800_001, -1, 0, 253_402_300_800_000, .max,
    ] {
      let parts = WallTime(milliseconds: milliseconds).components
      #expect((1...12).contains(parts.month) && (1...31).contains(parts.day))
      #expect((0...23).contains(parts.hour) && (0...999).contains(parts.millisecond))
    }
  }

  @Test func `times sort and print their fraction only where there is one`() throws {
    let early = try #require(WallTime(year: 1969, month: 12, day: 31, hour: 23, millisecond: 7))
    #expect(early < WallTime(milliseconds: 0))
    #expect(early.description == "1969-12-31T23:00:00.007")
    #expect(WallTime(year: 33, month: 4, day: 3)?.description == "0033-04-03T00:00:00")
  }
}
