import Geography
import PhotoCore
import Testing

struct ZoneTests {
  private static func offset(_ zone: String, _ parts: [Int]) throws -> Int {
    let rules = try #require(ZoneRules(id: zone))
    let wall = try #require(
      WallTime(year: parts[0], month: parts[1], day: parts[2], hour: parts[3], minute: parts[4]))
    return rules.offsetMinutes(at: wall)
  }

  @Test(arguments: [
    ("Asia/Kathmandu", [2014, 6, 12, 9, 0], 345), ("Pacific/Kiritimati", [2014, 6, 12, 9, 0], 840),
    ("Pacific/Pago_Pago", [2014, 6, 12, 9, 0], -660),
    ("America/St_Johns", [2014, 1, 1, 0, 0], -210),
    ("Australia/Lord_Howe", [2014, 1, 1, 0, 0], 660),
    ("Australia/Lord_Howe", [2014, 7, 1, 0, 0], 630),
    ("America/Lima", [2014, 6, 12, 17, 25], -300),
    ("Europe/London", [2014, 1, 1, 12, 0], 0), ("Europe/London", [2014, 7, 1, 12, 0], 60),
    // Permanent summer time, as Britain had it.
    ("Europe/London", [1970, 1, 1, 12, 0], 60),
  ])
  func `offsets follow the rules of place and year`(zone: String, wall: [Int], expected: Int) throws
  {
    #expect(try Self.offset(zone, wall) == expected)
  }

  @Test(arguments: [
    // Forward at 2:00: 2:30 does not come, and is a clock that was not set yet.
    ([2014, 3, 30, 1, 59], 60), ([2014, 3, 30, 2, 30], 60), ([2014, 3, 30, 3, 0], 120),
    // Back at 3:00: 2:30 comes twice, and is taken as the first.
    ([2014, 10, 26, 1, 59], 120), ([2014, 10, 26, 2, 30], 120), ([2014, 10, 26, 3, 0], 60),
  ])
  func `gaps and overlaps have an answer`(wall: [Int], expected: Int) throws {
    #expect(try Self.offset("Europe/Berlin", wall) == expected)
  }

  @Test(arguments: [
    ([2011, 12, 29, 23, 59], -600), ([2011, 12, 30, 12, 0], -600), ([2011, 12, 31, 0, 0], 840),
  ])
  func `a day that a country left out has an answer`(wall: [Int], expected: Int) throws {
    #expect(try Self.offset("Pacific/Apia", wall) == expected)
  }

  @Test func `an unknown zone has no rules`() {
    #expect(ZoneRules(id: "Moon/Tranquility") == nil)
    #expect(ZoneRules(id: "") == nil)
  }
}
