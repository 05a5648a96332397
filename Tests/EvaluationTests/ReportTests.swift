import Foundation
import OrderedJSON
import PhotoCore
import Publishing
import Testing

@testable import Evaluation

struct ReportTests {
  private func written(_ write: (OutputFile) throws -> Void) throws -> String {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).html").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let file = try OutputFile(path, overwrite: true)
    try write(file)
    try file.finish()
    return try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test func `the report of boxes escapes every name, has no script and does without pictures`()
    throws
  {
    let summary = DetectionSummary(
      name: "<b>net</b>", conditions: ["f32 & more"], truth: try Sample.truth(Sample.twoCats),
      scored: [Sample.box(0, 0.9)], kept: [Sample.box(80, 0.9)], threshold: 0.25)
    let text = try written {
      try DetectionReport(summary, images: "/nowhere", made: "today").write(to: $0)
    }
    #expect(text.contains("&lt;b&gt;net&lt;/b&gt;"))
    #expect(text.contains("f32 &amp; more"))
    #expect(!text.contains("<b>net"))
    #expect(!text.contains("<script"))
    #expect(text.contains("default-src 'none'"))
    #expect(text.contains("cat, 90 %, not annotated there"))
    #expect(text.contains("cat, missed"))
  }

  @Test func `the report of scenes tells mistakes by their names`() throws {
    let labels = LabelSet(
      vocabulary: "own", task: .classification,
      classes: [LabelClass(name: "sea & sand"), LabelClass(name: "<desert>")])
    let answer = SceneEvaluation.Answer(
      file: "a<.jpg", truth: [0], best: [.init(index: 1, probability: 0.75)])
    let summary = SceneSummary(
      name: "net", conditions: [], evaluation: SceneEvaluation([answer]), labels: labels,
      threshold: 0.3)
    let text = try written {
      try SceneReport(summary, images: "/nowhere", made: "today").write(to: $0)
    }
    #expect(text.contains("sea &amp; sand: &lt;desert&gt; 75 %"))
    #expect(text.contains("a&lt;.jpg"))
  }

  @Test func `figures as JSON have null where nothing is annotated`() throws {
    let summary = DetectionSummary(
      name: "net", conditions: [], truth: try Sample.truth(""), scored: [], kept: [],
      threshold: 0.25)
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(summary.json.line.utf8)) as? [String: Any])
    let totals = try #require(json["totals"] as? [String: Any])
    #expect(totals["ap"] is NSNull)
    #expect((json["classes"] as? [Any])?.isEmpty == true)
  }
}
