internal import Foundation
internal import HTTPTypes
internal import Hummingbird
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
        QueryParameter.query.filter { $0.name != "order" },
        answer: StatisticsAnswer.shape), handler: show)
  ]

  @Sendable private static func show(_ call: WebCall) throws -> StatisticsAnswer {
    let app = call.app
    let text = call.text("q") ?? ""
    let found = try app.queries.find(text)
    let person = found.snapshot.lexicon.allClasses.first {
      $0.task == .detection && $0.className == "person"
    }
    return StatisticsAnswer(
      found: found, numbers: found.result.statistics(personClass: person),
      facets: ListedFacets(
        facets: found.result.facets(), places: try app.places.names(),
        countryNames: try app.places.countries()))
  }
}
