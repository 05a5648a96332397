import Catalog
import Fixtures
import Foundation
import PhotoCore
import Testing

/// The files of one photo, uploads that have served, and what was set aside.
struct SingleFileTests {
  private let fixture: CatalogFixture
  private var catalogue: CatalogDatabase { fixture.catalogue }

  init() throws {
    fixture = try CatalogFixture()
  }

  private func same(_: PendingFile) -> ContentHash? { CatalogFixture.hash(1) }

  @Test func `the original is the first place that is still there`() throws {
    try fixture.scan(["a.jpg"])
    try fixture.scan(["b.jpg"], in: "/copy", seed: 5)
    try fixture.storeAll(hash: same, CatalogFixture.photo())
    let hash = try #require(CatalogFixture.hash(1))
    let id = try #require(try catalogue.photos.id(of: hash))
    let original = try #require(try catalogue.files.original(of: id))
    #expect(original.path == FilePath("/trip/a.jpg") && original.format == .jpeg)
    #expect(original.stamp == CatalogFixture.stamp(0) && original.bytes == 1000)
    #expect(
      try catalogue.files.of(photo: id).map(\.path) == [
        FilePath("/trip/a.jpg"), FilePath("/copy/b.jpg"),
      ])
    #expect(try catalogue.files.of(photo: id).map(\.state) == [.indexed, .duplicate])
    try fixture.scan([])
    #expect(try catalogue.files.original(of: id)?.path == FilePath("/copy/b.jpg"))
    #expect(try catalogue.files.of(photo: id).map(\.state) == [.indexed, .missing])
    try fixture.scan([], in: "/copy")
    #expect(try catalogue.files.original(of: id) == nil)
    #expect(try catalogue.files.original(of: 99) == nil && catalogue.files.of(photo: 99).isEmpty)
  }

  @Test func `a file is found by its path, with what became of it`() throws {
    try fixture.scan(["a.jpg", "b.jpg", "c.jpg"])
    #expect(try catalogue.files.file(at: FilePath("/trip/a.jpg"))?.state == .pending)
    let pending = try catalogue.files.pending(after: 0, limit: 10)
    let outcomes: [Finding.Outcome] = [
      CatalogFixture.photo(), .setAside(.truncated, detail: "x"), .unsupported(kind: "mp4"),
    ]
    _ = try catalogue.findings.store(
      zip(pending, outcomes).map { file, outcome in
        AnalysedFile(
          file: file,
          finding: Finding(
            path: file.path, bytes: nil, sha256: CatalogFixture.hash(Int(file.id)),
            outcome: outcome))
      }, at: 1)
    let photo = try #require(try catalogue.files.file(at: FilePath("/trip/a.jpg")))
    #expect(photo.state == .indexed && photo.photoID != nil && photo.reason == nil)
    let setAside = try #require(try catalogue.files.file(at: FilePath("/trip/b.jpg")))
    #expect(setAside.state == .setAside && setAside.reason == .truncated)
    #expect(setAside.photoID == nil)
    #expect(try catalogue.files.file(at: FilePath("/trip/c.jpg"))?.state == .unsupported)
    #expect(try catalogue.files.file(at: FilePath("/trip/d.jpg")) == nil)
    #expect(try catalogue.files.file(at: FilePath("/a.jpg")) == nil)
  }

  @Test func `an upload is forgotten when its photo has another place, or it is none`() throws {
    try fixture.scan(["a.jpg"], in: "/uploads", role: .importSource)
    try fixture.storeAll(hash: same, CatalogFixture.photo())
    let upload = FilePath("/uploads/a.jpg")
    #expect(try !catalogue.files.forget(at: upload), "the only place of its photo")
    let id = try #require(try catalogue.files.file(at: upload)?.photoID)
    try catalogue.files.addCopy(
      of: id, at: FilePath("/library/a.jpg"), stamp: CatalogFixture.stamp(0))
    #expect(try catalogue.files.forget(at: upload))
    #expect(try catalogue.files.file(at: upload) == nil && !catalogue.files.forget(at: upload))
    #expect(try catalogue.files.of(photo: id).map(\.path) == [FilePath("/library/a.jpg")])
    #expect(try catalogue.files.original(of: id)?.path == FilePath("/library/a.jpg"))
    #expect(try !catalogue.files.forget(at: FilePath("/library/a.jpg")), "no upload")
    try fixture.scan(["v.mp4"], in: "/uploads", role: .importSource)
    #expect(try !catalogue.files.forget(at: FilePath("/uploads/v.mp4")), "still pending")
    try fixture.storeAll(hash: same, .unsupported(kind: "mp4"))
    #expect(try catalogue.files.forget(at: FilePath("/uploads/v.mp4")))
    #expect(try catalogue.integrityProblems().isEmpty)
  }

  @Test func `an upload whose only other place is missing, or that was set aside, is kept`() throws
  {
    try fixture.scan(["a.jpg"])
    try fixture.scan(["a.jpg"], in: "/uploads", role: .importSource)
    try fixture.storeAll(hash: same, CatalogFixture.photo())
    try fixture.scan([])
    #expect(try !catalogue.files.forget(at: FilePath("/uploads/a.jpg")))
    try fixture.scan(["a.jpg", "bad.jpg"], in: "/uploads", role: .importSource)
    try fixture.storeAll(hash: same, .setAside(.truncated, detail: nil))
    #expect(try !catalogue.files.forget(at: FilePath("/uploads/bad.jpg")))
    // A file of the user's own folders is never forgotten.
    try fixture.scan(["a.jpg"])
    #expect(try !catalogue.files.forget(at: FilePath("/trip/a.jpg")))
    #expect(try catalogue.files.forget(at: FilePath("/uploads/a.jpg")))
  }

  @Test func `set-aside files are listed by folder and name, in parts, and by reason`() throws {
    try fixture.scan(["c.jpg", "a.jpg"], in: "/b")
    try fixture.storeAll(hash: same, .setAside(.truncated, detail: "row 7"))
    try fixture.scan(["b.jpg"], in: "/a")
    try fixture.storeAll(hash: same, .setAside(.corruptPixels, detail: nil))
    func paths(_ reason: SetAsideReason?, _ offset: Int, _ limit: Int) throws -> [String] {
      try catalogue.files.setAside(reason: reason, offset: offset, limit: limit)
        .map(\.path.description)
    }
    #expect(try paths(nil, 0, 10) == ["/a/b.jpg", "/b/a.jpg", "/b/c.jpg"])
    #expect(try paths(nil, 1, 1) == ["/b/a.jpg"])
    #expect(try paths(.truncated, 0, 10) == ["/b/a.jpg", "/b/c.jpg"])
    #expect(try paths(.emptyFile, 0, 10) == [] && paths(nil, 3, 10) == [] && paths(nil, 0, 0) == [])
    let first = try catalogue.files.setAside(reason: .truncated, offset: 0, limit: 1)
    #expect(first[0].detail == "row 7" && first[0].bytes == 1000 && first[0].reason == .truncated)
    try fixture.scan(["c.jpg"], in: "/b")
    #expect(try paths(nil, 0, 10) == ["/a/b.jpg", "/b/c.jpg"], "what is missing is not listed")
  }

  @Test func `chosen set-aside files are tried again`() throws {
    try fixture.scan(["a.jpg", "b.jpg"])
    try fixture.storeAll(hash: same, .setAside(.decoderCrashed, detail: nil))
    let files = try catalogue.files.setAside(reason: nil, offset: 0, limit: 10)
    #expect(try catalogue.files.retrySetAside(ids: [files[1].id, 999]) == 1)
    #expect(try catalogue.files.pending(after: 0, limit: 10).map(\.path) == [files[1].path])
    #expect(try catalogue.files.retrySetAside(ids: [files[1].id]) == 0, "it is pending already")
    #expect(try catalogue.files.retrySetAside(ids: []) == 0)
  }
}
