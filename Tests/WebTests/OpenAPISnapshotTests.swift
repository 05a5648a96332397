import Fixtures
import Foundation
import PhotoCore
import Testing

/// The API as others see it, held to a file in `Snapshots`. `make snapshots` writes it anew.
@Suite(.timeLimit(.minutes(20)))
struct OpenAPISnapshotTests {
  @Test func `the API document is as it was`() async throws {
    let web = try await WebFixture()
    var document = try await web.browser(.viewer).get("/api/v1/openapi.json").json
    var about = document["info"] as? [String: Any] ?? [:]
    about["version"] = "VERSION"
    document["info"] = about
    let text = try JSONSerialization.data(
      withJSONObject: document, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
    let kept = Snapshot(beside: #filePath)
    let problem = try kept.problem(with: String(decoding: text, as: UTF8.self), "openapi")
    #expect(problem == nil, "\(problem ?? "")")
    #expect(try kept.leftovers(except: ["openapi"]) == [], "make snapshots removes them")
  }
}
