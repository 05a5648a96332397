import Catalog
import Fixtures
import Foundation
import PhotoCore
import Testing

/// Where files come from, where they end, and what happens when they move.
struct FileLifeTests {
  private let fixture: CatalogFixture

  init() throws {
    fixture = try CatalogFixture()
  }

  private func same(_: PendingFile) -> ContentHash? { CatalogFixture.hash(1) }
  private func own(_ file: PendingFile) -> ContentHash? { CatalogFixture.hash(Int(file.id)) }

  @Test func `new files are pending, known ones unchanged`() throws {
    #expect(try fixture.scan(["a.jpg", "b.jpg"]).new == 2)
    #expect(try fixture.catalogue.files.pendingCount() == 2)
    let again = try fixture.scan(["a.jpg", "b.jpg"])
    #expect((again.new, again.unchanged, again.changed) == (0, 2, 0))
  }

  @Test func `the same bytes elsewhere are a duplicate of the first`() throws {
    try fixture.scan(["a.jpg", "b.jpg"])
    #expect(try fixture.storeAll(hash: same, CatalogFixture.photo()) == [.indexed, .duplicate])
    let files = try fixture.files()
    #expect(files.map(\.state) == [.indexed, .duplicate])
    #expect(files[1].duplicateOf == FilePath("/trip/a.jpg"))
    #expect(files[1].sha256 == files[0].sha256)
  }

  @Test func `the order of the analysis does not decide which is the first`() throws {
    try fixture.scan(["a.jpg", "b.jpg"])
    let pending = try fixture.catalogue.files.pending(after: 0, limit: 10)
    for file in pending.reversed() {
      _ = try fixture.catalogue.findings.store(
        [
          AnalysedFile(
            file: file,
            finding: Finding(
              path: file.path, bytes: nil, sha256: CatalogFixture.hash(1),
              outcome: CatalogFixture.photo()))
        ], at: 1)
    }
    #expect(try fixture.state("/trip/a.jpg") == .indexed)
    #expect(try fixture.state("/trip/b.jpg") == .duplicate)
  }

  @Test func `a file that is gone is missing, and its copy takes its place`() throws {
    try fixture.scan(["a.jpg", "b.jpg"])
    try fixture.storeAll(hash: same, CatalogFixture.photo())
    #expect(try fixture.scan(["b.jpg"]).missing == 1)
    #expect(try fixture.state("/trip/a.jpg") == .missing)
    #expect(try fixture.state("/trip/b.jpg") == .indexed)
    let ids = try fixture.catalogue.search.hits(nil).ids
    #expect(try fixture.catalogue.photos.records(ids).map(\.isMissing) == [false])
    try fixture.scan([])
    #expect(try fixture.catalogue.photos.records(ids).map(\.isMissing) == [true])
    try fixture.scan(["a.jpg", "b.jpg"])
    #expect(try fixture.state("/trip/a.jpg") == .indexed)
    #expect(try fixture.catalogue.files.pendingCount() == 0)
  }

  @Test func `a moved file keeps its identity and leaves nothing missing`() throws {
    try fixture.scan(["a.jpg"])
    try fixture.storeAll(hash: same, CatalogFixture.photo())
    let before = try fixture.catalogue.search.hits(nil).ids
    try fixture.scan([])
    try fixture.scan(["moved.jpg"], in: "/elsewhere")
    #expect(try fixture.storeAll(hash: same, .identified) == [.moved])
    #expect(try fixture.files().map(\.path) == [FilePath("/elsewhere/moved.jpg")])
    #expect(try fixture.catalogue.search.hits(nil).ids == before)
  }

  @Test func `changed bytes are analysed again, and become another photo`() throws {
    try fixture.scan(["a.jpg"])
    try fixture.storeAll(hash: same, CatalogFixture.photo())
    #expect(try fixture.scan(["a.jpg"], seed: 5).changed == 1)
    #expect(try fixture.state("/trip/a.jpg") == .pending)
    try fixture.storeAll(hash: { _ in CatalogFixture.hash(2) }, CatalogFixture.photo())
    #expect(try fixture.files().map(\.sha256) == [CatalogFixture.hash(2)])
    #expect(try fixture.catalogue.search.hits(nil).ids.count == 1)
  }

  @Test func `a finding about a file that changed meanwhile is not believed`() throws {
    try fixture.scan(["a.jpg"])
    let pending = try fixture.catalogue.files.pending(after: 0, limit: 1)
    try fixture.scan(["a.jpg"], seed: 9)
    let outcome = try fixture.catalogue.findings.store(
      pending.map {
        AnalysedFile(
          file: $0,
          finding: Finding(
            path: $0.path, bytes: nil, sha256: CatalogFixture.hash(1),
            outcome: CatalogFixture.photo()))
      }, at: 1)
    #expect(outcome == [.superseded])
    #expect(try fixture.state("/trip/a.jpg") == .pending)
  }

  @Test func `storing the same finding twice changes nothing`() throws {
    try fixture.scan(["a.jpg"])
    let pending = try fixture.catalogue.files.pending(after: 0, limit: 1)
    let batch = pending.map {
      AnalysedFile(
        file: $0,
        finding: Finding(
          path: $0.path, bytes: nil, sha256: CatalogFixture.hash(1),
          outcome: CatalogFixture.photo()))
    }
    #expect(try fixture.catalogue.findings.store(batch, at: 1) == [.indexed])
    #expect(try fixture.catalogue.findings.store(batch, at: 2) == [.superseded])
    #expect(try fixture.files().count == 1)
  }

  @Test func `set-aside files keep their reason and can be retried`() throws {
    try fixture.scan(["a.jpg", "b.jpg"])
    try fixture.storeAll(hash: own, .setAside(.truncated, detail: "x"))
    #expect(try fixture.files().map(\.reason) == [.truncated, .truncated])
    #expect(try fixture.catalogue.files.retrySetAside(reasons: [.emptyFile]) == 0)
    #expect(try fixture.catalogue.files.retrySetAside(reasons: nil) == 2)
    #expect(try fixture.catalogue.files.pendingCount() == 2)
  }

  @Test func `a reason that may pass is tried again by the next scan, others are not`() throws {
    try fixture.scan(["a.jpg"])
    try fixture.storeAll(hash: own, .setAside(.cannotBeRead, detail: nil))
    try fixture.scan(["a.jpg"])
    #expect(try fixture.catalogue.files.pendingCount() == 1)
    try fixture.storeAll(hash: own, .setAside(.corruptPixels, detail: nil))
    try fixture.scan(["a.jpg"])
    #expect(try fixture.catalogue.files.pendingCount() == 0)
  }

  @Test func `FIFOs and dangling links end in a state without being opened`() throws {
    _ = try fixture.catalogue.scans.recordFolder(
      FilePath("/trip"),
      listing: [
        ListedFile(name: FilePath("pipe"), kind: .special("fifo")),
        ListedFile(name: FilePath("link"), kind: .unreadable("No such file")),
      ], role: .inPlace, at: 1)
    #expect(try fixture.catalogue.files.pendingCount() == 0)
    #expect(try fixture.state("/trip/pipe") == .unsupported)
    #expect(try fixture.files().first { $0.state == .setAside }?.reason == .cannotBeRead)
  }

  @Test func `folders that vanished are missing, unreadable ones stay as they were`() throws {
    let root = try fixture.scan(["a.jpg"], in: "/trip").folderID
    try fixture.scan(["b.jpg"], in: "/trip/gone")
    try fixture.scan(["c.jpg"], in: "/trip/locked/deep")
    try fixture.scan(["d.jpg"], in: "/other")
    try fixture.storeAll(hash: own, CatalogFixture.photo())
    let count = try fixture.catalogue.scans.markUnvisitedMissing(
      under: FilePath("/trip"), visited: [root], unreadable: [FilePath("/trip/locked")], at: 5)
    #expect(count == 1)
    #expect(try fixture.state("/trip/gone/b.jpg") == .missing)
    #expect(try fixture.state("/trip/locked/deep/c.jpg") == .indexed)
    #expect(try fixture.state("/other/d.jpg") == .indexed)
  }

  @Test func `names of any bytes are kept`() throws {
    let name = FilePath(bytes: [0xFF, 0x0A, 0x22, 0xF0, 0x9F, 0x98, 0x80])
    _ = try fixture.catalogue.scans.recordFolder(
      FilePath("/trip"),
      listing: [ListedFile(name: name, kind: .regular(CatalogFixture.stamp(0)))], role: .inPlace,
      at: 1)
    #expect(try fixture.catalogue.files.pending(after: 0, limit: 1).map(\.path.name) == [name])
  }

  @Test func `a date in the name counts only without one in the bytes`() throws {
    try fixture.scan(["2011-01-01.jpg"])
    try fixture.storeAll(hash: own, CatalogFixture.photo())
    #expect(try fixture.files()[0].taken?.source == .fileName)
    #expect(try fixture.files()[0].taken?.wall.components.year == 2011)
    try fixture.scan(["2011-01-01 too.jpg"], in: "/b")
    let wall = try #require(WallTime(year: 2014, month: 6, day: 12))
    try fixture.storeAll(
      hash: own,
      CatalogFixture.photo(
        taken: CaptureTime(wall: wall, utcOffsetMinutes: 60, source: .exif)))
    #expect(try fixture.files().map(\.taken?.source) == [.exif, .fileName])
  }

  @Test func `an imported photo's first place is the library's copy`() throws {
    try fixture.scan(["a.jpg"], in: "/card", role: .importSource)
    try fixture.storeAll(hash: same, CatalogFixture.photo())
    let copy = try #require(try fixture.catalogue.files.toCopy(after: 0, limit: 9).first)
    try fixture.catalogue.files.addCopy(
      of: copy.photoID, at: FilePath("/library/a.jpg"), stamp: CatalogFixture.stamp(0))
    #expect(try fixture.state("/library/a.jpg") == .indexed)
    #expect(try fixture.state("/card/a.jpg") == .duplicate)
    #expect(try fixture.catalogue.files.toCopy(after: 0, limit: 9).isEmpty)
  }
}
