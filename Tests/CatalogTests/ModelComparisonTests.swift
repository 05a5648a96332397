import Catalog
import Fixtures
import PhotoCore
import Testing

/// Where two networks disagree.
struct ModelComparisonTests {
  private let fixture: CatalogFixture
  private var catalogue: CatalogDatabase { fixture.catalogue }

  init() throws {
    fixture = try CatalogFixture()
    try catalogue.models.register([
      RegisteredModel(
        name: "second", labels: CatalogFixture.detector.labels, threshold: 0.5, recordJSON: "{}"),
      RegisteredModel(
        name: "classifier-2", labels: CatalogFixture.classifier.labels, threshold: 0.6,
        recordJSON: "{}"),
    ])
  }

  private func boxes(_ confidences: [String: Double]) -> [DetectedObject] {
    confidences.sorted { $0.value > $1.value }.map {
      DetectedObject(
        className: $0.key, confidence: $0.value,
        box: UnitBox(left: 0, top: 0, width: 0.5, height: 0.5))
    }
  }

  private func scenes(_ probabilities: [String: Double]) -> [SceneScore] {
    probabilities.sorted { $0.value > $1.value }.map {
      SceneScore(className: $0.key, probability: $0.value)
    }
  }

  /// A photo on which the first models saw `first`, and the second ones (nil: did not look) `second`.
  private func add(
    _ name: String, objects first: [String: Double] = [:], _ second: [String: Double]? = nil,
    scenes firstScenes: [String: Double] = [:], _ secondScenes: [String: Double]? = nil
  ) throws -> Int64 {
    let photo = try fixture.add(
      name, CatalogFixture.photo(objects: boxes(first), scenes: scenes(firstScenes)))
    let recognition = PhotoRecognition(
      detector: second.map { _ in "second" }, objects: boxes(second ?? [:]),
      classifier: secondScenes.map { _ in "classifier-2" }, scenes: scenes(secondScenes ?? [:]),
      embedding: nil)
    try catalogue.recognition.store(
      [RecognisedPhoto(photo: photo, recognition: recognition)], at: 5)
    return photo
  }

  @Test func `each class counts by each model's own threshold, on photos that both looked at`()
    throws
  {
    let first = try add("a.jpg", objects: ["dog": 0.3, "car": 0.9], ["dog": 0.4, "car": 0.6])
    let second = try add("b.jpg", objects: ["dog": 0.8], [:])
    let third = try add("c.jpg", objects: ["dog": 0.1], ["dog": 0.95, "person": 0.4])
    _ = try add("d.jpg", objects: ["dog": 0.9], nil)
    let comparison = try catalogue.models.comparison("detector", "second")
    #expect(comparison.photos == 3 && comparison.topDiffers == nil)
    #expect(comparison.task == .detection && comparison.vocabulary == "coco")
    #expect(comparison.first.threshold == 0.25 && comparison.second.threshold == 0.5)
    #expect(
      comparison.classes == [
        ClassComparison(className: "dog", onlyFirst: 2, both: 0, onlySecond: 1),
        ClassComparison(className: "car", onlyFirst: 0, both: 1, onlySecond: 0),
      ])
    func page(_ name: String, _ side: ComparisonSide, offset: Int = 0) throws -> ComparedPage {
      try catalogue.models.comparedPhotos(
        "detector", "second", className: name, side: side, offset: offset, limit: 9)
    }
    #expect(
      try page("dog", .onlyFirst)
        == ComparedPage(
          total: 2,
          photos: [
            ComparedPhoto(id: second, first: 0.8, second: nil),
            ComparedPhoto(id: first, first: 0.3, second: 0.4),
          ]))
    #expect(
      try page("dog", .onlySecond).photos == [ComparedPhoto(id: third, first: 0.1, second: 0.95)])
    #expect(try page("dog", .onlyFirst, offset: 1).photos.map(\.id) == [first])
    #expect(try page("car", .both).photos == [ComparedPhoto(id: first, first: 0.9, second: 0.6)])
    #expect(try page("unicorn", .both) == ComparedPage(total: 0, photos: []))
  }

  @Test func `classifiers are also compared by their surest scene`() throws {
    let first = try add("a.jpg", scenes: ["alp": 0.5, "seashore": 0.3], ["seashore": 0.4])
    _ = try add("b.jpg", scenes: ["alp": 0.9], ["alp": 0.2, "seashore": 0.1])
    _ = try add("c.jpg", scenes: ["alp": 0.9])
    let comparison = try catalogue.models.comparison("classifier", "classifier-2")
    #expect(comparison.photos == 2 && comparison.topDiffers == 1)
    #expect(
      comparison.classes == [
        ClassComparison(className: "alp", onlyFirst: 2, both: 0, onlySecond: 0),
        ClassComparison(className: "seashore", onlyFirst: 1, both: 0, onlySecond: 0),
      ])
    #expect(
      try catalogue.models.topDifferences("classifier", "classifier-2", limit: 5)
        == ComparedPage(total: 1, photos: [ComparedPhoto(id: first, first: 0.5, second: 0.4)]))
    #expect(try catalogue.models.topDifferences("detector", "second", limit: 5).total == 0)
  }

  @Test func `models that have nothing in common are not compared`() throws {
    #expect(throws: CatalogError.unknownModel("third")) {
      try catalogue.models.comparison("detector", "third")
    }
    for (one, other) in [("detector", "detector"), ("detector", "classifier")] {
      #expect(throws: CatalogError.notComparable(one, other)) {
        try catalogue.models.comparison(one, other)
      }
    }
  }
}
