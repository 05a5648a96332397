import HTTPTypes
import Testing

@testable import Web

/// Every route of the API, those that change something too: what it takes and what it answers is as the
/// API document says.
struct EveryRouteTests {
  @Test(.timeLimit(.minutes(20)))
  func `every route takes a good body and answers as the document says`() async throws {
    var tour = RouteTour()
    try await tour.firstVisit()
    try await tour.accounts()
    try await tour.searching()
    try await tour.marking()
    try await tour.jobs()
    try await tour.uploads()
    try await tour.models()
    try await tour.comparison()
    try await tour.labels()
    try await tour.administration()
    let routes = RouteTable.all.filter { $0.document != nil }
      .map { "\($0.method.rawValue) \($0.path)" }
    #expect(Set(routes).subtracting(tour.answered).sorted() == [], "no good answer was seen")
  }
}
