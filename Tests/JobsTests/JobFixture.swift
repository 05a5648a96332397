import Catalog
import Fixtures
import Foundation
import Jobs
import Library
import LibraryFixtures
import PhotoCore
import Synchronization

/// Jobs over the library of an ``ImportFixture``, with the real worker.
final class JobFixture {
  let files: ImportFixture
  let catalogue: CatalogDatabase
  let uploads: UploadStore
  /// What the runner told, by everybody who ran in this fixture.
  let told = ToldJobs()
  let clock = StepClock()
  let runner: JobRunner

  /// - Parameter networks: whether the worker runs its networks on photos.
  init(_ files: ImportFixture? = nil, networks: Bool = false) throws {
    self.files = try files ?? ImportFixture()
    catalogue = try self.files.library.openOrMakeCatalogue()
    uploads = UploadStore(library: self.files.library)
    let settings = try self.files.settings(networks: networks)
    let library = self.files.library
    runner = JobRunner(
      library: self.files.library, catalogue: catalogue, uploads: uploads,
      now: { [clock] in clock.next() }, settings: { settings },
      reanalysisSettings: { try ImportFixture.settings(for: $0, in: library) },
      onChange: { [told] in told.take($0) })
  }

  deinit { runner.close() }

  /// What a process finds that starts after this one ended: the same files, nothing in memory.
  func nextProcess() throws -> JobFixture {
    runner.close()
    return try JobFixture(files)
  }

  /// Forty photos in four folders, some of them twice, and two files that are none.
  func fill() throws {
    for seed in 1...40 {
      try files.photo(
        "day \(seed % 4)/\(seed).jpg", seed: UInt64(seed % 30),
        exif: ExifFixture(taken: "2014:06:12 15:30:\(10 + seed % 30)"))
    }
    try files.folder.write([], to: "trip/empty.jpg")
    try files.folder.write(Array("x".utf8), to: "trip/day 3/notes.txt")
  }

  /// Waits until a job is in one of these states, for a minute at most.
  ///
  /// - Returns: the job as it was told; nil where that did not happen.
  func wait(_ id: Int64, _ states: JobState...) -> Job? {
    told.wait { $0.id == id && states.contains($0.state) }
  }
}

/// What a runner told. A reaction runs on the runner's own thread, so that the job stands still in it.
final class ToldJobs: Sendable {
  private struct State {
    var jobs: [Job] = []
    /// What ``wait(_:)`` has answered with already.
    var seen = 0
    var reaction: (@Sendable (Job) -> Void)?
  }

  private let state = Mutex(State())

  var all: [Job] { state.withLock { $0.jobs } }

  func take(_ job: Job) {
    let reaction = state.withLock { state in
      state.jobs.append(job)
      return state.reaction
    }
    reaction?(job)
  }

  /// Calls `reaction` whenever a job is told.
  func react(_ reaction: @escaping @Sendable (Job) -> Void) {
    state.withLock { $0.reaction = reaction }
  }

  /// The first job that was told since the last such call and is as it should be.
  func wait(_ holds: (Job) -> Bool) -> Job? {
    for _ in 0..<6000 {
      let found = state.withLock { state -> Job? in
        guard let place = state.jobs[state.seen...].firstIndex(where: holds) else { return nil }
        state.seen = place + 1
        return state.jobs[place]
      }
      if let found { return found }
      usleep(10_000)
    }
    return nil
  }
}

/// A clock that goes a second with each look.
final class StepClock: Sendable {
  private let milliseconds = Mutex(Int64(1_402_580_000_000))

  func next() -> Int64 {
    milliseconds.withLock { now in
      now += 1000
      return now
    }
  }
}

/// A door that is shut until it is opened.
final class Door: Sendable {
  private let isOpen = Atomic(false)

  /// - Returns: whether it was shut.
  @discardableResult
  func open() -> Bool { !isOpen.exchange(true, ordering: .sequentiallyConsistent) }

  /// Waits for a minute at most.
  func pass() {
    for _ in 0..<6000 where !isOpen.load(ordering: .sequentiallyConsistent) { usleep(10_000) }
  }
}
