import Analysis
import Catalog
import Fixtures
import Foundation
import Jobs
import Library
import LibraryFixtures
import PhotoCore
import Recognition
import Synchronization
import Testing

/// Looks of a network as the web app asks for them: stopped, gone on with, given up.
@Suite(.timeLimit(.minutes(20)))
struct ReanalysisJobTests {
  private static let photoCount = 24
  private static let target = ReanalysisTarget(model: ModelStore.defaultDetector)
  private let fixture: JobFixture
  private var runner: JobRunner { fixture.runner }

  init() throws {
    let files = try ImportFixture()
    for seed in 1...Self.photoCount { try files.photo("\(seed).jpg", seed: UInt64(seed)) }
    try files.run()
    fixture = try JobFixture(files)
  }

  /// How many photos the network has looked at.
  private func looked() throws -> Int {
    try fixture.catalogue.models.usage().first { $0.model == Self.target.model }?.photos ?? 0
  }

  /// Has the first look after a start answered by `reaction`, once.
  private func atFirstPhoto(_ reaction: @escaping @Sendable (Int64) -> Void) {
    let isDue = Mutex(true)
    fixture.told.react { job in
      guard let progress = job.progress, progress.stage == .analysing else { return }
      // The next photo is told a quarter of a second after this one at the earliest.
      if progress.done == 0 { return Thread.sleep(forTimeInterval: 0.3) }
      let isFirst = isDue.withLock { due in
        defer { due = false }
        return due
      }
      if isFirst { reaction(job.id) }
    }
  }

  @Test func `a look that is paused and goes on looks at each photo once`() throws {
    atFirstPhoto { [runner] id in _ = try? runner.pause(id) }
    let job = try runner.start(Self.target)
    let paused = try #require(fixture.wait(job.id, .paused, .done, .failed))
    #expect(paused.state == .paused && paused.finishedMilliseconds == nil, "\(paused)")
    let before = try #require(paused.summary.reanalysis?.analysed)
    #expect(before > 0 && before < Self.photoCount)
    #expect(try looked() == before)
    #expect(try runner.job(job.id) == paused)
    #expect(try runner.resume(job.id)?.state == .waiting)
    let done = try #require(fixture.wait(job.id, .done, .failed))
    #expect(done.state == .done && done.finishedMilliseconds != nil)
    #expect(done.summary.reanalysis?.analysed == Self.photoCount)
    #expect(try looked() == Self.photoCount)
  }

  @Test func `a paused look goes on in the next process`() throws {
    atFirstPhoto { [runner] id in _ = try? runner.pause(id) }
    let job = try runner.start(Self.target)
    #expect(fixture.wait(job.id, .paused, .done)?.state == .paused)
    let next = try fixture.nextProcess()
    try next.runner.recover()
    #expect(try next.runner.job(job.id)?.state == .paused, "nobody asked for it to go on")
    _ = try next.runner.resume(job.id)
    let done = try #require(next.wait(job.id, .done, .failed))
    #expect(done.summary.reanalysis?.analysed == Self.photoCount && done.reanalysis == Self.target)
  }

  @Test func `a look that is cancelled keeps what it did, and the next one does the rest`() throws {
    atFirstPhoto { [runner] id in _ = try? runner.cancel(id) }
    let job = try runner.start(Self.target)
    let ended = try #require(fixture.wait(job.id, .cancelled, .done, .failed))
    #expect(ended.state == .cancelled && ended.finishedMilliseconds != nil, "\(ended)")
    let before = try #require(ended.summary.reanalysis?.analysed)
    #expect(before > 0 && before < Self.photoCount)
    #expect(try looked() == before)
    #expect(try runner.resume(job.id) == ended)
    let next = try runner.start(Self.target)
    let done = try #require(fixture.wait(next.id, .done, .failed))
    #expect(done.summary.reanalysis?.analysed == Self.photoCount - before)
  }

  @Test func `a look that still waits serves all who ask for the same one`() throws {
    let door = Door()
    fixture.told.react { job in
      if job.progress?.stage == .scanning { door.pass() }
    }
    let running = try runner.start(.refresh)
    #expect(fixture.told.wait { $0.progress?.stage == .scanning } != nil)
    let waiting = try runner.start(Self.target)
    #expect(try runner.start(Self.target).id == waiting.id)
    var other = Self.target
    other.isThorough = true
    let thorough = try runner.start(other)
    #expect(thorough.id != waiting.id)
    #expect(try runner.cancel(thorough.id)?.state == .cancelled)
    #expect(try runner.pause(waiting.id)?.state == .paused)
    door.open()
    #expect(fixture.wait(running.id, .done) != nil)
    #expect(try looked() == 0)
  }
}
