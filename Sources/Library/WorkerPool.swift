internal import Analysis
internal import Foundation
internal import PhotoCore

/// Keeps one worker process for each thread busy with items, in the order in which they come.
///
/// ## Concurrency model
/// The calling thread fetches items, keeps a few for each worker in one queue, and takes the answers from
/// another: it alone reads and writes the catalogue. One thread for each worker takes from the first
/// queue, blocks while its worker works, and puts into the second. No more than four items for each
/// worker are between the two, however many there are.
struct WorkerPool<Item: Sendable, Answer: Sendable> {
  let launch: WorkerLaunch
  let limits: WorkerLimits
  /// How many workers.
  let count: Int
  let stop: StopSign
  /// Asks a worker about an item; called on the worker's thread. A failure ends the run.
  let ask: @Sendable (Item, WorkerSupervisor) throws(WorkerFailure) -> Answer

  /// The longest that the calling thread waits for an answer.
  private static var secondsBetweenTicks: Double { TimedBatch<Answer>.longestSeconds }

  private enum Result: Sendable {
    case answered(Answer)
    /// Fetched before the stop sign was seen, and left as it was.
    case untouched
    case failed(WorkerFailure)
  }

  /// Works until there are no more items, the stop sign is raised, or a worker fails.
  ///
  /// - Parameters:
  ///   - next: the next item; nil when there are no more.
  ///   - take: called with each answer, in the order in which they come; nil for an item that was left as
  ///     it was.
  ///   - tick: called after each answer, and twice a second while there is none.
  /// - Returns: what ended the work early; nil where nothing did.
  func run(
    next: () throws -> Item?, take: (Answer?) throws -> Void, tick: () throws -> Void
  ) throws -> WorkerFailure? {
    let items = BlockingQueue<Item>()
    let results = BlockingQueue<Result>()
    for _ in 0..<count { startThread(items, results) }
    defer { items.close() }
    var inFlight = 0
    var failure: WorkerFailure?
    while true {
      while inFlight < count * 4, failure == nil, !stop.isRaised, let item = try next() {
        items.put(item)
        inFlight += 1
      }
      guard inFlight > 0 else { return failure }
      if let result = results.take(within: Self.secondsBetweenTicks) {
        inFlight -= 1
        switch result {
        case .answered(let answer): try take(answer)
        case .untouched: try take(nil)
        case .failed(let error): failure = failure ?? error
        }
      }
      try tick()
    }
  }

  private func startThread(_ items: BlockingQueue<Item>, _ results: BlockingQueue<Result>) {
    let launch = launch
    let limits = limits
    let stop = stop
    let ask = ask
    BlockingTask("worker", stackBytes: 1 << 20) {
      let supervisor = WorkerSupervisor(launch: launch, limits: limits)
      var failed: WorkerFailure?
      while let item = items.take() {
        if let failed {
          results.put(.failed(failed))
        } else if stop.isRaised {
          results.put(.untouched)
        } else {
          do throws(WorkerFailure) {
            results.put(.answered(try ask(item, supervisor)))
          } catch {
            failed = error
            results.put(.failed(error))
          }
        }
      }
    }
  }
}

/// Elements that wait to be stored together, in one transaction.
struct TimedBatch<Element> {
  private var waiting: [Element] = []
  private var since = Date.distantFuture

  /// The longest that an element waits.
  static var longestSeconds: Double { 0.5 }
  /// Elements that are lost, and found again, when the power fails: also the size of a transaction.
  private static var largest: Int { 64 }

  mutating func add(_ element: Element) {
    if waiting.isEmpty { since = Date() }
    waiting.append(element)
  }

  /// Whether it is time to store what waits.
  var isDue: Bool {
    waiting.count >= Self.largest || Date().timeIntervalSince(since) >= Self.longestSeconds
  }

  /// What waits; nothing waits any more then.
  mutating func takeAll() -> [Element] {
    defer {
      waiting.removeAll(keepingCapacity: true)
      since = .distantFuture
    }
    return waiting
  }
}
