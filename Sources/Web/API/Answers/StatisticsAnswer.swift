internal import Foundation
internal import PhotoCore
internal import Query
internal import Search

/// The numbers of a result.
struct StatisticsAnswer {
  let found: QueryResult
  let numbers: ResultStatistics
  let facets: ListedFacets

  static let shape = Shape<StatisticsAnswer>.object([
    .field("query", .string) { $0.found.text }, .field("numbers", numbers) { $0.numbers },
    .field("days", .list(day)) { $0.numbers.days },
    .field("hours", .list(.integer)) { $0.numbers.hours },
    .field("weekdays", .list(.integer)) { $0.numbers.weekdays },
    .field("hours_of_week", .list(.integer)) { $0.numbers.hoursOfWeek },
    .field("objects", .list(object)) { $0.numbers.objects },
    .field("scenes", .list(scene)) { $0.numbers.scenes },
    .field("countries", .list(ListedFacets.value)) { $0.facets.countries },
    .field("cities", .list(ListedFacets.value)) { $0.facets.cities },
    .field("cameras", .list(ListedFacets.value)) { $0.facets.cameras },
    .field("lights", .list(ListedFacets.value)) { $0.facets.lights },
    .field("confidence", confidence) { $0 },
  ]).named("Statistics")

  private static let numbers = Shape<ResultStatistics>.object([
    .field("photos", .integer) { $0.photos }, .field("with_objects", .integer) { $0.withObjects },
    .field("with_scenes", .integer) { $0.withScenes },
    .field("with_position", .integer) { $0.withPosition },
    .field("first", .optional(.string)) { $0.first?.description },
    .field("last", .optional(.string)) { $0.last?.description },
    .field("range_days", .integer) { $0.range },
    .field("days_with_photos", .integer) { $0.days.count },
    .field("days_without_photos", .integer) { max(0, $0.range - $0.days.count) },
    .field("with_persons", .integer) { $0.withPersons },
    .field("without_persons", .integer) { $0.photos - $0.withPersons },
    .field("persons", .integer) { $0.persons },
    .field("persons_per_photo", .optional(.number)) {
      $0.withPersons > 0 ? Double($0.persons) / Double($0.withPersons) : nil
    }, .field("undated", .integer) { $0.undated },
  ])

  /// `["2014-06-12", 31]`.
  private static let day = Shape<[Either<String, Int>]>.list(.either(.string, .integer)).from {
    (day: (day: String, count: Int)) in [.first(day.day), .second(day.count)]
  }

  private static let object = Shape<(reference: ClassReference, photos: Int, boxes: Int)>.object([
    .field("term", .string) { QueryText.classTerm($0.reference) },
    .field("name", .string) { $0.reference.className }, .field("count", .integer) { $0.photos },
    .field("boxes", .integer) { $0.boxes },
  ])

  private static let scene = Shape<(reference: ClassReference, photos: Int)>.object([
    .field("term", .string) { QueryText.classTerm($0.reference) },
    .field("name", .string) { $0.reference.className }, .field("count", .integer) { $0.photos },
  ])

  private static let confidence = Shape<StatisticsAnswer>.object([
    .field("objects", .list(.integer)) { $0.numbers.objectConfidences },
    .field("scenes", .list(.integer)) { $0.numbers.sceneProbabilities },
    .field("detection_threshold", .number) { $0.found.snapshot.thresholds.detection },
    .field("classification_threshold", .number) { $0.found.snapshot.thresholds.classification },
  ])
}

extension ResultStatistics {
  /// Days from the first photo to the last, both counted; 0 without dates.
  fileprivate var range: Int {
    guard let first, let last else { return 0 }
    func day(_ time: WallTime) -> Int64 {
      Int64((Double(time.milliseconds) / 86_400_000).rounded(.down))
    }
    return Int(day(last) - day(first)) + 1
  }
}
