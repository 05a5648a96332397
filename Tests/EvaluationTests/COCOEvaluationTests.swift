import Foundation
import PhotoCore
import Testing

@testable import Evaluation

/// Annotations and boxes by few words.
enum Sample {
  static func truth(_ boxes: String) throws -> COCOTruth {
    let text = """
      {"images":[{"id":1,"file_name":"a.jpg","width":100,"height":100},
      {"id":2,"file_name":"b.jpg","width":100,"height":100}],
      "categories":[{"id":7,"name":"cat"},{"id":8,"name":"dog"}],"annotations":[\(boxes)]}
      """
    return COCOTruth(try JSONDecoder().decode(COCOTruth.File.self, from: Data(text.utf8)))
  }

  static func box(
    _ left: Double, _ confidence: Double, top: Double = 0, side: Double = 20, image: Int = 1,
    category: Int = 7
  ) -> ScoredBox {
    ScoredBox(
      imageID: image, categoryID: category, confidence: confidence,
      box: PixelBox(left: left, top: top, width: side, height: side))
  }

  /// Two cats of 20 × 20 pixels on the first picture.
  static let twoCats = """
    {"image_id":1,"category_id":7,"bbox":[0,0,20,20]},
    {"image_id":1,"category_id":7,"bbox":[50,0,20,20]}
    """
}

struct COCOEvaluationTests {
  private let box = { Sample.box($0, $1) }

  private func totals(_ truth: String, _ found: [ScoredBox]) throws -> COCOEvaluation.Totals {
    COCOEvaluation(truth: try Sample.truth(truth), found: found).totals
  }

  @Test func `perfect boxes give one, none gives zero, a class without boxes does not count`()
    throws
  {
    let truth = try Sample.truth(Sample.twoCats)
    let found = COCOEvaluation(truth: truth, found: [box(0, 0.9), box(50, 0.8)])
    #expect(found.totals.ap == 1)
    #expect(found.classes.map(\.name) == ["cat"])
    #expect(COCOEvaluation(truth: truth, found: []).totals.ap == 0)
    #expect(COCOEvaluation(truth: try Sample.truth(""), found: [box(0, 1)]).totals.ap == nil)
  }

  /// By hand: right, wrong, right at recalls 0.5, 0.5, 1: 51 recalls at 1 and 50 at 2/3.
  @Test func `a wrong box between right ones costs what the curve says`() throws {
    let ap = try #require(
      try totals(Sample.twoCats, [box(0, 0.9), box(80, 0.85), box(50, 0.8)]).ap)
    #expect(abs(ap - (51 + 50 * 2.0 / 3) / 101) < 1e-9)
  }

  @Test func `a second box on the same object is wrong`() throws {
    let ap = try #require(
      try totals(Sample.twoCats, [box(0, 0.9), box(0, 0.85), box(50, 0.8)]).ap)
    #expect(abs(ap - (51 + 50 * 2.0 / 3) / 101) < 1e-9)
  }

  /// IoU 18/22 = 0.818: right at 0.50 to 0.80, that is 7 of 10.
  @Test func `overlap decides at each threshold`() throws {
    let one = "{\"image_id\":1,\"category_id\":7,\"bbox\":[0,0,20,20]}"
    let totals = try totals(one, [box(2, 0.9)])
    #expect(abs(try #require(totals.ap) - 0.7) < 1e-9)
    #expect((totals.ap50, totals.ap75) == (1, 1))
    #expect(abs(try #require(totals.ar100) - 0.7) < 1e-9)
  }

  @Test func `a crowd takes any number of boxes and counts for nothing`() throws {
    let crowd =
      Sample.twoCats
      + ",{\"image_id\":1,\"category_id\":7,\"bbox\":[70,70,30,30],\"iscrowd\":1}"
    let inCrowd = Sample.box(75, 0.95, top: 75, side: 10)
    #expect(try totals(crowd, [inCrowd, inCrowd, box(0, 0.9), box(50, 0.8)]).ap == 1)
  }

  /// The limits of 1024 and 9216 square pixels belong to both sides, as in pycocotools.
  @Test func `sizes are told apart by the annotation's area, and other sizes count for nothing`()
    throws
  {
    let sizes = """
      {"image_id":1,"category_id":7,"bbox":[0,0,40,40],"area":1000},
      {"image_id":1,"category_id":7,"bbox":[50,50,50,50],"area":2500}
      """
    let found = [
      Sample.box(0, 0.9, side: 40), Sample.box(50, 0.8, top: 50, side: 50),
      Sample.box(80, 0.95, side: 10),
    ]
    let totals = try totals(sizes, found)
    // A wrong box of 100 square pixels counts among small things only.
    #expect(abs(try #require(totals.apSmall) - 0.5) < 1e-9)
    #expect(totals.apMedium == 1)
    #expect(totals.apLarge == nil)
    #expect((totals.arSmall, totals.arMedium) == (1, 1))
  }

  @Test func `recall with one box a picture takes the surest of each class and picture`() throws {
    let truth = Sample.twoCats + ",{\"image_id\":2,\"category_id\":7,\"bbox\":[0,0,20,20]}"
    let found = [box(0, 0.9), box(50, 0.8), Sample.box(0, 0.1, image: 2)]
    let totals = try totals(truth, found)
    #expect(abs(try #require(totals.ar1) - 2.0 / 3) < 1e-9)
    #expect(totals.ar10 == 1)
  }

  @Test func `of more than a hundred boxes the surest hundred count`() throws {
    let wrong = (0..<100).map { Sample.box(80, 0.5, top: Double($0) * 0.1) }
    #expect(try totals(Sample.twoCats, wrong + [box(0, 0.4), box(50, 0.3)]).ap == 0)
    #expect(try #require(try totals(Sample.twoCats, [box(0, 0.6)] + wrong).ap) > 0.5)
  }

  @Test func `boxes written as COCO results are read back the same`() throws {
    let boxes = [box(0.1, 1.0 / 3), Sample.box(2, 0.5, image: 2, category: 8)]
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).json").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try COCOResults.text(of: boxes).write(toFile: path, atomically: true, encoding: .utf8)
    #expect(try COCOResults.boxes(ofFile: path) == boxes)
  }

  @Test func `classes meet categories by name or synonym, whatever the case`() throws {
    let truth = try Sample.truth("")
    func labels(_ classes: [LabelClass]) -> LabelSet {
      LabelSet(vocabulary: "own", task: .detection, classes: classes)
    }
    let some = labels([
      LabelClass(name: "Cat"), LabelClass(name: "hound", synonyms: ["dog"]),
      LabelClass(name: "car"),
    ])
    #expect(try truth.categoryIDs(of: some, model: "m") == ["Cat": 7, "hound": 8])
    #expect(throws: EvaluationError.noSharedClass(model: "m")) {
      try truth.categoryIDs(of: labels([LabelClass(name: "car")]), model: "m")
    }
  }

  @Test func `a file that is not COCO's is refused by what is missing`() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).json").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try "{\"images\":[]}".write(toFile: path, atomically: true, encoding: .utf8)
    #expect(throws: EvaluationError.unreadable(path: path, detail: "`annotations` is missing")) {
      try COCOTruth(contentsOf: path)
    }
    #expect(throws: EvaluationError.unreadable(path: "/no", detail: "it cannot be opened")) {
      try COCOTruth(contentsOf: "/no")
    }
  }
}
