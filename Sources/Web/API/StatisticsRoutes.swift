internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import OrderedJSON
internal import PhotoCore
internal import Query
internal import Search

/// The numbers of a trip: for the whole library, or for any query.
enum StatisticsRoutes {
  static let all: [Route] = [
    Route(
      .get, "/api/v1/statistics", .viewing,
      RouteDocument(
        "The numbers of a result, by day, hour, object, scene, place and camera",
        Schemas.query.filter { $0.name != "order" },
        answer: .object(
          [("query", .string), ("numbers", .map(.any))]
            + [
              "days", "hours", "weekdays", "hours_of_week", "objects", "scenes", "countries",
              "cities", "cameras", "lights",
            ]
            .map { ($0, .list(.any)) } + [("confidence", .map(.any))])), handler: show)
  ]

  @Sendable private static func show(_ call: WebCall) async throws -> Response {
    let (app, text) = (call.app, call.text("q") ?? "")
    return try await call.answer {
      let found = try app.queries.find(text)
      let words = found.words
      let person = words.lexicon.allClasses.first {
        $0.task == .detection && $0.className == "person"
      }
      let statistics = found.result.statistics(personClass: person)
      let facets = FacetsJSON(
        facets: found.result.facets(), words: words, places: try app.places.names(),
        countries: try app.places.countries()
      ).lists
      return .object([
        ("query", .text(found.text)), ("numbers", numbers(statistics)),
        ("days", .array(statistics.days.map { .array([.text($0.day), .count($0.count)]) })),
        ("hours", counts(statistics.hours)), ("weekdays", counts(statistics.weekdays)),
        ("hours_of_week", counts(statistics.hoursOfWeek)),
        (
          "objects",
          .array(statistics.objects.map { row($0.reference, $0.photos, boxes: $0.boxes) })
        ),
        ("scenes", .array(statistics.scenes.map { row($0.reference, $0.photos, boxes: nil) })),
        ("countries", facets.countries), ("cities", facets.cities), ("cameras", facets.cameras),
        ("lights", facets.lights),
        (
          "confidence",
          .object([
            ("objects", counts(statistics.objectConfidences)),
            ("scenes", counts(statistics.sceneProbabilities)),
            ("detection_threshold", .number(words.thresholds.detection)),
            ("classification_threshold", .number(words.thresholds.classification)),
          ])
        ),
      ])
    }
  }

  private static func numbers(_ of: ResultStatistics) -> JSONText {
    let days = of.first.flatMap { first in of.last.map { range(first, $0) } } ?? 0
    return .object([
      ("photos", .count(of.photos)), ("with_objects", .count(of.withObjects)),
      ("with_scenes", .count(of.withScenes)), ("with_position", .count(of.withPosition)),
      ("first", .text(orNull: of.first?.description)),
      ("last", .text(orNull: of.last?.description)),
      ("range_days", .count(days)), ("days_with_photos", .count(of.days.count)),
      ("days_without_photos", .count(max(0, days - of.days.count))),
      ("with_persons", .count(of.withPersons)),
      ("without_persons", .count(of.photos - of.withPersons)), ("persons", .count(of.persons)),
      (
        "persons_per_photo",
        of.withPersons > 0 ? .number(Double(of.persons) / Double(of.withPersons)) : .null
      ), ("undated", .count(of.undated)),
    ])
  }

  /// Days from the first to the last, both counted.
  private static func range(_ first: WallTime, _ last: WallTime) -> Int {
    func day(_ time: WallTime) -> Int64 {
      Int64((Double(time.milliseconds) / 86_400_000).rounded(.down))
    }
    return Int(day(last) - day(first)) + 1
  }

  private static func counts(_ values: [Int]) -> JSONText { .array(values.map(JSONText.count)) }

  private static func row(_ reference: ClassReference, _ photos: Int, boxes: Int?) -> JSONText {
    .object(
      [
        ("term", .text(QueryText.classTerm(reference))), ("name", .text(reference.className)),
        ("count", .count(photos)),
      ] + (boxes.map { [("boxes", .count($0))] } ?? []))
  }
}
