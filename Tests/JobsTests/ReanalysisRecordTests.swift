import Catalog
import Fixtures
import Foundation
import Jobs
import Library
import LibraryFixtures
import PhotoCore
import Recognition
import Testing

/// What is kept of a job that lets a model look at photos again.
@Suite(.timeLimit(.minutes(20)))
struct ReanalysisRecordTests {
  private let files: ImportFixture
  private static let detector = ReanalysisTarget(model: ModelStore.defaultDetector)
  private static let classifier = ReanalysisTarget(model: ModelStore.defaultClassifier)

  init() throws {
    files = try ImportFixture()
    for seed in 1...5 {
      try files.photo(
        "\(seed).jpg", seed: UInt64(seed), exif: ExifFixture(taken: "201\(seed):06:12 15:30:10"))
    }
    try files.run()
  }

  @Test func `a job looks again, says so, and is known to the next process`() throws {
    let fixture = try JobFixture(files)
    var target = Self.detector
    target.query = "2012..2013"
    let job = try fixture.runner.start(target)
    #expect(job.kind == .analyseAgain && job.folders.isEmpty && job.reanalysis == target)
    #expect(job.title == "Re-scan the photos of “2012..2013” with \(target.model)")
    let done = try #require(fixture.wait(job.id, .done, .failed))
    #expect(done.state == .done, "\(done.message ?? "")")
    #expect(done.summary.reanalysis?.analysed == 2 && done.summary.indexed == 0)
    let next = try fixture.nextProcess()
    let known = try #require(try next.runner.job(job.id))
    #expect(known.reanalysis == target && known.summary == done.summary)
    var impossible = Self.classifier
    impossible.isThorough = true
    let failing = try next.runner.start(impossible)
    let failed = try #require(next.wait(failing.id, .failed, .done))
    #expect(failed.message == LibraryError.hasNoTiles(model: impossible.model).description)
  }

  @Test func `a job that was running when the process ended is gone on with`() throws {
    let fixture = try JobFixture(files)
    let record = try fixture.catalogue.jobs.add(
      kind: .analyseAgain, folders: [],
      parameters: String(
        decoding: try JSONEncoder().encode(Self.detector), as: UTF8.self), at: 5_000_000_000_000)
    try fixture.catalogue.jobs.update(
      record.id, state: .running, summary: nil, message: nil, finished: nil)
    try fixture.runner.recover()
    #expect(fixture.wait(record.id, .done)?.summary.reanalysis?.analysed == 5)
  }
}
