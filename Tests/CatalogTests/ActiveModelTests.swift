import Fixtures
import Foundation
import GRDB
import PhotoCore
import Query
import Testing

@testable import Catalog

/// Results of several networks live beside each other, and one of each task is active.
struct ActiveModelTests {
  private let fixture: CatalogFixture
  private var catalogue: CatalogDatabase { fixture.catalogue }
  private let thresholds = Thresholds(detection: 0.25, classification: 0.3)

  init() throws {
    fixture = try CatalogFixture()
    try catalogue.models.register([
      RegisteredModel(
        name: "second", labels: CatalogFixture.detector.labels, threshold: 0.5, recordJSON: "{}")
    ])
  }

  private func box(_ name: String, _ confidence: Double = 0.9) -> DetectedObject {
    DetectedObject(
      className: name, confidence: confidence,
      box: UnitBox(left: 0, top: 0, width: 0.5, height: 0.5))
  }

  private func look(
    _ model: String, at photo: Int64, _ names: [String], thorough: Bool = false,
    at milliseconds: Int64 = 10
  ) throws {
    let recognition = PhotoRecognition(
      detector: model, objects: names.map { box($0) }, classifier: nil, scenes: [],
      embedding: nil, isThorough: thorough)
    try catalogue.recognition.store(
      [RecognisedPhoto(photo: photo, recognition: recognition)], at: milliseconds)
  }

  private func seen(_ photo: Int64) throws -> [String] {
    try #require(try catalogue.photos.records([photo]).first).objects.map(\.className)
  }

  private func found(_ className: String) throws -> [Int64] {
    let condition = ClassCondition(
      classes: [ClassReference(vocabulary: "coco", task: .detection, className: className)],
      least: thresholds)
    let name = try #require(Name(rawValue: className))
    return try catalogue.search.hits(
      .term(ResolvedTerm(source: .name(NameTerm(name: name)), meaning: .classes(condition)))
    ).ids
  }

  @Test func `a second model's results do not count before it is chosen, and then they do`() throws
  {
    let photo = try fixture.add("a.jpg", CatalogFixture.photo(objects: [box("dog")]))
    let other = try fixture.add("b.jpg", CatalogFixture.photo(objects: [box("dog")]))
    try look("second", at: photo, ["car", "person"])
    #expect(try seen(photo) == ["dog"] && found("car").isEmpty)
    let before = try catalogue.version()
    try catalogue.models.setActive("second", for: .detection)
    #expect(try catalogue.models.active(for: .detection) == "second")
    #expect(try catalogue.version() > before)
    #expect(try seen(photo) == ["car", "person"])
    #expect(try seen(other) == ["dog"], "the chosen one has not looked here")
    #expect(try found("car") == [photo] && found("dog") == [other])
    try catalogue.models.setActive(nil, for: .detection)
    #expect(try seen(photo) == ["dog"])
  }

  @Test func `only photos for which another model is active count as changed`() throws {
    let photo = try fixture.add("a.jpg", CatalogFixture.photo())
    _ = try fixture.add("b.jpg", CatalogFixture.photo())
    try look("second", at: photo, ["car"])
    let before = try catalogue.version()
    try catalogue.models.setActive("second", for: .detection)
    #expect(try catalogue.search.feed(after: before) { try $0.changedPhotos() } == [photo])
    try catalogue.models.setActive("second", for: .detection)
    #expect(try catalogue.version() == before + 1, "chosen already")
  }

  @Test func `where the chosen model has not looked, the one that looked last is active`() throws {
    let photo = try fixture.add("a.jpg", CatalogFixture.photo(objects: [box("dog")]))
    try catalogue.models.setActive("not here yet", for: .detection)
    try look("second", at: photo, ["car"], at: 10)
    #expect(try seen(photo) == ["car"])
    try look("detector", at: photo, ["person"], at: 20)
    #expect(try seen(photo) == ["person"])
  }

  @Test func `a model that found nothing has looked, and its silence counts`() throws {
    let photo = try fixture.add("a.jpg", CatalogFixture.photo(objects: [box("dog")]))
    try look("second", at: photo, [])
    try catalogue.models.setActive("second", for: .detection)
    #expect(try seen(photo).isEmpty && found("dog").isEmpty)
    let record = try #require(try catalogue.photos.records([photo]).first)
    #expect(record.models == ["detector", "classifier", "second"])
    #expect(record.detector == ResultSource(model: "second", vocabulary: "coco"))
    #expect(record.classifier?.model == "classifier")
    let model = try #require(SearchText(rawValue: "second"))
    let term = ResolvedTerm(source: .model(model), meaning: .model("second"))
    #expect(try catalogue.search.hits(.term(term)).ids == [photo])
  }

  @Test func `a later look replaces what the same model saw, and nothing else`() throws {
    let photo = try fixture.add("a.jpg", CatalogFixture.photo(objects: [box("dog")]))
    try look("second", at: photo, ["car", "car", "person"])
    try look("second", at: photo, ["dog"], thorough: true, at: 30)
    let results = try catalogue.models.results(ofPhoto: photo)
    #expect(results.map(\.model) == ["detector", "classifier", "second"])
    #expect(results.map { $0.objects.map(\.className) } == [["dog"], [], ["dog"]])
    #expect(results.map(\.isThorough) == [false, false, true])
    #expect(results.map(\.isActive) == [true, true, false])
    #expect(results.map(\.analysedMilliseconds) == [2, 2, 30])
    #expect(results.map(\.threshold) == [0.25, 0.3, 0.5])
    #expect(try catalogue.models.results(ofPhoto: 99).isEmpty)
    #expect(
      try catalogue.models.usage() == [
        ModelUse(model: "detector", task: .detection, photos: 1, thorough: 0),
        ModelUse(model: "classifier", task: .classification, photos: 1, thorough: 0),
        ModelUse(model: "second", task: .detection, photos: 1, thorough: 1),
      ])
    #expect(try catalogue.integrityProblems().isEmpty)
  }

  @Test func `a batch with a class that is not known stores nothing`() throws {
    let photo = try fixture.add("a.jpg", CatalogFixture.photo(objects: [box("dog")]))
    #expect(throws: (any Error).self) { try look("second", at: photo, ["unicorn"]) }
    #expect(throws: CatalogError.unknownModel("third")) { try look("third", at: photo, []) }
    #expect(try catalogue.models.results(ofPhoto: photo).count == 2)
  }

  @Test func `similarity compares embeddings of one model only`() throws {
    try catalogue.models.register([
      RegisteredModel(
        name: "classifier-2", labels: CatalogFixture.classifier.labels, threshold: 0.3,
        recordJSON: "{}")
    ])
    let photos = try ["a.jpg", "b.jpg", "c.jpg"].map { name in
      try fixture.add(name, CatalogFixture.photo(embedding: name == "c.jpg" ? [0, 1] : [1, 0]))
    }
    #expect(try catalogue.search.similar(to: "a.jpg")?.keys.sorted() == Array(photos.prefix(2)))
    // The second classifier sees it the other way round, and knows nothing of b.jpg.
    try catalogue.recognition.store(
      [photos[0], photos[2]].map { photo in
        RecognisedPhoto(
          photo: photo,
          recognition: PhotoRecognition(
            detector: nil, objects: [], classifier: "classifier-2", scenes: [],
            embedding: EmbeddingBytes(bytes: [0, 60, 0, 60])))
      }, at: 10)
    #expect(try catalogue.search.similar(to: "a.jpg")?.keys.sorted() == Array(photos.prefix(2)))
    try catalogue.models.setActive("classifier-2", for: .classification)
    #expect(try catalogue.search.similar(to: "a.jpg")?.keys.sorted() == [photos[0], photos[2]])
    #expect(try catalogue.search.similar(to: "b.jpg")?.keys.sorted() == Array(photos.prefix(2)))
  }

  @Test func `imports look thoroughly only when that was wished for`() throws {
    #expect(try !catalogue.settings.looksThoroughly())
    try catalogue.settings.setLooksThoroughly(true)
    #expect(try catalogue.settings.looksThoroughly())
    try catalogue.settings.setLooksThoroughly(false)
    #expect(try !catalogue.settings.looksThoroughly())
  }

  @Test func `what a model lacks is listed until it has looked, in tiles where that is wished for`()
    throws
  {
    let photos = try ["a.jpg", "b.jpg"].map { try fixture.add($0, CatalogFixture.photo()) }
    let request = RecognitionRequest(model: "second")
    #expect(try catalogue.recognition.photos(lacking: request, among: nil) == photos)
    try look("second", at: photos[0], [])
    #expect(try catalogue.recognition.photos(lacking: request, among: nil) == [photos[1]])
    #expect(try catalogue.recognition.photos(lacking: request, among: [photos[0]]).isEmpty)
    let thorough = RecognitionRequest(model: "second", isThorough: true)
    #expect(try catalogue.recognition.photos(lacking: thorough, among: nil) == photos)
    try look("second", at: photos[0], [], thorough: true)
    #expect(try catalogue.recognition.photos(lacking: thorough, among: nil) == [photos[1]])
    let again = RecognitionRequest(model: "second", olderThan: 11)
    #expect(try catalogue.recognition.photos(lacking: again, among: nil) == photos)
    try fixture.scan(["b.jpg"])
    let listed = try catalogue.recognition.places(of: [photos[1], 99, photos[0]])
    #expect(listed.map(\.id) == [photos[1], photos[0]])
    #expect(listed.map(\.isMissing) == [false, true])
    #expect(listed.map(\.path) == [FilePath("/trip/b.jpg"), FilePath("/trip/a.jpg")])
  }

  @Test func `classes with thresholds of their own count by them, everywhere in SQL`() throws {
    let photo = try fixture.add(
      "a.jpg",
      CatalogFixture.photo(
        objects: [box("dog", 0.5), box("car", 0.2)],
        scenes: [SceneScore(className: "alp", probability: 0.2)]))
    let own = Thresholds(
      detection: 0.25, classification: 0.3,
      own: [
        ClassReference(vocabulary: "coco", task: .detection, className: "dog"): 0.6,
        ClassReference(vocabulary: "coco", task: .detection, className: "car"): 0.1,
        ClassReference(vocabulary: "imagenet", task: .classification, className: "alp"): 0.2,
      ])
    #expect(try catalogue.photos.grid([photo], thresholds: own).map(\.summary) == [["car", "alp"]])
    #expect(try catalogue.photos.grid([photo], thresholds: thresholds).map(\.summary) == [["dog"]])
    let other = try fixture.add("b.jpg", CatalogFixture.photo(objects: [box("dog", 0.4)]))
    let ids = [other, photo]
    #expect(
      try catalogue.search.sorted(ids, by: .objects, descending: true, thresholds: own) == [
        photo, other,
      ])
    #expect(
      try catalogue.search.sorted(ids, by: .objects, descending: true, thresholds: thresholds)
        == ids)
  }
}
