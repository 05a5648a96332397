import Fixtures
import Foundation
import Testing

/// Measuring networks as their user does.
@Suite(.timeLimit(.minutes(20)))
struct EvaluateCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for seed in 1...2 {
      try folder.write(
        try PictureFixture.scene(width: 160, height: 96, seed: UInt64(seed))
          .encoded(".jpg[strip]"), to: "pictures/\(seed).jpg")
    }
    try folder.write(
      [UInt8](
        """
        {"images":[{"id":1,"file_name":"1.jpg","width":160,"height":96},
        {"id":2,"file_name":"2.jpg","width":160,"height":96}],
        "categories":[{"id":17,"name":"cat"}],
        "annotations":[{"image_id":1,"category_id":17,"bbox":[10,10,60,60]}]}
        """.utf8), to: "truth.json")
    try folder.write(
      [UInt8](
        """
        [{"image_id":1,"category_id":17,"bbox":[10,10,60,60],"score":0.9}]
        """.utf8), to: "boxes.json")
  }

  private func meridian(_ arguments: String..., code: Int32 = 0) throws -> ProgramRun {
    let run = try ProgramRun(
      ["evaluate"] + arguments, environment: ["MERIDIAN_LIBRARY": folder.path("library")])
    #expect(run.code == code, "\(arguments): \(run.errors)")
    return run
  }

  private func object(_ run: ProgramRun) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  @Test func `a detector is measured, with a report and the boxes themselves`() throws {
    let run = try meridian(
      "detections", "--annotations", folder.path("truth.json"), "--images",
      folder.path("pictures"), "--thorough", "--json", "--report", folder.path("r.html"),
      "--results", folder.path("found.json"))
    #expect(try object(run)["pictures"] as? Int == 2)
    #expect(String(decoding: folder.read("r.html"), as: UTF8.self).contains("cat, missed"))
    #expect(!folder.read("found.json").isEmpty)
  }

  @Test func `boxes of another program are measured without a network`() throws {
    let run = try meridian(
      "detections", "--annotations", folder.path("truth.json"), "--images",
      folder.path("pictures"), "--boxes", folder.path("boxes.json"), "--json")
    #expect((try object(run)["totals"] as? [String: Any])?["ap"] as? Double == 1)
  }

  @Test func `a classifier is measured by a file of labels`() throws {
    try folder.write([UInt8]("1.jpg\tseashore\n2.jpg\t0\n".utf8), to: "labels.tsv")
    let run = try meridian(
      "scenes", "--images", folder.path("pictures"), "--labels", folder.path("labels.tsv"),
      "--json")
    #expect(try object(run)["pictures"] as? Int == 2)
  }

  @Test func `what cannot be measured is said in one sentence`() throws {
    let noPicture = try meridian(
      "detections", "--annotations", folder.path("truth.json"), "--images", folder.path("none"),
      code: 1)
    #expect(noPicture.errors.contains("Give the folder that contains the pictures."))
    let noLabel = try meridian("scenes", "--images", folder.path("pictures"), code: 1)
    #expect(noLabel.errors.contains("has a known label"))
    try folder.write([UInt8]("1.jpg\tunicorn\n".utf8), to: "labels.tsv")
    let noClass = try meridian(
      "scenes", "--images", folder.path("pictures"), "--labels", folder.path("labels.tsv"), code: 1)
    #expect(noClass.errors.contains("Line 1 of"))
  }
}
