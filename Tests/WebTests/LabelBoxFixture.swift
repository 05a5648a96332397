import Catalog
import Foundation
import PhotoCore
import Recognition
import Testing

@testable import Web

/// A server over photos with two boxes on each, of which a detector, so the catalogue believes, said that
/// they are persons: one lies on the corner that is a chessboard of red and white, the other on a plain
/// corner. A label about such boxes can learn what is red.
///
/// A class, so that the server lives as long as whoever asks it.
final class LabelBoxFixture: Sendable {
  let web: WebFixture
  let editor: Browser
  /// The address of the label.
  let label: String

  /// - Parameter photos: how many have boxes; the last one is there besides and has none.
  init(photos: Int) async throws {
    web = try await WebFixture(photos: photos + 1, looks: true, hasChessboards: true)
    editor = try web.browser(.editor)
    let seen = try (1...photos).map { [web] in try Self.seen(on: $0, web) }
    try web.catalogue.recognition.store(seen, at: web.clock.now)
    let made = try await editor.send(
      "POST", "/api/v1/labels", json: #"{"name":"red","class":"person"}"#)
    label = "/api/v1/labels/\(try #require(made.json["id"] as? Int, "\(made.text)"))"
  }

  private static func seen(on seed: Int, _ web: WebFixture) throws -> RecognisedPhoto {
    let path = FilePath(web.folder.path("trip/\(seed).jpg"))
    let id = try #require(try web.catalogue.files.file(at: path)?.photoID)
    // Each is a corner, no more: a network tells a chessboard from a plain ground in any precision.
    let left = UnitBox(left: 0, top: 0, width: 0.25, height: 0.25)
    let right = UnitBox(left: 0.77, top: 0, width: 0.23, height: 0.25)
    return RecognisedPhoto(
      photo: id,
      recognition: PhotoRecognition(
        detector: ModelStore.defaultDetector,
        objects: [left, right].map {
          DetectedObject(className: "person", confidence: 0.9, box: $0)
        }, classifier: nil, scenes: [], embedding: nil))
  }

  /// The red corner is on the left; where a camera was held upright, it came to the right.
  func isRed(_ box: [Double], on photo: [String: Any]) throws -> Bool {
    let width = try #require(photo["width"] as? Int)
    let height = try #require(photo["height"] as? Int)
    return (try #require(box.first) > 0.5) == (height > width)
  }

  /// The photos with what can be marked on each, as the API gives them.
  func photos() async throws -> [(photo: [String: Any], marks: [[String: Any]])] {
    let reply = try await editor.get(label + "/photos?limit=200")
    let photos = try #require(reply.json["photos"] as? [[String: Any]], "\(reply.text)")
    return try photos.map {
      (try #require($0["photo"] as? [String: Any]), try #require($0["marks"] as? [[String: Any]]))
    }
  }

  /// Answers for boxes as they came.
  @discardableResult
  func answer(
    _ boxes: [(photo: Any?, box: Any?)], _ answer: Bool, origin: String = "page"
  ) async throws -> Reply {
    let marks = boxes.map { ["photo": $0.photo ?? NSNull(), "box": $0.box ?? NSNull()] }
    let body = try JSONSerialization.data(
      withJSONObject: ["marks": marks, "answer": answer, "origin": origin])
    return try await editor.send(
      "POST", label + "/examples", json: String(decoding: body, as: UTF8.self))
  }

  /// Answers truly for the boxes of some photos.
  func teach(_ count: Int) async throws {
    for isYes in [true, false] {
      let boxes = try await photos().filter { !$0.marks.isEmpty }.prefix(count).flatMap { photo in
        try photo.marks.filter {
          try isRed(try #require($0["box"] as? [Double]), on: photo.photo) == isYes
        }.map { (photo: photo.photo["id"], box: $0["box"]) }
      }
      let reply = try await answer(boxes, isYes)
      #expect(reply.json["changed"] as? Int == count, "\(reply.text)")
    }
  }

  /// Trains, and waits for the end of the job.
  ///
  /// - Returns: the job as it ended.
  func train(_ body: String) async throws -> [String: Any] {
    let reply = try await editor.send("POST", label + "/train", json: body)
    let id = try #require(reply.json["id"] as? Int, "\(reply.text)")
    var job: [String: Any] = [:]
    let hasEnded = try await web.wait {
      let jobs = try await editor.get("/api/v1/jobs").json["jobs"] as? [[String: Any]] ?? []
      job = jobs.first { $0["id"] as? Int == id } ?? [:]
      return ["done", "failed"].contains(job["state"] as? String)
    }
    #expect(hasEnded, "\(job)")
    return job
  }
}
