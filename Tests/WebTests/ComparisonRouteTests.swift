import Catalog
import Foundation
import PhotoCore
import Testing

@testable import Web

/// Two detectors and what they saw in six photos, through the API.
@Suite(.timeLimit(.minutes(20)))
struct ComparisonRouteTests {
  private static let (first, second) = ("first", "second")

  /// - Returns: a server; `first` sees a cat in photos 1 to 4, `second` one in 3 to 5, and a dog that
  ///   does not count in all. Photo 6 only `first` has looked at.
  func web() async throws -> (WebFixture, [Int64]) {
    let web = try await WebFixture(photos: 6)
    let labels = LabelSet(
      vocabulary: "coco", task: .detection,
      classes: ["cat", "dog"].map { LabelClass(name: $0) })
    try web.catalogue.models.register(
      [Self.first, Self.second].map {
        RegisteredModel(name: $0, labels: labels, threshold: 0.5, recordJSON: "{}")
      })
    let photos = try await web.browser(.viewer).get("/api/v1/photos").json["photos"]
    let ids = try #require(photos as? [[String: Any]]).compactMap { $0["id"] as? Int64 }
    let seen = ids.enumerated().flatMap { place, id in
      [
        place < 4 ? look(id, Self.first, ["cat": 0.9]) : look(id, Self.first, [:]),
        place < 5
          ? look(id, Self.second, place > 1 ? ["cat": 0.6, "dog": 0.2] : ["dog": 0.2]) : nil,
      ].compactMap { $0 }
    }
    try web.catalogue.recognition.store(seen, at: 1)
    return (web, ids)
  }

  private func look(
    _ photo: Int64, _ detector: String, _ seen: [String: Double]
  ) -> RecognisedPhoto {
    let box = UnitBox(left: 0.1, top: 0.2, width: 0.3, height: 0.4)
    return RecognisedPhoto(
      photo: photo,
      recognition: PhotoRecognition(
        detector: detector,
        objects: seen.map { DetectedObject(className: $0.key, confidence: $0.value, box: box) },
        classifier: nil, scenes: [], embedding: nil))
  }

  private let pair = "a=first&b=second"

  @Test func `the classes are counted over the photos analysed by both`() async throws {
    let (web, _) = try await web()
    let reply = try await web.browser(.viewer).get("/api/v1/models/compare?\(pair)")
    #expect(reply.json["photos"] as? Int == 5, "\(reply.text)")
    let classes = try #require(reply.json["classes"] as? [[String: Any]])
    #expect(classes.count == 1)
    let cat = try #require(classes.first)
    #expect(cat["class"] as? String == "cat")
    #expect(cat["a"] as? Int == 2 && cat["both"] as? Int == 2 && cat["b"] as? Int == 1)
    #expect((reply.json["a"] as? [String: Any])?["threshold"] as? Double == 0.5)
  }

  @Test(arguments: [("a", [0, 1]), ("both", [2, 3]), ("b", [4])])
  func `each number leads to its photos, with what both see`(side: String, places: [Int])
    async throws
  {
    let (web, ids) = try await web()
    let path = "/api/v1/models/compare/photos?\(pair)&class=cat&side=\(side)"
    let reply = try await web.browser(.viewer).get(path)
    let photos = try #require(reply.json["photos"] as? [[String: Any]])
    #expect(Set(photos.compactMap { $0["id"] as? Int64 }) == Set(places.map { ids[$0] }))
    #expect(reply.json["count"] as? Int == places.count)
    for photo in photos {
      let objects = (photo["b"] as? [String: Any])?["objects"] as? [[String: Any]] ?? []
      let dog = try #require(objects.first { $0["class"] as? String == "dog" })
      #expect(dog["counts"] as? Bool == false)
      #expect((dog["box"] as? [Double])?.count == 4)
    }
    let next = try await web.browser(.viewer).get(path + "&offset=1&limit=1")
    #expect((next.json["photos"] as? [Any])?.count == (places.count > 1 ? 1 : 0))
  }

  @Test func `a photo tells what each network saw and which one is active`() async throws {
    let (web, ids) = try await web()
    try web.catalogue.models.setActive(Self.first, for: .detection)
    let reply = try await web.browser(.viewer).get("/api/v1/photos/\(ids[2])")
    let results = try #require(reply.json["results"] as? [[String: Any]])
    #expect(results.compactMap { $0["model"] as? String } == [Self.first, Self.second])
    #expect(results.map { $0["speaks"] as? Bool } == [true, false])
  }

  @Test func `what cannot be compared is refused in a sentence`() async throws {
    let (web, _) = try await web()
    let browser = try web.browser(.viewer)
    for (path, status) in [
      ("?a=first", 400), ("?a=first&b=first", 400), ("?a=first&b=unknown", 404),
      ("/photos?\(pair)&class=cat&side=c", 400),
    ] {
      let reply = try await browser.get("/api/v1/models/compare\(path)")
      #expect(reply.status == status, "\(path): \(reply.text)")
      #expect(reply.header("content-type") == "application/problem+json")
    }
  }
}
