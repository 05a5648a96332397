import Catalog
import Foundation
import Jobs
import Library
import LibraryFixtures
import PhotoCore
import Synchronization
import Testing

/// Jobs as the web app asks for them.
@Suite(.timeLimit(.minutes(20)))
struct JobRunnerTests {
  private let fixture: JobFixture
  private var runner: JobRunner { fixture.runner }
  private var trip: FilePath { fixture.files.trip }

  init() throws {
    fixture = try JobFixture()
  }

  /// What a job came to, but for how long it took.
  private func result(_ job: Job?) -> JobSummary? {
    guard var summary = job?.summary else { return nil }
    summary.seconds = 0
    return summary
  }

  /// Has the first job that analyses stand still until the door is opened.
  private func hold(behind door: Door, of fixture: JobFixture? = nil) {
    (fixture ?? self.fixture).told.react { job in
      if job.progress?.stage == .analysing { door.pass() }
    }
  }

  @Test func `a job adds a folder and ends done, with its summary`() throws {
    try fixture.fill()
    let asked = try runner.start(.add, folders: [trip])
    #expect(asked.state == .waiting && asked.finishedMilliseconds == nil)
    let done = try #require(fixture.wait(asked.id, .done, .failed))
    #expect(done.state == .done && done.message == nil && done.progress == nil)
    #expect((done.finishedMilliseconds ?? 0) > done.createdMilliseconds)
    var expected = JobSummary()
    expected.scanned = 42
    expected.indexed = 30
    expected.duplicates = 10
    expected.unsupported = 1
    expected.setAside = ["empty_file": 1]
    #expect(result(done) == expected)
    #expect(try runner.job(asked.id) == done)
    #expect(try fixture.catalogue.sources.all() == [trip])

    let told = fixture.told.all
    #expect(told.first?.state == .waiting && told.last == done)
    #expect(Set(told.compactMap(\.progress?.stage)) == [.scanning, .analysing])
    #expect(told.allSatisfy { $0.progress == nil || $0.state == .running })
    // Said when it begins, not only when there is progress.
    #expect(told.first { $0.state == .running }?.progress == nil)
  }

  @Test(
    arguments: [
      [.scanning], [.analysing], [.copying], [.analysing, .scanning],
      [.scanning, .scanning, .analysing, .copying, .scanning, .copying],
    ] as [[RunProgress.Stage]])
  func `a job that is paused and goes on comes to the same as an undisturbed one`(
    pauses: [RunProgress.Stage]
  ) throws {
    let quiet = try JobFixture()
    for fixture in [quiet, fixture] {
      try fixture.fill()
      // Photos that are known before the job begins.
      let before = try fixture.runner.start(.add, folders: [trip(of: fixture).appending("day 1")])
      #expect(fixture.wait(before.id, .done) != nil)
    }
    let undisturbed = try quiet.runner.start(.importing, folders: [trip(of: quiet)])
    let expected = try #require(result(quiet.wait(undisturbed.id, .done)))

    let rest = Mutex(pauses)
    fixture.told.react { [runner] job in
      guard let progress = job.progress, job.kind == .importing else { return }
      let isDue = rest.withLock { rest -> Bool in
        guard rest.first == progress.stage else { return false }
        if progress.stage == .analysing, progress.done == 0 {
          // The next file is told a quarter of a second after this one at the earliest.
          Thread.sleep(forTimeInterval: 0.3)
          return false
        }
        rest.removeFirst()
        return true
      }
      if isDue { _ = try? runner.pause(job.id) }
    }
    let job = try runner.start(.importing, folders: [trip])
    for _ in pauses {
      let paused = try #require(fixture.wait(job.id, .paused, .done))
      #expect(paused.state == .paused && paused.finishedMilliseconds == nil)
      #expect(paused.progress == nil && paused.summary.copied < expected.copied)
      #expect(try runner.job(job.id) == paused)
      #expect(try runner.resume(job.id)?.state == .waiting)
    }
    let done = try #require(fixture.wait(job.id, .done))
    #expect(rest.withLock { $0.isEmpty })
    #expect(result(done) == expected)
    #expect(expected.scanned == 42 && expected.unchanged == 10 && expected.copied == 20)
    #expect(try fixture.catalogue.files.pendingCount() == 0)
  }

  private func trip(of fixture: JobFixture) -> FilePath { fixture.files.trip }

  @Test func `a job that is cancelled ends early, and what it did stays done`() throws {
    try fixture.fill()
    fixture.told.react { [runner] job in
      guard let progress = job.progress, progress.stage == .analysing else { return }
      if progress.done == 0 { return Thread.sleep(forTimeInterval: 0.3) }
      _ = try? runner.cancel(job.id)
    }
    let job = try runner.start(.add, folders: [trip])
    let ended = try #require(fixture.wait(job.id, .cancelled, .done))
    #expect(ended.state == .cancelled && ended.finishedMilliseconds != nil)
    #expect(ended.summary.indexed > 0 && ended.summary.indexed < 30)
    let indexed = try fixture.catalogue.search.hits(nil).ids.count
    #expect(indexed == ended.summary.indexed)
    #expect(try runner.resume(job.id) == ended)
    #expect(try runner.pause(job.id) == ended)
  }

  @Test func `jobs run one after the other, in the order in which they were asked for`() throws {
    try fixture.files.photo("a.jpg", seed: 1)
    let door = Door()
    hold(behind: door)
    let first = try runner.start(.add, folders: [trip])
    let second = try runner.start(.refresh)
    #expect(fixture.told.wait { $0.progress?.stage == .analysing } != nil)
    #expect(try runner.jobs(limit: 9).map(\.id) == [second.id, first.id])
    #expect(try runner.jobs(limit: 9).map(\.state) == [.waiting, .running])
    #expect(try runner.job(first.id)?.progress?.stage == .analysing)
    door.open()
    #expect(fixture.wait(second.id, .done) != nil)
    let told = fixture.told.all
    let end = try #require(told.firstIndex { $0.id == first.id && $0.state == .done })
    let start = try #require(told.firstIndex { $0.id == second.id && $0.state == .running })
    #expect(end < start)
  }

  @Test(.timeLimit(.minutes(20)))
  func `closing waits for the photo in hand, and nothing is told behind it`() throws {
    try fixture.files.photo("a.jpg", seed: 1)
    let door = Door()
    hold(behind: door)
    _ = try runner.start(.add, folders: [trip])
    #expect(fixture.told.wait { $0.progress?.stage == .analysing } != nil)
    let isClosed = Mutex(false)
    let closing = BlockingTask("test") { [runner] in
      runner.close()
      isClosed.withLock { $0 = true }
    }
    usleep(200_000)
    #expect(!isClosed.withLock { $0 })
    door.open()
    try closing.value()
    let told = fixture.told.all
    #expect(told.last?.progress == nil)
    usleep(200_000)
    #expect(fixture.told.all == told)
    // Where nothing runs there is nothing to wait for.
    runner.close()
  }

  @Test func `a waiting job serves all who ask for the same one`() throws {
    try fixture.files.photo("a.jpg", seed: 1)
    let door = Door()
    hold(behind: door)
    let running = try runner.start(.add, folders: [trip])
    #expect(fixture.told.wait { $0.progress?.stage == .analysing } != nil)
    // From many pages at once; the one that runs may be past what is new, so it does not count.
    let ids = Mutex(Set<Int64>())
    let runner = runner
    let trip = trip
    let answers = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: 16) { _ in
      guard let job = try? runner.start(.add, folders: [trip]) else { return }
      ids.withLock { _ = $0.insert(job.id) }
      answers.withLock { $0 += 1 }
    }
    #expect(answers.withLock { $0 } == 16)
    #expect(ids.withLock { $0.count } == 1)
    #expect(try runner.start(.add, folders: []).id != ids.withLock { $0.first })
    #expect(try runner.start(.importing, folders: [trip]).id != ids.withLock { $0.first })
    #expect(try runner.jobs(limit: 9).count == 4 && running.id != ids.withLock { $0.first })
    door.open()
  }

  @Test func `a waiting job can be paused and cancelled`() throws {
    try fixture.files.photo("a.jpg", seed: 1)
    let door = Door()
    hold(behind: door)
    let first = try runner.start(.add, folders: [trip])
    let second = try runner.start(.refresh)
    let third = try runner.start(.retry)
    #expect(fixture.told.wait { $0.progress?.stage == .analysing } != nil)
    #expect(try runner.pause(second.id)?.state == .paused)
    #expect(try runner.cancel(third.id)?.state == .cancelled)
    door.open()
    #expect(fixture.wait(first.id, .done) != nil)
    #expect(try runner.jobs(limit: 9).map(\.state) == [.cancelled, .paused, .done])
    #expect(try runner.cancel(second.id)?.finishedMilliseconds != nil)
    #expect(try runner.resume(second.id)?.state == .cancelled)
    #expect(try runner.job(99) == nil && runner.pause(99) == nil && runner.resume(99) == nil)
  }

  @Test func `a job that cannot be done fails with a sentence, and the next one runs`() throws {
    try fixture.files.photo("a.jpg", seed: 1)
    let gone = trip.appending("gone")
    let failing = try runner.start(.add, folders: [gone])
    let failed = try #require(fixture.wait(failing.id, .failed, .done))
    #expect(failed.state == .failed && failed.finishedMilliseconds != nil)
    #expect(failed.message?.hasPrefix("\(gone) cannot be added: ") == true)
    #expect(try runner.job(failing.id) == failed)
    let next = try runner.start(.add, folders: [trip])
    #expect(fixture.wait(next.id, .done)?.message == nil)
  }

  @Test func `a job for which the networks are missing fails with their sentence`() throws {
    let told = ToldJobs()
    let runner = JobRunner(
      library: fixture.files.library, catalogue: fixture.catalogue, uploads: fixture.uploads,
      now: { 5 }, settings: { throw LibraryError.noGazetteer },
      reanalysisSettings: { _ in throw LibraryError.noGazetteer }, onChange: { told.take($0) })
    let job = try runner.start(.retry)
    let failed = told.wait { $0.id == job.id && $0.state == .failed }
    #expect(failed?.message == LibraryError.noGazetteer.description)
    #expect(failed?.finishedMilliseconds == 5)
  }
}
