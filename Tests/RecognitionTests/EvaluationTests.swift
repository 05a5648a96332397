import Foundation
import PhotoCore
import Testing

@testable import Recognition

struct EvaluationTests {
  private func truth(_ boxes: String) throws -> COCOTruth {
    let text = """
      {"images":[{"id":1,"file_name":"a.jpg","width":100,"height":100}],
      "categories":[{"id":7,"name":"cat"},{"id":8,"name":"dog"}],"annotations":[\(boxes)]}
      """
    return COCOTruth(try JSONDecoder().decode(COCOTruth.File.self, from: Data(text.utf8)))
  }

  private func box(_ left: Double, _ confidence: Double) -> DetectedObject {
    DetectedObject(
      className: "cat", confidence: confidence,
      box: UnitBox(left: left, top: 0, width: 0.2, height: 0.2))
  }

  private let two = """
    {"image_id":1,"category_id":7,"bbox":[0,0,20,20]},
    {"image_id":1,"category_id":7,"bbox":[50,0,20,20]}
    """

  @Test func `perfect boxes give one, none gives zero, a class without boxes does not count`()
    throws
  {
    let found = COCOEvaluation(truth: try truth(two), found: [1: [box(0, 0.9), box(0.5, 0.8)]])
    #expect(abs(found.result.meanAP - 1) < 1e-9)
    #expect(found.result.perClass.keys.sorted() == ["cat"])
    #expect(COCOEvaluation(truth: try truth(two), found: [:]).result.meanAP == 0)
  }

  /// By hand: right, wrong, right at recalls 0.5, 0.5, 1: 51 recalls at 1 and 50 at 2/3.
  @Test func `a wrong box between right ones costs what the curve says`() throws {
    let found = COCOEvaluation(
      truth: try truth(two), found: [1: [box(0, 0.9), box(0.8, 0.85), box(0.5, 0.8)]])
    #expect(abs(found.result.meanAP - (51 + 50 * 2.0 / 3) / 101) < 1e-9)
  }

  @Test func `a second box on the same object is wrong`() throws {
    let found = COCOEvaluation(
      truth: try truth(two), found: [1: [box(0, 0.9), box(0, 0.85), box(0.5, 0.8)]])
    #expect(abs(found.result.meanAP - (51 + 50 * 2.0 / 3) / 101) < 1e-9)
  }

  /// IoU 18/22 = 0.818: right at 0.50 to 0.80, that is 7 of 10.
  @Test func `overlap decides at each threshold`() throws {
    let one = "{\"image_id\":1,\"category_id\":7,\"bbox\":[0,0,20,20]}"
    let found = COCOEvaluation(truth: try truth(one), found: [1: [box(0.02, 0.9)]])
    #expect(abs(found.result.meanAP - 0.7) < 1e-9)
    #expect(abs(found.result.meanAP50 - 1) < 1e-9)
  }

  @Test func `a crowd takes any number of boxes and counts for nothing`() throws {
    let crowd = two + ",{\"image_id\":1,\"category_id\":7,\"bbox\":[70,70,30,30],\"iscrowd\":1}"
    let inCrowd = DetectedObject(
      className: "cat", confidence: 0.95,
      box: UnitBox(left: 0.75, top: 0.75, width: 0.1, height: 0.1))
    let found = COCOEvaluation(
      truth: try truth(crowd), found: [1: [inCrowd, inCrowd, box(0, 0.9), box(0.5, 0.8)]])
    #expect(abs(found.result.meanAP - 1) < 1e-9)
  }

  @Test func `labels are taken from file names and folders`() {
    let labels = SceneLabels(
      LabelSet(
        vocabulary: "imagenet", task: .classification,
        classes: [
          LabelClass(name: "Irish setter", synonyms: ["red setter"]),
          LabelClass(name: "jack-o'-lantern"),
        ]))
    #expect(labels.label(ofFile: "n02100877_Irish_setter.JPEG") == "irishsetter")
    #expect(labels.label(ofFile: "red setter/001.jpg") == "redsetter")
    #expect(labels.label(ofFile: "n03590841_jack-o'-lantern.JPEG") == "jackolantern")
    #expect(labels.label(ofFile: "DSCN0001.JPG") == nil)
    #expect(labels.matches("Irish setter", "redsetter"))
  }
}
