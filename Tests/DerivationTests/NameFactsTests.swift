import Derivation
import PhotoCore
import Testing

/// What the names of a photo's files say together.
struct NameFactsTests {
  private let now: WallTime

  init() throws {
    now = try #require(WallTime(year: 2020, month: 6, day: 1))
  }

  private func facts(_ names: [String]) -> NameFacts {
    NameFacts(ofPhotoAt: names.map { FilePath($0) }, now: now)
  }

  @Test func `the first name with a date gives it, and the first name of all gives the order`() {
    let facts = facts(["Machu Picchu.jpg", "IMG_20140612_153012.jpg", "IMG_20150101_000000.jpg"])
    #expect(facts.time?.description == "2014-06-12T15:30:12")
    #expect(facts.order == NameFacts(of: FilePath("machu picchu.jpg"), now: now).order)
    #expect(facts.taken?.source == .fileName && facts.taken?.utcOffsetMinutes == nil)
  }

  @Test func `the date of a name that is in UTC has an offset`() {
    let facts = facts(["IMG_1.jpg", "PXL_20190102_030405678.jpg"])
    #expect(facts.isUTC && facts.taken?.utcOffsetMinutes == 0)
    // Whether another name would be in UTC does not matter.
    #expect(self.facts(["20140612.jpg", "PXL_20190102_030405678.jpg"]).isUTC == false)
  }

  @Test func `a date that lies in the future is passed over`() {
    #expect(facts(["IMG_20300101_000000.jpg"]).taken == nil)
    #expect(
      facts(["IMG_20300101_000000.jpg", "2014-06-12.jpg"]).time?.description
        == "2014-06-12T00:00:00")
  }

  @Test func `a photo without files has no date and comes first`() {
    #expect(facts([]) == NameFacts(time: nil, order: ""))
  }
}
