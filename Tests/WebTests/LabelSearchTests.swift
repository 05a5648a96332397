import Foundation
import PhotoCore
import Testing

@testable import Web

/// Personal labels where queries are typed.
@Suite(.timeLimit(.minutes(20)))
struct LabelSearchTests {
  private func editor(labels: [String]) async throws -> (WebFixture, Browser) {
    let web = try await WebFixture(photos: 2)
    let editor = try web.browser(.editor)
    for label in labels {
      let body = try JSONSerialization.data(withJSONObject: ["name": label])
      let made = try await editor.send(
        "POST", "/api/v1/labels", json: String(decoding: body, as: UTF8.self))
      #expect(made.status == 200 || made.status == 201, "\(made.text)")
    }
    return (web, editor)
  }

  private func suggestions(_ text: String, _ browser: Browser) async throws -> [[String]] {
    let answer = try await browser.get("/api/v1/complete?text=\(text)")
    let found = try #require(answer.json["suggestions"] as? [[String: Any]], "\(answer.text)")
    return found.map { ["\($0["text"] ?? "")", "\($0["kind"] ?? "")"] }
  }

  @Test func `a label is suggested as a name and behind its field, in quotes where it needs them`()
    async throws
  {
    let (web, editor) = try await editor(labels: ["our tent", "bivvy"])
    #expect(try await suggestions("biv", editor).contains(["label:bivvy", "label"]))
    #expect(try await suggestions("tent", editor).contains([#"label:"our tent""#, "label"]))
    #expect(
      try await suggestions("label:", editor) == [
        ["label:bivvy", "label"], [#"label:"our tent""#, "label"],
      ])
    _ = web
  }

  @Test func `a search for a label that has learnt nothing says so`() async throws {
    let (web, editor) = try await editor(labels: ["bivvy"])
    let answer = try await editor.get("/api/v1/search?q=bivvy").json
    #expect(answer["count"] as? Int == 0)
    #expect(
      answer["left_out"] as? String
        == "The label “bivvy” is not trained yet. Mark examples and train it.")
    let report = try await editor.get("/api/v1/export?q=not%20bivvy&form=report").text
    #expect(report.contains("The label “bivvy” is not trained yet"))
    _ = web
  }
}
