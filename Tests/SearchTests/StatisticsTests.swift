import Catalog
import Fixtures
import Foundation
import PhotoCore
import Query
import Search
import Testing

/// The numbers about a result against counting photo by photo.
struct StatisticsTests {
  private static let person = ClassReference(
    vocabulary: "coco", task: .detection, className: "person")

  @Test(arguments: [1, 2] as [UInt64])
  func `all numbers are those of the photos`(seed: UInt64) throws {
    let fixture = try ResultFixture(seed: seed)
    for found in try fixture.results() { try check(found.result, found.photos, fixture) }
  }

  @Test func `of many photos two threads count the same`() throws {
    let fixture = try ResultFixture(seed: 3, photos: 9000, later: 400)
    let photos = try fixture.world.catalogue.photos.records(
      try fixture.world.catalogue.search.hits(nil).ids)
    try check(try fixture.index.search(nil), photos, fixture)
  }

  private func check(
    _ result: SearchResult, _ photos: [PhotoRecord], _ fixture: ResultFixture
  ) throws {
    let statistics = result.statistics(personClass: Self.person)
    let thresholds = fixture.world.thresholds
    let boxes = photos.map { photo in photo.objects.filter { photo.counts($0, thresholds) } }
    let scenes = photos.map { photo in photo.scenes.filter { photo.counts($0, thresholds) } }
    let persons = boxes.map { $0.count { $0.className == "person" } }
    #expect(statistics.photos == photos.count)
    #expect(statistics.withObjects == boxes.count { !$0.isEmpty })
    #expect(statistics.withScenes == scenes.count { !$0.isEmpty })
    #expect(statistics.withPosition == photos.count { $0.position != nil })
    #expect(statistics.withPersons == persons.count { $0 > 0 })
    #expect(statistics.persons == persons.reduce(0, +))
    #expect(statistics.undated == photos.count { $0.taken == nil })
    checkTimes(statistics, photos.compactMap(\.taken?.wall))
    checkClasses(statistics, boxes.map { $0.map(\.className) }, scenes.map { $0.map(\.className) })
    let confidences = photos.flatMap { $0.objects.map(\.confidence) }
    #expect(statistics.objectConfidences == Self.bins(confidences))
    let probabilities = photos.flatMap { $0.scenes.map(\.probability) }
    #expect(statistics.sceneProbabilities == Self.bins(probabilities))
    let nobody = result.statistics(personClass: nil)
    #expect(nobody.withPersons == 0 && nobody.persons == 0)
  }

  private func checkTimes(_ statistics: ResultStatistics, _ times: [WallTime]) {
    #expect(statistics.first == times.min() && statistics.last == times.max())
    var days: [String: Int] = [:]
    var hours = [Int](repeating: 0, count: 24)
    var weekdays = [Int](repeating: 0, count: 7)
    var hoursOfWeek = [Int](repeating: 0, count: 168)
    for time in times {
      let day = String(time.description.prefix(10))
      let parts = time.components
      days[day, default: 0] += 1
      hours[parts.hour] += 1
      let weekday = Self.weekday(parts.year, parts.month, parts.day)
      weekdays[weekday] += 1
      hoursOfWeek[weekday * 24 + parts.hour] += 1
    }
    #expect(statistics.days.map(\.day) == days.keys.sorted())
    #expect(statistics.days.map(\.count) == days.keys.sorted().map { days[$0] ?? 0 })
    #expect(statistics.hours == hours && statistics.weekdays == weekdays)
    #expect(statistics.hoursOfWeek == hoursOfWeek)
  }

  private func checkClasses(
    _ statistics: ResultStatistics, _ boxes: [[String]], _ scenes: [[String]]
  ) {
    func photos(_ name: String, _ lists: [[String]]) -> Int { lists.count { $0.contains(name) } }
    let objects = Set(boxes.joined()).sorted().map { name in
      (name, photos(name, boxes), boxes.joined().count { $0 == name })
    }.sorted { ($1.1, $1.2, $0.0) < ($0.1, $0.2, $1.0) }
    #expect(statistics.objects.map(\.reference.className) == objects.map(\.0))
    #expect(statistics.objects.map(\.photos) == objects.map(\.1))
    #expect(statistics.objects.map(\.boxes) == objects.map(\.2))
    #expect(statistics.objects.allSatisfy { $0.reference.task == .detection })
    let wanted = Set(scenes.joined()).sorted().map { ($0, photos($0, scenes)) }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    #expect(statistics.scenes.map(\.reference.className) == wanted.map(\.0))
    #expect(statistics.scenes.map(\.photos) == wanted.map(\.1))
    #expect(statistics.scenes.allSatisfy { $0.reference.task == .classification })
  }

  private static func bins(_ shares: [Double]) -> [Int] {
    (0..<20).map { bin in shares.count { min(19, Int($0 * 20)) == bin } }
  }

  /// Monday 0. Source: Tomohiko Sakamoto's method.
  private static func weekday(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1]
    let year = month < 3 ? year - 1 : year
    return (year + year / 4 - year / 100 + year / 400 + shift + day + 6) % 7
  }
}
