import Catalog
import Fixtures
import PhotoCore
import Testing

/// What is remembered of jobs, and of the web server's settings.
struct JobTests {
  private let fixture: CatalogFixture
  private var catalogue: CatalogDatabase { fixture.catalogue }

  init() throws {
    fixture = try CatalogFixture()
  }

  @Test func `a job keeps its folders to the byte`() throws {
    let folders = [
      FilePath(bytes: [0x2F, 0xFF, 0x0A, 0x22]), FilePath("/Été/“trip”"), FilePath("/"),
    ]
    let job = try catalogue.jobs.add(kind: .importing, folders: folders, at: 5)
    #expect(job.state == .waiting && job.createdMilliseconds == 5)
    #expect(try catalogue.jobs.job(job.id) == job)
    #expect(try catalogue.jobs.job(job.id)?.folders == folders)
    #expect(try catalogue.jobs.job(job.id + 1) == nil)
  }

  @Test func `jobs are listed newest first, with what became of them`() throws {
    let jobs = try JobKind.allCases.map { try catalogue.jobs.add(kind: $0, folders: [], at: 1) }
    try catalogue.jobs.update(
      jobs[0].id, state: .done, summary: "{\"indexed\":3}", message: nil, finished: 9)
    try catalogue.jobs.update(
      jobs[1].id, state: .failed, summary: nil, message: "The disk is full.", finished: 8)
    let listed = try catalogue.jobs.latest(limit: 100)
    #expect(listed.map(\.kind) == JobKind.allCases.reversed())
    #expect(try catalogue.jobs.latest(limit: 2).map(\.id) == jobs.map(\.id).suffix(2).reversed())
    let done = listed[listed.count - 1]
    let failed = listed[listed.count - 2]
    #expect(done.state == .done && done.summary == "{\"indexed\":3}" && done.message == nil)
    #expect(done.finishedMilliseconds == 9)
    #expect(failed.state == .failed && failed.message == "The disk is full.")
    #expect(failed.summary == nil && failed.finishedMilliseconds == 8)
    #expect(listed[2].state == .waiting && listed[2].finishedMilliseconds == nil)
  }

  @Test(arguments: JobState.allCases)
  func `every state can be kept`(state: JobState) throws {
    let job = try catalogue.jobs.add(kind: .add, folders: [], at: 1)
    try catalogue.jobs.update(job.id, state: state, summary: nil, message: nil, finished: nil)
    #expect(try catalogue.jobs.job(job.id)?.state == state)
  }

  @Test func `settings of the web are apart from those of the catalogue`() throws {
    #expect(try catalogue.settings.web("tiles") == nil)
    try catalogue.settings.setWeb("tiles", to: "https://example.org/{z}")
    try catalogue.settings.setWeb("settled_version", to: "nonsense")
    try catalogue.settings.setWeb("tiles", to: "")
    #expect(try catalogue.settings.web("tiles") == "")
    try fixture.scan(["a.jpg"])
    try fixture.storeAll(hash: { _ in CatalogFixture.hash(1) }, CatalogFixture.photo())
    try catalogue.photos.settleOrder()
    #expect(try catalogue.settings.web("settled_version") == "nonsense")
    try catalogue.settings.setWeb("tiles", to: nil)
    try catalogue.settings.setWeb("tiles", to: nil)
    #expect(try catalogue.settings.web("tiles") == nil)
    #expect(try catalogue.settings.web("%") == nil)
  }
}
