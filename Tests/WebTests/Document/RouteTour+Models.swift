import Catalog
import Foundation
import PhotoCore
import Testing

@testable import Web

/// Models, comparing them, and personal labels.
extension RouteTour {
  mutating func models() async throws {
    let networks = TestModels(
      [
        .detector("usual", isDefault: true), .detector("other"), .classifier("scenes"),
        .broken("damaged", "The labels are missing."),
      ], script: #"echo '{"stage":"download","done":5,"total":10}'; echo '{"installed":"other"}'"#)
    let web = try await WebFixture(networks: networks.web)
    let administrator = try web.browser(.administrator)
    try await go(administrator, "GET", "models/installable")
    let install = try await go(
      administrator, "POST", "models/install", #"{"id":"installable"}"#)
    try await ended(web, administrator)
    let path = "models/installs/\(install.number("id"))"
    try await go(administrator, "POST", path + "/cancel")
    try await go(administrator, "POST", path + "/repeat")
    try await ended(web, administrator)
    try await go(administrator, "POST", "models/other/verify")
    try await ended(web, administrator)
    try await go(administrator, "GET", "models/installs")
    try await go(administrator, "GET", "models")
    try await go(administrator, "POST", "models/other/use")
    try await go(administrator, "DELETE", "models/usual")
  }

  private func ended(_ web: WebFixture, _ browser: Browser) async throws {
    let hasEnded = try await web.wait {
      let installs = try await browser.get("/api/v1/models/installs").json["installs"]
      return (installs as? [[String: Any]])?.first?["state"] as? String != "running"
    }
    #expect(hasEnded)
  }

  mutating func comparison() async throws {
    let (web, _) = try await ComparisonRouteTests().web()
    let viewer = try web.browser(.viewer)
    try await go(viewer, "GET", "models/compare?a=first&b=second")
    try await go(viewer, "GET", "models/compare/photos?a=first&b=second&class=cat&side=both")
  }

  mutating func labels() async throws {
    let fixture = try await LabelBoxFixture(photos: 12)
    let editor = fixture.editor
    let label = String(fixture.label.dropFirst("/api/v1/".count))
    try await fixture.teach(10)
    try await go(editor, "GET", "labels")
    try await go(editor, "GET", label)
    try await go(editor, "GET", label + "/photos?mixed=true&limit=5")
    try await go(editor, "GET", label + "/examples?answer=true")
    let table = try await go(editor, "GET", label + "/examples.csv").text
    let file = try JSONSerialization.data(withJSONObject: ["text": table + "no such row\n"])
    try await go(
      editor, "POST", label + "/examples/import", String(decoding: file, as: UTF8.self))
    try await learning(fixture, label)
    try await answering(fixture, label)
    try await go(editor, "PUT", label + "/name", #"{"name":"crimson"}"#)
    try await go(editor, "PUT", label + "/threshold", #"{"threshold":0.25}"#)
    try await go(editor, "PUT", label + "/threshold", #"{"threshold":null}"#)
    try await go(editor, "DELETE", label)
    try await go(editor, "POST", "labels", #"{"name":"whole","class":null}"#)
  }

  private mutating func learning(_ fixture: LabelBoxFixture, _ label: String) async throws {
    let editor = fixture.editor
    try await go(editor, "POST", label + "/train", #"{"learner":"transfer","seed":1}"#)
    try await settle(fixture.web, editor)
    try addSecondVersion(fixture.web, try #require(Int64(label.dropFirst("labels/".count))))
    try await go(editor, "GET", label + "/versions")
    try await go(editor, "GET", label + "/versions/1?threshold=0.9")
    try await go(editor, "POST", label + "/versions/1/use", #"{"learner":"transfer"}"#)
    try await settle(fixture.web, editor)
    try await go(editor, "POST", label + "/versions/undo")
    try await settle(fixture.web, editor)
    try await go(editor, "GET", label + "/review?limit=5")
  }

  /// The first version once more, as if another training had come to the same: a real one takes long.
  private func addSecondVersion(_ web: WebFixture, _ label: Int64) throws {
    let versions = try web.catalogue.labelVersions.all(of: label)
    let first = try #require(versions.first)
    let second = NewLabelVersion(
      learner: first.learner, seed: 2, positives: first.positives, negatives: first.negatives,
      threshold: first.threshold, weights: first.weights, metricsJSON: first.metricsJSON)
    _ = try web.catalogue.labelVersions.add(
      [second], using: first.learner, to: label, at: web.clock.now)
  }

  private mutating func answering(_ fixture: LabelBoxFixture, _ label: String) async throws {
    let editor = fixture.editor
    let photos = try await fixture.photos().filter { !$0.marks.isEmpty }
    let photo = try #require(photos.first)
    let id = try #require(photo.photo["id"] as? Int)
    note(try await fixture.answer([(id, photo.marks[0]["box"])], true, origin: "viewer"), label)
    try await go(editor, "POST", label + "/examples/undo")
    try await go(
      editor, "POST", label + "/examples/photos",
      #"{"ids":[\#(id)],"answer":true,"largest":true,"origin":"grid"}"#)
    try await go(editor, "GET", "photos/\(id)")
  }
}
