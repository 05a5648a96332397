import Catalog
import Crypto
import Fixtures
import Foundation
import Jobs
import Library
import LibraryFixtures
import PhotoCore
import Testing

/// Files on their way from a browser into the library.
@Suite(.timeLimit(.minutes(20)))
struct UploadStoreTests {
  private let fixture: JobFixture
  private var uploads: UploadStore { fixture.uploads }

  init() throws {
    fixture = try JobFixture()
  }

  private func hash(_ bytes: [UInt8]) throws -> ContentHash {
    try #require(ContentHash(bytes: Array(SHA256.hash(data: bytes))))
  }

  private func photo(_ seed: UInt64) throws -> [UInt8] {
    let exif = ExifFixture(taken: "2014:06:12 15:30:12")
    let jpeg = try PictureFixture.scene(width: 64, height: 48, seed: seed).encoded(".jpg[strip]")
    return exif.inserted(intoJPEG: jpeg)
  }

  private func send(
    _ bytes: ArraySlice<UInt8>, of hash: ContentHash, at offset: Int, to store: UploadStore? = nil
  ) throws {
    let writer = try (store ?? uploads).open(hash, at: Int64(offset))
    try bytes.withUnsafeBytes { try writer.append($0) }
  }

  /// Sends a whole file.
  @discardableResult
  private func store(_ bytes: [UInt8], name: String = "a.jpg") throws -> ContentHash {
    let hash = try hash(bytes)
    try send(bytes[...], of: hash, at: 0)
    try uploads.finish(hash, name: name)
    return hash
  }

  /// Imports what came, and waits for the end.
  @discardableResult
  private func importAll(_ fixture: JobFixture? = nil) throws -> JobSummary? {
    let fixture = fixture ?? self.fixture
    let job = try fixture.runner.start(.upload)
    let end = fixture.wait(job.id, .done, .failed)
    #expect(end?.state == .done, "\(end?.message ?? "")")
    return end?.summary
  }

  private func contents(_ path: FilePath?) -> [UInt8]? {
    path.flatMap { FileManager.default.contents(atPath: $0.description) }.map { [UInt8]($0) }
  }

  /// Everything in the folder of uploads, by its path below it.
  private func left(_ fixture: JobFixture? = nil) -> [String] {
    let root = (fixture ?? self.fixture).files.library.uploads.description
    let names = FileManager.default.enumerator(atPath: root)?.allObjects as? [String] ?? []
    return names.filter { !["partial", "stored"].contains($0) }.sorted()
  }

  @Test func `a file comes in pieces, also to another process`() throws {
    let bytes = try photo(1)
    let hash = try hash(bytes)
    #expect(uploads.received(hash) == 0 && uploads.count() == 0)
    #expect(try !uploads.hasNews(fixture.catalogue))
    let third = bytes.count / 3
    let half = bytes.count / 2
    try send(bytes[..<third], of: hash, at: 0)
    #expect(uploads.received(hash) == third && uploads.file(hash) == nil)
    try send(bytes[third..<half], of: hash, at: third)
    let next = UploadStore(library: fixture.files.library)
    #expect(next.received(hash) == half && next.count() == 1)
    try send(bytes[half...], of: hash, at: half, to: next)
    #expect(try !next.hasNews(fixture.catalogue))
    try next.finish(hash, name: "IMG_1.JPG")
    #expect(next.received(hash) == 0 && next.count() == 1)
    #expect(next.file(hash)?.name == FilePath("IMG_1.JPG"))
    #expect(contents(next.file(hash)) == bytes)
    #expect(try next.hasNews(fixture.catalogue))
  }

  @Test func `bytes that do not follow those that came are refused, and nothing is lost`() throws {
    let bytes = try photo(1)
    let hash = try hash(bytes)
    try send(bytes[..<100], of: hash, at: 0)
    for offset in [0, 99, 101, 1 << 40] {
      #expect(throws: UploadError.offset(received: 100)) {
        try send(bytes[100...], of: hash, at: offset)
      }
    }
    #expect(uploads.received(hash) == 100)
    try send(bytes[100...], of: hash, at: 100)
    try uploads.finish(hash, name: "a.jpg")
    #expect(contents(uploads.file(hash)) == bytes)
  }

  @Test func `two connections never write into the same file`() throws {
    let bytes = try photo(1)
    let hash = try hash(bytes)
    var writer: UploadWriter? = try uploads.open(hash, at: 0)
    try bytes[..<100].withUnsafeBytes { try writer?.append($0) }
    #expect(throws: UploadError.busy) { _ = try uploads.open(hash, at: 100) }
    let other = try self.hash(bytes + [1])
    #expect(throws: Never.self) { _ = try uploads.open(other, at: 0) }
    writer = nil
    #expect(throws: Never.self) { _ = try uploads.open(hash, at: 100) }
  }

  @Test func `other bytes than announced are removed, and never what came right before`() throws {
    let bytes = try photo(1)
    let hash = try hash(bytes)
    try send([1, 2, 3], of: hash, at: 0)
    #expect(throws: UploadError.otherBytes) { try uploads.finish(hash, name: "a.jpg") }
    #expect(uploads.received(hash) == 0 && uploads.file(hash) == nil && left().isEmpty)
    #expect(throws: UploadError.otherBytes) { try uploads.finish(hash, name: "a.jpg") }
    try store(bytes)
    try send([1, 2, 3], of: hash, at: 0)
    #expect(throws: UploadError.otherBytes) { try uploads.finish(hash, name: "a.jpg") }
    #expect(contents(uploads.file(hash)) == bytes)
  }

  @Test func `a file that is sent again under another name is there once`() throws {
    let bytes = try photo(1)
    let hash = try store(bytes, name: "b.jpg")
    try store(bytes, name: "a.jpg")
    #expect(left() == [hash.hex, "\(hash.hex)/b.jpg"].map { "stored/\($0)" })
    try importAll()
    #expect(left().isEmpty)
    try store(bytes, name: "c.jpg")
    #expect(try importAll()?.copied == 0)
    #expect(left().isEmpty)
    #expect(try fixture.catalogue.search.hits(nil).ids.count == 1)
  }

  @Test func `an import keeps what may have no other copy, and removes all else`() throws {
    let good = try photo(1)
    let photo = try store(good, name: "good.jpg")
    let known = try self.photo(2)
    try fixture.files.folder.write(known, to: "trip/known.jpg")
    try fixture.files.run()
    try store(known, name: "known too.jpg")
    let text = try store(Array("just some notes".utf8), name: "notes.txt")
    let broken = try store(Array(good[..<(good.count / 3)]), name: "broken.jpg")
    let coming = try hash([7])
    try send([1], of: coming, at: 0)

    let summary = try importAll()
    #expect(summary?.indexed == 1 && summary?.duplicates == 1 && summary?.unsupported == 1)
    #expect(summary?.setAside == ["truncated": 1])
    let kept = "stored/\(broken.hex)"
    #expect(left() == ["partial/\(coming.hex)", kept, "\(kept)/broken.jpg"])
    #expect(uploads.wasNoPhoto(text) && !uploads.wasNoPhoto(photo) && !uploads.wasNoPhoto(broken))
    #expect(try !uploads.hasNews(fixture.catalogue))
    // The catalogue has no row of what was removed, and the library a copy of what is new.
    let names = try fixture.files.files().map { ($0.path.name.description, $0.state) }
    #expect(names.map(\.0).sorted() == ["broken.jpg", "good.jpg", "known.jpg"])
    let copy = try fixture.files.files().first { $0.path.name == FilePath("good.jpg") }
    #expect(contents(copy?.path) == good)
    #expect(copy?.path.isInside(fixture.files.library.originals) == true)
    // The rest of a file that was on its way meanwhile is still taken.
    #expect(uploads.received(coming) == 1)
  }

  @Test func `what was being sent while an earlier copy was imported is not lost`() throws {
    let bytes = try photo(1)
    let hash = try store(bytes)
    try send(bytes[..<100], of: hash, at: 0)
    try importAll()
    #expect(uploads.received(hash) == 100)
    try send(bytes[100...], of: hash, at: 100)
    #expect(throws: Never.self) { try uploads.finish(hash, name: "a.jpg") }
  }

  @Test func `a process that ends between arrival and import loses nothing`() throws {
    let bytes = try photo(1)
    let hash = try store(bytes)
    let next = try fixture.nextProcess()
    #expect(try next.uploads.hasNews(next.catalogue))
    #expect(try importAll(next)?.copied == 1)
    #expect(try !next.uploads.hasNews(next.catalogue))
    #expect(next.uploads.file(hash) == nil && left(next).isEmpty)
    // Or between import and removal: then the file is a copy of a photo that is known.
    try store(bytes)
    try fixture.files.run(.uploads)
    #expect(left() == [hash.hex, "\(hash.hex)/a.jpg"].map { "stored/\($0)" })
    try importAll(next)
    #expect(left(next).isEmpty)
    #expect(try next.catalogue.search.hits(nil).ids.count == 1)
  }

  @Test func `a set-aside upload that was taken away and sent again is news`() throws {
    let broken = Array(try photo(1)[..<400])
    let hash = try store(broken)
    try importAll()
    uploads.remove(hash)
    #expect(left().isEmpty)
    try importAll()
    try store(broken)
    #expect(try uploads.hasNews(fixture.catalogue))
    #expect(try importAll()?.scanned == 1)
    #expect(try !uploads.hasNews(fixture.catalogue))
  }

  @Test func `a library behind a link is the same library`() throws {
    let real = try fixture.files.folder.write([], to: "elsewhere/empty")
    symlink((real as NSString).deletingLastPathComponent, fixture.files.folder.path("link"))
    let library = LibraryFolder(path: fixture.files.folder.path("link/library"))
    let catalogue = try library.openOrMakeCatalogue()
    let uploads = UploadStore(library: library)
    let bytes = try photo(1)
    let hash = try hash(bytes)
    try send(bytes[...], of: hash, at: 0, to: uploads)
    try uploads.finish(hash, name: "a.jpg")
    let told = ToldJobs()
    let settings = try fixture.files.settings()
    let runner = JobRunner(
      library: library, catalogue: catalogue, uploads: uploads, now: { 1 },
      settings: { settings }, reanalysisSettings: { _ in settings },
      onChange: { told.take($0) })
    _ = try runner.start(.upload)
    #expect(told.wait { $0.state == .done } != nil)
    #expect(try !uploads.hasNews(catalogue))
    #expect(uploads.file(hash) == nil)
  }

  @Test func `an upload is forgotten, whether it came whole or not`() throws {
    let bytes = try photo(1)
    let hash = try store(bytes)
    try send(bytes[..<9], of: hash, at: 0)
    uploads.remove(hash)
    #expect(left().isEmpty && uploads.count() == 0)
    uploads.remove(hash)
  }
}
