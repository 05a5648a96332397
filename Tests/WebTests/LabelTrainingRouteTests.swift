import Foundation
import Testing

/// Labels about boxes through the API: answering, learning by the real worker, and review.
@Suite(.timeLimit(.minutes(20)))
struct LabelTrainingRouteTests {
  @Test
  func `each box of a photo has an answer of its own, and a label about boxes takes nothing else`()
    async throws
  {
    let fixture = try await LabelBoxFixture(photos: 2)
    let photos = try await fixture.photos()
    #expect(photos.map(\.marks.count).sorted() == [0, 2, 2])
    let first = try #require(photos.first { $0.marks.count == 2 })
    let id = try #require(first.photo["id"] as? Int)
    for (mark, answer) in zip(first.marks, [true, false]) {
      let reply = try await fixture.answer([(id, mark["box"])], answer)
      #expect(reply.json["changed"] as? Int == 1, "\(reply.text)")
    }
    let again = try await fixture.photos().first { $0.photo["id"] as? Int == id }
    #expect(again?.marks.map { $0["answer"] as? Bool } == [true, false])
    let listed = try await fixture.editor.get(fixture.label + "/examples?answer=true")
    let examples = try #require(listed.json["examples"] as? [[String: Any]])
    #expect(examples.map { $0["box"] as? [Double] } == [first.marks[0]["box"] as? [Double]])
    let wrong: [[Double]?] = [
      nil, [], [0, 0, 1], [0, 0, 1, 1, 1], [-0.1, 0, 0.5, 0.5], [0, 0, 0, 0.5], [0.6, 0, 0.5, 0.5],
    ]
    for box in wrong {
      let reply = try await fixture.answer([(id, box)], true)
      #expect(reply.status == 422, "\(String(describing: box)): \(reply.text)")
    }
  }

  @Test
  func `no for a photo is no for all its boxes; yes is for the only one, or the largest if wanted`()
    async throws
  {
    let fixture = try await LabelBoxFixture(photos: 2)
    let photos = try await fixture.photos()
    let ids = photos.compactMap { $0.photo["id"] as? Int }
    let with = photos.filter { !$0.marks.isEmpty }.compactMap { $0.photo["id"] as? Int }
    let without = photos.filter(\.marks.isEmpty).compactMap { $0.photo["id"] as? Int }
    func answer(_ more: String) async throws -> [String: Any] {
      try await fixture.editor.send(
        "POST", fixture.label + "/examples/photos", json: "{\"ids\":\(ids),\(more)}"
      ).json
    }
    let no = try await answer(#""answer":false"#)
    #expect(no["changed"] as? Int == 4 && no["without"] as? [Int] == without)
    let yes = try await answer(#""answer":true"#)
    #expect(yes["changed"] as? Int == 0 && yes["ambiguous"] as? [Int] == with)
    let largest = try await answer(#""answer":true,"largest":true"#)
    #expect(largest["changed"] as? Int == 2)
    let marked = try await fixture.photos().filter { !$0.marks.isEmpty }
    #expect(marked.count == 2)
    for photo in marked {
      #expect(photo.marks.map { $0["answer"] as? Bool } == [true, false], "the left is larger")
    }
  }

  @Test func `a training ends as a version that answers in searches; another one stands beside it`()
    async throws
  {
    let fixture = try await LabelBoxFixture(photos: 20)
    let editor = fixture.editor
    let label = fixture.label
    try await fixture.teach(16)
    let job = try await fixture.train(#"{"learner":"transfer","seed":3}"#)
    #expect(job["state"] as? String == "done", "\(job)")
    let training = (job["summary"] as? [String: Any])?["training"] as? [String: Any]
    #expect(training?["number"] as? Int == 1 && training?["proposed"] as? String == "transfer")
    #expect(training?["photos"] as? Int == 21, "all photos were looked at")

    let shown = try await editor.get(label).json
    let version = try #require(shown["version"] as? [String: Any], "\(shown)")
    #expect(version["seed"] as? Int == 3 && version["is_in_use"] as? Bool == true)
    #expect(version["positives"] as? Int == 16 && version["negatives"] as? Int == 16)
    let precision = (version["average_precision"] as? [String: Any])?["value"] as? Double
    #expect(try #require(precision) > 0.9)
    let figures = try await editor.get(label + "/versions/1").json
    let confusion = (figures["learners"] as? [[String: Any]])?.first?["confusion"] as? [String: Int]
    #expect(confusion?.values.reduce(0, +) == 32)

    func count(_ query: String) async throws -> Int? {
      try await editor.get("/api/v1/search?q=\(query)").json["count"] as? Int
    }
    // The index follows the catalogue once a second.
    let follows = try await fixture.web.wait { try await count("red%20%40%200%25") == 20 }
    #expect(follows, "the photo without a box can never be it")
    let photos = try #require(shown["photos"] as? Int)
    #expect(photos > 16 && photos <= 20)
    #expect(try await count("red") == photos)

    let examples = try await editor.get(label + "/examples?answer=true").json["examples"]
    let marked = try #require((examples as? [[String: Any]])?.first)
    let id = try #require((marked["photo"] as? [String: Any])?["id"] as? Int)
    let scores = try await editor.get("/api/v1/photos/\(id)").json["labels"] as? [[String: Any]]
    #expect(scores?.map { $0["answer"] as? Bool } == [true], "the box that shows it was marked so")

    let second = try await fixture.train(#"{"learner":"transfer","seed":4}"#)
    #expect(second["state"] as? String == "done", "\(second)")
    let versions = try #require(
      try await editor.get(label + "/versions").json["versions"] as? [[String: Any]])
    #expect(versions.map { $0["number"] as? Int } == [2, 1])
    #expect(versions.map { $0["is_in_use"] as? Bool } == [true, false])

    // The one before looks at all photos again by itself, and learns nothing.
    for path in ["/versions/1/use", "/versions/undo"] {
      let used = try await editor.send("POST", label + path, json: "{}")
      #expect(used.status == 200, "\(used.text)")
      var jobs: [[String: Any]] = []
      let hasLooked = try await fixture.web.wait {
        jobs = try await editor.get("/api/v1/jobs").json["jobs"] as? [[String: Any]] ?? []
        return jobs.allSatisfy { $0["state"] as? String == "done" }
      }
      #expect(hasLooked && jobs.first?["learns"] as? Bool == false, "\(jobs)")
      let counts = (jobs.first?["summary"] as? [String: Any])?["training"] as? [String: Any]
      #expect(counts?["photos"] as? Int == 21)
      #expect(try await editor.get(label + "/review").json["pending"] as? Int == 0)
    }
    let after = try await editor.get(label + "/versions").json
    #expect((after["versions"] as? [Any])?.count == 2)
    #expect((after["before"] as? [String: Any])?["number"] as? Int == 1)
    #expect(after["pending"] as? Int == 0)
  }

  @Test func `review tells what nobody answered, least certain first, until it is answered`()
    async throws
  {
    let fixture = try await LabelBoxFixture(photos: 20)
    let editor = fixture.editor
    let label = fixture.label
    func uncertainPhotos() async throws -> [(photo: Int, box: [Double], probability: Double)] {
      let reply = try await editor.get(label + "/review")
      #expect(reply.json["pending"] as? Int == 0, "\(reply.text)")
      return try #require(reply.json["doubts"] as? [[String: Any]]).map { doubt in
        let photo = try #require(doubt["photo"] as? [String: Any])
        return (
          try #require(photo["id"] as? Int), try #require(doubt["box"] as? [Double]),
          try #require(doubt["probability"] as? Double)
        )
      }
    }
    try await fixture.teach(16)
    let job = try await fixture.train(#"{"learner":"transfer"}"#)
    #expect(job["state"] as? String == "done", "\(job)")
    let marked = try await fixture.photos().filter { $0.marks.first?["answer"] as? Bool != nil }
    let answered = Set(marked.compactMap { $0.photo["id"] as? Int })
    #expect(answered.count == 16)
    let first = try await uncertainPhotos()
    #expect(answered.isDisjoint(with: first.map(\.photo)))
    try #require(first.count == 4)
    let threshold = try #require(try await editor.get(label).json["threshold"] as? Double)
    let distances = first.map { abs($0.probability - threshold) }
    #expect(distances == distances.sorted())

    let reply = try await fixture.answer([(first[0].photo, first[0].box)], true, origin: "review")
    #expect(reply.json["changed"] as? Int == 1, "\(reply.text)")
    #expect(try await uncertainPhotos().map(\.photo) == first.dropFirst().map(\.photo))
    let example = try await editor.get(label + "/examples?limit=1").json["examples"]
    #expect((example as? [[String: Any]])?.first?["origin"] as? String == "review")
    _ = try await editor.send("POST", label + "/examples/undo")
    #expect(try await uncertainPhotos().map(\.photo) == first.map(\.photo))
  }
}
