internal import Analysis
internal import Foundation
internal import Library
internal import PhotoCore

/// Analyses photos with several workers at once.
///
/// ## Concurrency model
/// One thread for each worker takes orders from a queue and puts answers into another; the calling
/// thread waits for them. Workers stay until the pool goes: the next photos need no start.
final class ViewWorkers {
  private typealias Answer = (number: Int, result: Result<ViewReply, WorkerFailure>)

  private let orders = BlockingQueue<(number: Int, order: ViewRequest)>()
  private let answers = BlockingQueue<Answer>()
  private let stop: StopSign

  /// Starts the threads, and no worker before there is something to look at.
  init(launch: WorkerLaunch, limits: WorkerLimits, workerCount: Int, stop: StopSign) {
    self.stop = stop
    for _ in 0..<max(1, workerCount) { startThread(launch, limits) }
  }

  deinit {
    orders.close()
  }

  /// Looks at photos, in any order; once the stop sign is raised no more of them.
  ///
  /// - Parameter each: called on this thread with the number of an order and what was seen.
  /// - Throws: `WorkerFailure` when workers cannot start, and what `each` throws.
  func extractViews(
    at wanted: [ViewRequest], each: (Int, ViewReply) throws -> Void
  ) throws {
    for (number, order) in wanted.enumerated() { orders.put((number, order)) }
    var failure: (any Error)?
    for _ in wanted {
      guard let answer = answers.take() else { break }
      do {
        let result = try answer.result.get()
        if failure == nil, !(stop.isRaised && result == Self.untouched) {
          try each(answer.number, result)
        }
      } catch {
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
  }

  /// The answer to an order that nobody looked at, since the stop sign was raised.
  private static let untouched = ViewReply.failed("")

  private func startThread(_ launch: WorkerLaunch, _ limits: WorkerLimits) {
    let orders = orders
    let answers = answers
    let stop = stop
    BlockingTask("look", stackBytes: 1 << 20) {
      let supervisor = WorkerSupervisor(launch: launch, limits: limits)
      var failed: WorkerFailure?
      while let (number, order) = orders.take() {
        if let failed {
          answers.put((number, .failure(failed)))
        } else if stop.isRaised {
          answers.put((number, .success(Self.untouched)))
        } else {
          do throws(WorkerFailure) {
            answers.put((number, .success(try supervisor.extractViews(order))))
          } catch {
            failed = error
            answers.put((number, .failure(error)))
          }
        }
      }
    }
  }
}
