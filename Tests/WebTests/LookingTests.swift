import Catalog
import Foundation
import PhotoCore
import Testing

@testable import Web

/// What administrators settle about looking: how thoroughly, and what counts.
@Suite(.timeLimit(.minutes(20)))
struct LookingTests {
  @Test func `imports look thoroughly once an administrator says so, and other settings stay`()
    async throws
  {
    let web = try await WebFixture()
    let browser = try web.browser(.administrator)
    let before = try await browser.get("/api/v1/settings").json
    #expect(before["thorough_imports"] as? Bool == false)
    let changed = try await browser.send(
      "PUT", "/api/v1/settings", json: #"{"thorough_imports": true}"#)
    #expect(changed.json["thorough_imports"] as? Bool == true, "\(changed.text)")
    #expect(changed.json["upload_files"] as? Int == before["upload_files"] as? Int)
    #expect(try web.catalogue.settings.looksThoroughly())
    _ = try await browser.send("PUT", "/api/v1/settings", json: #"{"upload_files": 7}"#)
    #expect(try web.catalogue.settings.looksThoroughly(), "it was left out, so it stays")
    _ = try await browser.send("PUT", "/api/v1/settings", json: #"{"thorough_imports": false}"#)
    #expect(try !web.catalogue.settings.looksThoroughly())
  }

  @Test func `documents show a class from the threshold that the vocabulary gives it`() async throws
  {
    let web = try await WebFixture(photos: 1)
    let labels = LabelSet(
      vocabulary: "coco", task: .detection, classes: [LabelClass(name: "cat")])
    try web.catalogue.models.register([
      RegisteredModel(name: "detector", labels: labels, threshold: 0.25, recordJSON: "{}")
    ])
    let browser = try web.browser(.administrator)
    let photos = try await browser.get("/api/v1/photos").json["photos"] as? [[String: Any]]
    let id = try #require(photos?.first?["id"] as? Int64)
    let cat = DetectedObject(
      className: "cat", confidence: 0.6, box: UnitBox(left: 0.1, top: 0.2, width: 0.3, height: 0.4))
    let seen = PhotoRecognition(
      detector: "detector", objects: [cat], classifier: nil, scenes: [], embedding: nil)
    try web.catalogue.recognition.store([RecognisedPhoto(photo: id, recognition: seen)], at: 1)
    for (share, isShown) in [("70%", false), ("50%", true)] {
      _ = try await browser.send(
        "PUT", "/api/v1/vocabulary", json: #"{"text": "coco:cat @ \#(share)"}"#)
      let csv = try await browser.get("/api/v1/export?form=csv").text
      #expect(csv.contains("cat 0.60") == isShown, "\(csv)")
      let report = try await browser.get("/api/v1/export?form=report").text
      #expect(report.contains("cat 60 %") == isShown)
    }
  }
}
