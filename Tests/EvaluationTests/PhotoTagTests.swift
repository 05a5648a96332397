import Testing

@testable import Evaluation

struct PhotoTagTests {
  /// A cat on each picture, the second one only as a crowd.
  private let cats = """
    {"image_id":1,"category_id":7,"bbox":[0,0,20,20]},
    {"image_id":2,"category_id":7,"bbox":[0,0,90,90],"iscrowd":1}
    """

  @Test func `a class counts once a photo, at its surest box, wherever that lies`() throws {
    let tags = PhotoTags(
      truth: try Sample.truth(cats),
      found: [Sample.box(80, 0.6), Sample.box(80, 0.3), Sample.box(0, 0.5, category: 8)])
    let counts = tags.counts(threshold: 0.4)
    #expect((counts.right, counts.wrong, counts.missed) == (1, 1, 1))
    #expect((counts.precision, counts.recall, counts.f1) == (0.5, 0.5, 0.5))
    #expect(tags.counts(threshold: 0.6, category: 7).precision == 1)
  }

  @Test func `where nothing is found precision is not known`() throws {
    let tags = PhotoTags(truth: try Sample.truth(cats), found: [])
    #expect(tags.counts(threshold: 0.1).precision == nil)
    #expect(tags.counts(threshold: 0.1).recall == 0)
    #expect(tags.counts(threshold: 0.1, category: 8).f1 == nil)
  }

  @Test func `wrong boxes are told by their fault, missed things by their size`() throws {
    let truth = try Sample.truth(
      """
      {"image_id":1,"category_id":7,"bbox":[0,0,20,20]},
      {"image_id":1,"category_id":8,"bbox":[50,0,20,20]},
      {"image_id":2,"category_id":8,"bbox":[0,0,90,90]}
      """)
    let worst = WorstBoxes(
      truth: truth,
      found: [
        Sample.box(0, 0.9), Sample.box(1, 0.8), Sample.box(50, 0.95), Sample.box(12, 0.7, image: 2),
        Sample.box(60, 0.6, image: 2, category: 8), Sample.box(80, 0.2),
      ], threshold: 0.5)
    #expect(worst.wrong.map(\.fault) == [.otherClass(8), .twice, .nothingThere, .nothingThere])
    #expect(worst.missed.map(\.imageID) == [2, 1])
  }

  @Test func `at most two worst cases are of one picture`() throws {
    let found = (0..<5).map { Sample.box(Double($0) * 20, 0.9 - Double($0) / 100) }
    #expect(WorstBoxes(truth: try Sample.truth(""), found: found, threshold: 0.5).wrong.count == 2)
  }
}
