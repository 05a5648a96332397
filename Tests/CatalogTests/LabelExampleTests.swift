import Fixtures
import Foundation
import PhotoCore
import Query
import Testing

@testable import Catalog

/// Marks are the photo's, can be undone, and say what a version has to look at.
struct LabelExampleTests {
  private static func mark(_ photo: Int64, _ left: Double? = nil) -> LabelMark {
    LabelMark(photo: photo, box: left.map(CatalogFixture.box))
  }

  @Test func `a mark of many photos is undone as one, to what was there before`() throws {
    let fixture = try CatalogFixture()
    let catalogue = fixture.catalogue
    let photos = try (0..<3).map {
      try fixture.add("\($0).jpg", CatalogFixture.persons([0.25]))
    }
    let me = try fixture.label("me").id
    let marks = photos.map { Self.mark($0, 0.25) }
    #expect(try catalogue.labels.mark([marks[0]], as: false, of: me, by: .viewer, at: 1) == 1)
    #expect(try catalogue.labels.mark(marks, as: true, of: me, by: .query, at: 2) == 3)
    #expect(try catalogue.labels.mark(marks, as: true, of: me, by: .query, at: 3) == 0)
    #expect(try catalogue.labels.mark([marks[2]], as: nil, of: me, by: .grid, at: 4) == 1)
    #expect(try catalogue.labels.label(me)?.positives == 2)
    #expect(try catalogue.labels.undoMark(of: me) == [marks[2]])
    #expect(try catalogue.labels.label(me)?.positives == 3)
    #expect(Set(try catalogue.labels.undoMark(of: me)) == Set(marks))
    let left = try catalogue.labels.examples(of: me)
    #expect(left.map(\.mark) == [marks[0]])
    #expect(left.map(\.answer) == [false] && left.map(\.origin) == [.viewer])
    #expect(left.map(\.markedMilliseconds) == [1])
    #expect(try catalogue.labels.undoMark(of: me) == [marks[0]])
    #expect(try catalogue.labels.undoMark(of: me).isEmpty)
    #expect(try catalogue.labels.examples(of: me).isEmpty)
  }

  @Test func `a photo and its boxes have answers of their own, for each label`() throws {
    let fixture = try CatalogFixture()
    let catalogue = fixture.catalogue
    let photo = try fixture.add("a.jpg", CatalogFixture.persons([0.25, 0.5]))
    let me = try fixture.label("me").id
    let you = try fixture.label("you").id
    let left = Self.mark(photo, 0.25)
    let right = Self.mark(photo, 0.5)
    _ = try catalogue.labels.mark(
      [(left, true), (right, false), (Self.mark(photo), true)], of: me, by: .page, at: 1)
    _ = try catalogue.labels.mark([right], as: true, of: you, by: .page, at: 1)
    #expect(
      try catalogue.labels.answers(of: me, forPhotos: [photo])
        == [left: true, right: false, Self.mark(photo): true])
    #expect(try catalogue.labels.answers(of: you, forPhotos: [photo]) == [right: true])
    #expect(try catalogue.labels.mark([Self.mark(99)], as: true, of: me, by: .page, at: 1) == 0)
    #expect(throws: LabelError.gone) {
      try catalogue.labels.mark([left], as: true, of: 99, by: .page, at: 1)
    }
  }

  @Test func `examples stay with the photo when its file moves and when it is imported again`()
    throws
  {
    let fixture = try CatalogFixture()
    let catalogue = fixture.catalogue
    let hash = try #require(CatalogFixture.hash(7))
    try fixture.scan(["a.jpg"])
    try fixture.storeAll(hash: { _ in hash }, CatalogFixture.persons([0.25]))
    let photo = try #require(try catalogue.photos.id(of: hash))
    let me = try fixture.label("me").id
    _ = try catalogue.labels.mark([Self.mark(photo, 0.25)], as: true, of: me, by: .page, at: 1)
    try fixture.scan([])
    #expect(try catalogue.labels.examples(of: me).map(\.sha256) == [hash])
    try fixture.scan(["b.jpg"], in: "/elsewhere")
    try fixture.storeAll(hash: { _ in hash }, CatalogFixture.persons([0.25]))
    let example = try catalogue.labels.examples(of: me).first
    #expect(example?.path == FilePath("/elsewhere/b.jpg"))
    #expect(example?.mark == Self.mark(photo, 0.25))
  }

  @Test func `a version looks at each photo once, and again where its boxes are others`() throws {
    let fixture = try CatalogFixture()
    let catalogue = fixture.catalogue
    let photos = try [[0.25, 0.5], [], [0.5]].enumerated().map { number, persons in
      try fixture.add("\(number).jpg", CatalogFixture.persons(persons))
    }
    let id = try fixture.label("me").id
    #expect(try fixture.pending(id) == 0)
    let version = try catalogue.labelVersions.add(
      [CatalogFixture.linear()], using: .transfer, to: id, at: 1)[0]
    let me = try #require(try catalogue.labels.label(id))
    #expect(
      try catalogue.labelResults.pending(of: me, after: 0, limit: 2) == [photos[0], photos[1]])
    let targets = try catalogue.labelResults.targets(of: me.subject, on: photos, confidence: 0.5)
    #expect(targets.map(\.boxes.count) == [2, 0, 1])
    #expect(targets[0].marks(me.subject).map(\.box?.left) == [0.25, 0.5])
    #expect(targets[0].marks(.photo) == [Self.mark(photos[0])])
    let results = targets.map { target in
      LabelResult(
        photo: target.photo, probability: target.boxes.isEmpty ? nil : 0.6,
        box: target.boxes.first, detector: target.detector)
    }
    #expect(
      try catalogue.labelResults.store(Array(results.dropLast()), of: id, version: version.id))
    #expect(try catalogue.labelResults.pending(of: me, after: 0, limit: 9) == [photos[2]])
    #expect(try catalogue.labelResults.store(results, of: id, version: version.id))
    #expect(try catalogue.labelResults.pendingCount(of: me) == 0)
    #expect(try catalogue.labels.label(id)?.photos == 2)
    // Another version knows nothing of what the first one said, which stands until then.
    let second = try catalogue.labelVersions.add(
      [CatalogFixture.linear()], using: .transfer, to: id, at: 1)[0]
    #expect(try fixture.pending(id) == 3)
    #expect(try !catalogue.labelResults.store(results, of: id, version: version.id))
    #expect(try catalogue.labelResults.store(results, of: id, version: second.id))
  }

  @Test func `the least sure come first, without those that were answered`() throws {
    let fixture = try CatalogFixture()
    let catalogue = fixture.catalogue
    let photos = try (0..<4).map { try fixture.add("\($0).jpg", CatalogFixture.persons([0.25])) }
    let id = try fixture.label("me").id
    let version = try catalogue.labelVersions.add(
      [CatalogFixture.linear(0.5)], using: .transfer, to: id, at: 1)[0]
    let results = zip(photos, [0.9, 0.45, 0.52, nil]).map {
      LabelResult(
        photo: $0, probability: $1, box: $1.map { _ in CatalogFixture.box(0.25) }, detector: 1)
    }
    _ = try catalogue.labelResults.store(results, of: id, version: version.id)
    let me = try #require(try catalogue.labels.label(id))
    #expect(
      try catalogue.labelResults.uncertainPhotos(of: me, limit: 9).map(\.mark.photo)
        == [photos[2], photos[1], photos[0]])
    _ = try catalogue.labels.mark(
      [Self.mark(photos[2], 0.25)], as: true, of: id, by: .review, at: 1)
    #expect(
      try catalogue.labelResults.uncertainPhotos(of: me, limit: 1).map(\.mark.photo) == [photos[1]])
    #expect(try catalogue.photos.records([photos[1]])[0].labels.map(\.probability) == [0.45])
    #expect(try catalogue.photos.records([photos[3]])[0].labels.isEmpty)
  }

  @Test func `a photo whose file holds another picture now is not counted`() throws {
    let fixture = try CatalogFixture()
    let catalogue = fixture.catalogue
    let photos = try (0..<2).map { try fixture.add("\($0).jpg", CatalogFixture.persons([0.25])) }
    let id = try fixture.label("tent", .photo).id
    let version = try catalogue.labelVersions.add(
      [CatalogFixture.linear(0.5)], using: .transfer, to: id, at: 1)[0]
    let results = photos.map {
      LabelResult(photo: $0, probability: 0.9, box: nil, detector: nil)
    }
    _ = try catalogue.labelResults.store(results, of: id, version: version.id)
    #expect(try catalogue.labels.label(id)?.photos == 2)
    try fixture.scan(["0.jpg", "1.jpg"], seed: 5)
    try fixture.storeAll(
      hash: { CatalogFixture.hash($0.path.name == FilePath("0.jpg") ? 7 : 2 * 31) },
      CatalogFixture.persons([0.25]))
    #expect(try catalogue.labels.label(id)?.photos == 1)
  }

  @Test func `embeddings of photos and boxes are found again, by their network`() throws {
    let fixture = try CatalogFixture()
    let photo = try fixture.add("a.jpg", CatalogFixture.photo(embedding: [1, 2]))
    let marks = [Self.mark(photo), Self.mark(photo, 0.25), Self.mark(photo, 0.5)]
    let bytes = EmbeddingBytes(bytes: [1, 2, 3, 4])
    try fixture.catalogue.recognition.store(embeddings: [marks[1]: bytes], by: "classifier")
    try fixture.catalogue.recognition.store(embeddings: [marks[1]: bytes], by: "classifier")
    let found = try fixture.catalogue.recognition.embeddings(of: marks, by: "classifier")
    #expect(Set(found.keys) == Set(marks.dropLast()))
    #expect(found[marks[1]] == bytes)
    #expect(try fixture.catalogue.recognition.embeddings(of: marks, by: "detector").isEmpty)
    #expect(throws: CatalogError.unknownModel("x")) {
      try fixture.catalogue.recognition.store(embeddings: [marks[1]: bytes], by: "x")
    }
  }
}
