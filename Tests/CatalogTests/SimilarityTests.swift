import Catalog
import PhotoCore
import Testing

struct SimilarityTests {
  private let fixture: CatalogFixture

  /// Directions in a plane: the first is like the second (cosine 0.8), less like the third (0.6), and
  /// unlike the others.
  private static let vectors: [String: [Float16]] = [
    "a.jpg": [2, 0], "b.jpg": [0.8, 0.6], "c.jpg": [3, 4], "d.jpg": [0, 1], "e.jpg": [-1, 0],
  ]

  init() throws {
    fixture = try CatalogFixture()
    try add(Self.vectors.keys.sorted(), in: "/trip/peru")
  }

  private func add(_ names: [String], in folder: String) throws {
    try fixture.scan(names, in: folder)
    let pending = try fixture.catalogue.files.pending(after: 0, limit: 100)
    _ = try fixture.catalogue.findings.store(
      pending.map { file in
        AnalysedFile(
          file: file,
          finding: Finding(
            path: file.path, bytes: nil, sha256: CatalogFixture.hash(Int(file.id) * 977),
            outcome: CatalogFixture.photo(
              embedding: Self.vectors[file.path.name.description] ?? [1, 1])))
      }, at: 1)
  }

  private func names(_ text: String) throws -> [String: Double]? {
    guard let found = try fixture.catalogue.search.similar(to: text) else { return nil }
    let photos = try fixture.catalogue.photos.records(Array(found.keys))
    return Dictionary(
      photos.map { ($0.path.name.description, ((found[$0.id] ?? 0) * 100).rounded() / 100) },
      uniquingKeysWith: { first, _ in first })
  }

  @Test func `the photos that point the same way are found, with their cosines`() throws {
    #expect(try names("a.jpg") == ["a.jpg": 1, "b.jpg": 0.8, "c.jpg": 0.6])
    #expect(try names("d.jpg") == ["d.jpg": 1, "b.jpg": 0.6, "c.jpg": 0.8])
    #expect(try names("e.jpg") == ["e.jpg": 1])
  }

  @Test func `a photo is named by its file, the end of its path, or its hash`() throws {
    #expect(try names("peru/a.jpg")?.count == 3)
    #expect(try names("/trip/peru/a.jpg")?.count == 3)
    #expect(try names("eru/a.jpg")?.count == 3)
    #expect(try names("chile/a.jpg") == nil)
    #expect(try names("nothing.jpg") == nil)
    let photo = try #require(
      try fixture.catalogue.photos.records(try fixture.catalogue.search.hits(nil).ids).first)
    #expect(try names(String(photo.sha256.hex.prefix(8))) != nil)
    #expect(try names(String(photo.sha256.hex.prefix(7))) == nil)
    // Another photo of the same name: which is meant is not guessed.
    try add(["a.jpg"], in: "/trip/bolivia")
    #expect(try names("a.jpg") == nil)
    #expect(try names("bolivia/a.jpg") != nil)
  }
}
