import Catalog
import Foundation
import Glibc
import Jobs
import Library
import LibraryFixtures
import PhotoCore
import Testing

/// Jobs over the end of a process, and beside another one.
@Suite(.timeLimit(.minutes(20)))
struct JobRecoveryTests {
  private let fixture: JobFixture
  private var runner: JobRunner { fixture.runner }
  private var trip: FilePath { fixture.files.trip }

  init() throws {
    fixture = try JobFixture()
  }

  /// A job as a process leaves it that is killed.
  private func leave(
    _ kind: JobKind, _ state: JobState, folders: [FilePath] = [], summary: String? = nil
  ) throws -> Int64 {
    let job = try fixture.catalogue.jobs.add(kind: kind, folders: folders, at: 1)
    let isEnd = [.done, .failed, .cancelled].contains(state)
    try fixture.catalogue.jobs.update(
      job.id, state: state, summary: summary, message: nil, finished: isEnd ? 2 : nil)
    return job.id
  }

  /// Ends the process as it should be, from within a job's progress, and waits until that has begun.
  ///
  /// A job that waits is forgotten by then, which shows: asking for the same gives another.
  private static func beginClosing(_ runner: JobRunner, _ closed: Door) {
    let waiting = try? runner.start(.retry).id
    Thread {
      runner.close()
      closed.open()
    }.start()
    while (try? runner.start(.retry).id) == waiting { usleep(1000) }
  }

  @Test func `jobs that ran or waited when the process ended go on, others stay as they are`()
    throws
  {
    try fixture.fill()
    let stored = "{\"indexed\":7}"
    let done = try leave(.add, .done, summary: stored)
    let paused = try leave(.refresh, .paused)
    let running = try leave(.add, .running, folders: [trip])
    let failed = try leave(.add, .failed)
    let waiting = try leave(.retry, .waiting)
    try runner.recover()
    #expect(fixture.wait(waiting, .done) != nil)
    let states = try [done, paused, running, failed, waiting].map { try runner.job($0)?.state }
    #expect(states == [.done, .paused, .done, .failed, .done])
    #expect(try runner.job(running)?.summary.indexed == 30)
    // The one that ran goes first.
    let order = fixture.told.all.filter { $0.state == .done }.map(\.id)
    #expect(order == [running, waiting])
  }

  @Test func `a recovered job that waits behind another is waiting, and can be given up`() throws {
    try fixture.fill()
    // A paused job was told to go on while the second one ran.
    let first = try leave(.add, .waiting, folders: [trip])
    let second = try leave(.refresh, .running)
    let third = try leave(.retry, .running)
    let door = Door()
    fixture.told.react { if $0.progress?.stage == .analysing { door.pass() } }
    try runner.recover()
    #expect(fixture.told.wait { $0.progress?.stage == .analysing } != nil)
    #expect(try runner.jobs(limit: 9).map(\.state) == [.waiting, .waiting, .running])
    #expect(try runner.cancel(second)?.state == .cancelled)
    #expect(try runner.pause(third)?.state == .paused)
    door.open()
    #expect(fixture.wait(first, .done) != nil)
    #expect(try runner.jobs(limit: 9).map(\.state) == [.paused, .cancelled, .done])
  }

  @Test func `closing leaves the running job and the waiting ones to the next process`() throws {
    try fixture.fill()
    let begun = Door()
    let closed = Door()
    fixture.told.react { [runner] job in
      guard let progress = job.progress, progress.stage == .analysing else { return }
      if progress.done == 0 { return Thread.sleep(forTimeInterval: 0.3) }
      if begun.open() { Self.beginClosing(runner, closed) }
    }
    let job = try runner.start(.add, folders: [trip])
    closed.pass()
    let left = try #require(try fixture.catalogue.jobs.job(job.id))
    #expect(left.state == .running && left.finishedMilliseconds == nil)
    let indexed = try fixture.catalogue.search.hits(nil).ids.count
    #expect(indexed > 0 && indexed < 30)
    let waiting = try fixture.catalogue.jobs.latest(limit: 9).filter { $0.kind == .retry }
    #expect(waiting.map(\.state) == [.waiting, .waiting])

    let next = try fixture.nextProcess()
    try next.runner.recover()
    let done = try #require(next.wait(job.id, .done))
    #expect(done.summary.indexed == 30 && done.summary.duplicates == 10)
    #expect(done.summary.scanned == 42 && done.summary.unchanged == 0)
    for waiting in waiting.reversed() {
      #expect(next.wait(waiting.id, .done, .failed)?.state == .done)
    }
  }

  @Test func `a job that is cancelled while the process ends is not taken up again`() throws {
    try fixture.fill()
    let closed = Door()
    fixture.told.react { [runner] job in
      guard let progress = job.progress, progress.stage == .analysing, progress.done == 0 else {
        return
      }
      _ = try? runner.cancel(job.id)
      Self.beginClosing(runner, closed)
    }
    let job = try runner.start(.add, folders: [trip])
    closed.pass()
    #expect(try fixture.catalogue.jobs.job(job.id)?.state == .cancelled)
  }

  @Test func `a job that waits for another program's import can be paused`() throws {
    try fixture.fill()
    let path = fixture.files.library.path.appending("library.lock").description
    let lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    defer { Glibc.close(lock) }
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    let job = try runner.start(.add, folders: [trip])
    #expect(fixture.wait(job.id, .running) != nil)
    _ = try runner.pause(job.id)
    #expect(fixture.wait(job.id, .paused, .failed)?.state == .paused)
    _ = try runner.resume(job.id)
    #expect(fixture.wait(job.id, .running) != nil)
    flock(lock, LOCK_UN)
    #expect(fixture.wait(job.id, .done, .failed)?.summary.indexed == 30)
  }
}
