import Catalog
import Foundation
import Labels
import Learning
import Library
import PhotoCore
import Testing

@testable import Web

/// Personal labels through the API: making them, answering, and what is refused.
@Suite(.timeLimit(.minutes(20)))
struct LabelRouteTests {
  private static let hostile = #"<img src=x onerror="alert(1)"> 'me' & "you""#

  /// A server with photos, an editor's browser, and the address of a label about whole photos.
  ///
  /// A class, so that the server lives as long as whoever asks it.
  private final class Fixture: Sendable {
    let web: WebFixture
    let editor: Browser
    let label: String
    let id: Int64

    init(_ web: WebFixture, _ editor: Browser, _ id: Int64) {
      self.web = web
      self.editor = editor
      self.id = id
      label = "/api/v1/labels/\(id)"
    }
  }

  private func fixture(photos: Int = 4, name: String = "tent") async throws -> Fixture {
    let web = try await WebFixture(photos: photos)
    let editor = try web.browser(.editor)
    let body = try JSONSerialization.data(withJSONObject: ["name": name])
    let made = try await editor.send(
      "POST", "/api/v1/labels", json: String(decoding: body, as: UTF8.self))
    return Fixture(web, editor, try #require(made.json["id"] as? Int64, "\(made.text)"))
  }

  private func ids(_ browser: Browser) async throws -> [Int] {
    let photos = try await browser.get("/api/v1/photos").json["photos"]
    return try #require(photos as? [[String: Any]]).compactMap { $0["id"] as? Int }
  }

  private func answer(_ photos: [Int], _ answer: String) -> String {
    let marks = photos.map { "{\"photo\":\($0)}" }.joined(separator: ",")
    return "{\"marks\":[\(marks)],\"answer\":\(answer),\"origin\":\"page\"}"
  }

  @Test func `a label is made, renamed and forgotten, and its name is a word of queries meanwhile`()
    async throws
  {
    let fixture = try await fixture(name: "bivvy")
    let editor = fixture.editor
    let label = fixture.label
    #expect(try await editor.get("/api/v1/search?q=bivvy").json["count"] as? Int == 0)
    let renamed = try await editor.send("PUT", label + "/name", json: "{\"name\":\"our tent\"}")
    #expect(renamed.json["term"] as? String == "label:\"our tent\"", "\(renamed.text)")
    #expect(try await editor.get("/api/v1/search?q=bivvy").status == 400)
    #expect(try await editor.get("/api/v1/search?q=%22our%20tent%22").status == 200)
    #expect(try await editor.send("DELETE", label).status == 204)
    #expect(try await editor.get(label).status == 404)
    #expect(try await editor.get("/api/v1/search?q=%22our%20tent%22").status == 400)
  }

  @Test
  func `answers are counted, listed, shown with the photos and taken back one action at a time`()
    async throws
  {
    let fixture = try await fixture()
    let editor = fixture.editor
    let label = fixture.label
    let ids = try await ids(editor)
    let yes = try await editor.send(
      "POST", label + "/examples", json: answer([ids[0], ids[1]], "true"))
    #expect(yes.json["changed"] as? Int == 2, "\(yes.text)")
    let no = try await editor.send("POST", label + "/examples", json: answer([ids[2]], "false"))
    let counts = try #require(no.json["label"] as? [String: Any])
    #expect(counts["positives"] as? Int == 2 && counts["negatives"] as? Int == 1)
    let listed = try await editor.get(label + "/examples?answer=true")
    #expect(listed.json["count"] as? Int == 2)
    #expect(try await editor.get(label + "/examples?answer=false").json["count"] as? Int == 1)
    #expect(try await editor.get(label + "/examples").json["count"] as? Int == 3)
    let shown = try #require(
      try await editor.get(label + "/photos").json["photos"] as? [[String: Any]])
    let given = shown.map { ($0["marks"] as? [[String: Any]])?.first?["answer"] as? Bool }
    #expect(given == [true, true, false, nil])
    let mixed = try await editor.get(label + "/photos?mixed=true").json["photos"]
    let shuffled = try #require(mixed as? [[String: Any]])
      .compactMap { ($0["photo"] as? [String: Any])?["id"] as? Int }
    #expect(shuffled.sorted() == ids.sorted() && shuffled != ids)
    #expect(try await editor.get(label + "/photos?mixed=perhaps").status == 400)
    let undone = try await editor.send("POST", label + "/examples/undo")
    #expect((undone.json["marks"] as? [Any])?.count == 1)
    _ = try await editor.send("POST", label + "/examples/undo")
    #expect(try await editor.get(label).json["positives"] as? Int == 0)
    let nothing = try await editor.send("POST", label + "/examples/undo")
    #expect((nothing.json["marks"] as? [Any])?.isEmpty == true)
  }

  @Test func `a selection of the grid is answered at once, and null takes the answers away`()
    async throws
  {
    let fixture = try await fixture()
    let editor = fixture.editor
    let label = fixture.label
    let ids = try await ids(editor)
    let path = label + "/examples/photos"
    let given = try await editor.send(
      "POST", path, json: "{\"ids\":\(ids),\"answer\":true,\"origin\":\"grid\"}")
    #expect(given.json["changed"] as? Int == 4, "\(given.text)")
    let taken = try await editor.send("POST", path, json: "{\"ids\":\(ids),\"answer\":null}")
    #expect(taken.json["changed"] as? Int == 4)
  }

  @Test func `a file of examples reads back as the same examples`() async throws {
    let fixture = try await fixture()
    let editor = fixture.editor
    let label = fixture.label
    let ids = try await ids(editor)
    _ = try await editor.send("POST", label + "/examples", json: answer(ids, "true"))
    let file = try await editor.get(label + "/examples.csv")
    #expect(file.header("content-type")?.hasPrefix("text/csv") == true)
    _ = try await editor.send("POST", label + "/examples", json: answer(ids, "null"))
    let lines = file.text + "nonsense,,,yes\r\n"
    let body = try JSONSerialization.data(withJSONObject: ["text": lines])
    let read = try await editor.send(
      "POST", label + "/examples/import", json: String(decoding: body, as: UTF8.self))
    #expect(read.json["changed"] as? Int == 4, "\(read.text)")
    #expect((read.json["problems"] as? [String: String])?.keys.first == "6")
  }

  @Test func `a threshold is chosen, and left to the version again`() async throws {
    let fixture = try await fixture(photos: 0)
    let editor = fixture.editor
    let label = fixture.label
    let chosen = try await editor.send("PUT", label + "/threshold", json: "{\"threshold\":0.9}")
    #expect(chosen.json["threshold"] as? Double == 0.9)
    #expect(chosen.json["is_threshold_chosen"] as? Bool == true)
    let left = try await editor.send("PUT", label + "/threshold", json: "{\"threshold\":null}")
    #expect(left.json["is_threshold_chosen"] as? Bool == false)
    for value in ["1.5", "-0.1", "\"high\""] {
      let reply = try await editor.send(
        "PUT", label + "/threshold", json: "{\"threshold\":\(value)}")
      #expect(reply.status == 422 || reply.status == 400, "\(value): \(reply.text)")
    }
  }

  @Test func `a name of quotes and markup stays text, in the label's term and in queries`()
    async throws
  {
    let fixture = try await fixture(photos: 0, name: Self.hostile)
    let editor = fixture.editor
    let label = fixture.label
    let shown = try await editor.get(label)
    #expect(shown.header("content-type") == "application/json")
    #expect(shown.json["name"] as? String == Self.hostile)
    let term = try #require(shown.json["term"] as? String)
    let query = try #require(term.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
    let found = try await editor.get("/api/v1/search?q=\(query)")
    #expect(found.status == 200, "\(term): \(found.text)")
    #expect(found.json["query"] as? String == term)
  }

  @Test func `a training without examples fails with a sentence that says what is missing`()
    async throws
  {
    let fixture = try await fixture(photos: 0)
    let editor = fixture.editor
    let label = fixture.label
    let job = try await editor.send("POST", label + "/train")
    let id = try #require(job.json["id"] as? Int, "\(job.text)")
    #expect(job.json["kind"] as? String == "train_label")
    var last: [String: Any] = [:]
    let hasFailed = try await fixture.web.wait {
      let jobs = try await editor.get("/api/v1/jobs").json["jobs"] as? [[String: Any]] ?? []
      last = jobs.first { $0["id"] as? Int == id } ?? [:]
      return last["state"] as? String == "failed"
    }
    #expect(hasFailed, "\(last)")
    #expect((last["message"] as? String)?.contains("yes") == true, "\(last)")
    #expect(try await editor.get(label + "/versions").json["versions"] as? [String] == [])
  }

  /// Keeps a training of both learners, whose mistakes are known.
  private func train(_ fixture: Fixture) throws {
    let examples = try fixture.web.catalogue.labels.examples(of: fixture.id)
    let learners: [(LabelLearner, LearnerKind)] = [(.cnn3, .cnn3), (.transfer, .transfer)]
    let versions = learners.map { learner, kind in
      let scored = examples.enumerated().map { place, example in
        let mark = LabelMarkID(sha256: example.sha256, box: nil)
        return ScoredExample(
          Example(
            id: mark.description, group: "\(place)", isYes: example.answer,
            size: PixelSize(width: 160, height: 96)),
          probability: place == 0 ? 0.2 : example.answer ? 0.8 : 0.1)
      }
      let evaluation = LabelEvaluation(learner: kind, scored: scored, foldCount: 2, seed: 1)
      let metrics = LabelMetrics(
        evaluation: evaluation, threshold: 0.5, comparison: nil, history: [], seconds: 1,
        leftOut: LabelLeftOut())
      return NewLabelVersion(
        learner: learner, seed: 1, positives: 2, negatives: 2, threshold: 0.5,
        weights: .network(folder: learner.rawValue), metricsJSON: metrics.json)
    }
    _ = try fixture.web.catalogue.labelVersions.add(
      versions, using: .transfer, to: fixture.id, at: 1)
  }

  @Test func `what was measured is told of both learners, at any threshold, with the mistakes`()
    async throws
  {
    let fixture = try await fixture()
    let editor = fixture.editor
    let label = fixture.label
    let ids = try await ids(editor)
    _ = try await editor.send("POST", label + "/examples", json: answer([ids[0], ids[1]], "true"))
    _ = try await editor.send("POST", label + "/examples", json: answer([ids[2], ids[3]], "false"))
    try train(fixture)
    let told = try await editor.get(label + "/versions/1").json
    let learners = try #require(told["learners"] as? [[String: Any]], "\(told)")
    #expect(learners.compactMap { $0["learner"] as? String } == ["cnn3", "transfer"])
    let confusion = try #require(learners[0]["confusion"] as? [String: Int])
    #expect(confusion["true_positives"] == 1 && confusion["false_negatives"] == 1)
    let mistakes = try #require(learners[0]["mistakes"] as? [[String: Any]])
    #expect((mistakes.first?["photo"] as? [String: Any])?["id"] as? Int == ids[0])
    let lower = try await editor.get(label + "/versions/1?threshold=0.15").json["learners"]
    let recall = (lower as? [[String: Any]])?.first?["recall"] as? [String: Double]
    #expect(recall?["value"] == 1)
    #expect(try await editor.get(label + "/versions/1?threshold=2").status == 400)
  }

  @Test func `another version is used, and the use is taken back`() async throws {
    let fixture = try await fixture()
    let editor = fixture.editor
    let label = fixture.label
    try train(fixture)
    let used = try await editor.send(
      "POST", label + "/versions/1/use", json: "{\"learner\":\"cnn3\"}")
    #expect((used.json["version"] as? [String: Any])?["learner"] as? String == "cnn3")
    let undone = try await editor.send("POST", label + "/versions/undo")
    #expect((undone.json["version"] as? [String: Any])?["learner"] as? String == "transfer")
    #expect(try await editor.send("POST", label + "/versions/undo").status == 409)
  }

  @Test func `what cannot be is refused in a sentence`() async throws {
    let fixture = try await fixture()
    let editor = fixture.editor
    let label = fixture.label
    let photo = try #require(try await ids(editor).first)
    let refused: [(String, String, String, Int)] = [
      ("POST", "/api/v1/labels", "{\"name\":\"TENT\"}", 409),
      ("POST", "/api/v1/labels", "{\"name\":\" \"}", 422),
      ("POST", "/api/v1/labels", "{\"name\":\"a\\u202eb\"}", 422),
      ("POST", "/api/v1/labels", "{\"name\":\"me\",\"class\":\"unicorn\"}", 422),
      ("POST", label + "/examples", "{\"marks\":[{\"photo\":\(photo),\"box\":[0,0,1,1]}]}", 422),
      ("POST", label + "/examples", "{\"marks\":[],\"origin\":\"import\"}", 422),
      ("POST", label + "/train", "{\"learner\":\"oracle\"}", 422),
      ("POST", label + "/train", "{\"seed\":18446744073709551615}", 422),
      ("POST", label + "/versions/1/use", "{}", 404),
      ("POST", label + "/versions/undo", "{}", 409),
      ("GET", label + "/versions/9", "", 404),
      ("GET", label + "/review?limit=0", "", 400),
      ("GET", label + "/examples?answer=yes", "", 400),
      ("GET", label + "/examples?answer=", "", 400),
      ("POST", "/api/v1/labels/987654/train", "{}", 404),
    ]
    for (method, path, body, status) in refused {
      let reply =
        method == "GET"
        ? try await editor.get(path) : try await editor.send(method, path, json: body)
      #expect(reply.status == status, "\(method) \(path) \(body): \(reply.text)")
      #expect(reply.header("content-type") == "application/problem+json")
    }
  }
}
