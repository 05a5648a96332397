import Foundation
import PhotoCore
import Synchronization

/// Threads that take photos from one list, and the time they took together.
final class ParallelMeasurement: Sendable {
  private struct State {
    var next = 0
    var ready = 0
    var started: Date?
    var ended: Date?
    var finished = 0
    var failure: String?
  }

  private let photos: [FilePath]
  private let state = Mutex(State())

  init(_ photos: [FilePath]) {
    self.photos = photos
  }

  /// A thread's work: warm up, wait for the others, take photos until there are none.
  func work(_ make: () throws -> (FilePath) throws -> Void) {
    do {
      let task = try make()
      try task(photos[0])
      state.withLock { $0.ready += 1 }
      while state.withLock({ $0.started }) == nil { usleep(500) }
      while let photo = take() { try task(photo) }
    } catch {
      state.withLock {
        $0.failure = "\(error)"
        $0.ready += 1
      }
    }
    state.withLock {
      $0.finished += 1
      $0.ended = Date()
    }
  }

  private func take() -> FilePath? {
    state.withLock { state in
      guard state.next < photos.count else { return nil }
      defer { state.next += 1 }
      return photos[state.next]
    }
  }

  func photosPerSecond(threads: Int) throws -> Double {
    while state.withLock({ $0.ready }) < threads { usleep(1000) }
    state.withLock { $0.started = Date() }
    while state.withLock({ $0.finished }) < threads { usleep(1000) }
    return try state.withLock { state in
      if let failure = state.failure { throw MeasurementFailure(description: failure) }
      let seconds = (state.ended ?? Date()).timeIntervalSince(state.started ?? Date())
      return Double(photos.count) / max(0.001, seconds)
    }
  }
}

struct MeasurementFailure: Error, CustomStringConvertible {
  let description: String
}
