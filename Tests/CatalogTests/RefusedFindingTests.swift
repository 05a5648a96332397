import Catalog
import Fixtures
import PhotoCore
import Testing

/// What the tables refuse takes nothing else with it.
struct RefusedFindingTests {
  private let fixture: CatalogFixture

  init() throws {
    fixture = try CatalogFixture()
  }

  /// A photo without pixels, which no table keeps.
  private static let impossible = CatalogFixture.photo(size: PixelSize(width: 0, height: 30))

  @Test func `one impossible finding sets its file aside and the rest of the batch is stored`()
    throws
  {
    try fixture.scan(["a.jpg", "b.jpg", "c.jpg"])
    let pending = try fixture.catalogue.files.pending(after: 0, limit: 10)
    let outcomes = try fixture.catalogue.findings.store(
      pending.enumerated().map { index, file in
        AnalysedFile(
          file: file,
          finding: Finding(
            path: file.path, bytes: file.stamp.bytes, sha256: CatalogFixture.hash(index + 1),
            outcome: index == 1 ? Self.impossible : CatalogFixture.photo()))
      }, at: 2)
    #expect(outcomes == [.indexed, .setAside(.cannotBeRead), .indexed])
    #expect(try fixture.files().map(\.state) == [.indexed, .setAside, .indexed])
    #expect(try fixture.catalogue.search.hits(nil).ids.count == 2)
    let aside = try fixture.catalogue.files.setAside(reason: nil, offset: 0, limit: 9)
    let detail = try #require(aside.first?.detail)
    #expect(detail.contains("CHECK constraint failed: width > 0"))
    #expect(detail.contains("Install the newest Meridian"))
    #expect(try fixture.catalogue.integrityProblems() == [])
  }

  @Test func `a file whose finding was refused is tried again by the next run`() throws {
    try fixture.scan(["a.jpg"])
    try fixture.storeAll(hash: { _ in CatalogFixture.hash(1) }, Self.impossible)
    #expect(try fixture.state("/trip/a.jpg") == .setAside)
    try fixture.scan(["a.jpg"])
    #expect(
      try fixture.storeAll(hash: { _ in CatalogFixture.hash(1) }, CatalogFixture.photo()) == [
        .indexed
      ])
  }

  @Test func `results that are refused are named, and the photo keeps those of before`() throws {
    let dog = DetectedObject(
      className: "dog", confidence: 0.9, box: UnitBox(left: 0, top: 0, width: 1, height: 1))
    let first = try fixture.add("a.jpg", CatalogFixture.photo(objects: [dog]))
    let second = try fixture.add("b.jpg", CatalogFixture.photo(objects: [dog]))
    let refused = try fixture.catalogue.recognition.store(
      [(first, 2.0), (second, 0.5)].map { photo, confidence in
        RecognisedPhoto(
          photo: photo,
          recognition: PhotoRecognition(
            detector: "detector",
            objects: [DetectedObject(className: "dog", confidence: confidence, box: dog.box)],
            classifier: nil, scenes: [], embedding: nil))
      }, at: 3)
    #expect(Array(refused.keys) == [first])
    #expect(refused[first]?.description.contains("CHECK constraint failed") == true)
    let photos = try fixture.catalogue.photos.records([first, second])
    #expect(photos.map { $0.objects.map(\.confidence) } == [[0.9], [0.5]])
    #expect(try fixture.catalogue.integrityProblems() == [])
  }
}
