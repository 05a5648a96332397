internal import Foundation

/// One worker process, asked one thing at a time. Used by one thread at a time.
final class Worker {
  private let process: ChildProcess
  private let limits: WorkerLimits

  /// Starts the process and waits until its networks are loaded.
  init(launch: WorkerLaunch, limits: WorkerLimits) throws(WorkerFailure) {
    process = try ChildProcess(launch: launch)
    self.limits = limits
    switch try reply(within: limits.secondsToStart) {
    case .ready: return
    case .cannotStart(let why): throw .cannotStart(why)
    default: throw .cannotStart("The analysis worker uses another version's protocol.")
    }
  }

  /// Whether it has grown so much that it is better replaced.
  var isOverweight: Bool { process.residentBytes() > limits.residentBytes }

  /// The process id, for tests that end it.
  var pid: Int32 { process.pid }

  /// Sends `request` and waits for the answer; after a failure the worker is of no more use.
  func ask(_ request: WorkerRequest) throws(WorkerFailure) -> WorkerReply {
    let line: Data
    do {
      line = try JSONEncoder().encode(request)
    } catch {
      return WorkerReply(unencodable: error)
    }
    guard process.send(Array(line)) else { throw gone() }
    let reply = try reply(within: limits.secondsPerFile)
    if case .storageFailed(let why) = reply { throw .storage(why) }
    return reply
  }

  /// A process that closed its ends is as good as gone; it is not waited for while it lives.
  private func gone() -> WorkerFailure {
    process.closeInput()
    process.end()
    return .crashed(process.endDescription())
  }

  private func reply(within seconds: Double) throws(WorkerFailure) -> WorkerReply {
    switch process.nextLine(deadline: ChildProcess.now() + seconds) {
    case .timedOut:
      process.end()
      throw .timedOut
    case .ended:
      throw gone()
    case .text(let line):
      guard let reply = try? JSONDecoder().decode(WorkerReply.self, from: Data(line)) else {
        process.end()
        throw .crashed("an invalid answer")
      }
      return reply
    }
  }
}
