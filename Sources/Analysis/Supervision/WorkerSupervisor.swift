package import PhotoCore

/// Keeps one worker going, whatever the files do to it.
///
/// A worker that crashes, hangs or grows too large is replaced, and the run goes on. A crash is
/// held against a file only when it happens twice, each time in a worker that had nothing else to
/// do: an administrator or the system may end a worker for reasons of their own.
///
/// ## Concurrency model
/// Owned by one thread, which blocks while the worker works. One supervisor for each core.
package final class WorkerSupervisor {
  private let launch: WorkerLaunch
  private let limits: WorkerLimits
  private var worker: Worker?
  /// How many workers were started so far.
  package private(set) var startCount = 0

  /// Starts nothing yet.
  package init(launch: WorkerLaunch, limits: WorkerLimits = WorkerLimits()) {
    self.launch = launch
    self.limits = limits
  }

  /// Starts the worker now rather than at the first file.
  ///
  /// - Throws: ``WorkerFailure/cannotStart(_:)``.
  package func start() throws(WorkerFailure) {
    _ = try readyWorker()
  }

  /// The process id of the running worker; nil when none runs.
  package var workerPID: Int32? { worker?.pid }

  /// What is to be found out about a file, at any price: a crash or a hang is a finding as well.
  ///
  /// - Throws: ``WorkerFailure/cannotStart(_:)`` and ``WorkerFailure/storage(_:)``, which are no
  ///   fault of the file; nothing is known about it then.
  package func finding(for request: WorkerRequest, path: FilePath) throws(WorkerFailure) -> Finding
  {
    do {
      switch try answer(request) {
      case .finding(let finding): return finding
      case .unencodable(let why):
        return setAside(path, as: .decoderCrashed, detail: Self.unencodable(why))
      default:
        return setAside(path, as: .decoderCrashed, detail: "an answer to a different request")
      }
    } catch .timedOut {
      return setAside(path, as: .decoderTimedOut, detail: nil)
    } catch .crashed(let how) {
      return setAside(path, as: .decoderCrashed, detail: how)
    }
  }

  /// The picture of an export; a crash or a hang is a failed picture.
  ///
  /// - Throws: ``WorkerFailure/cannotStart(_:)`` and ``WorkerFailure/storage(_:)``.
  package func render(_ order: WorkerRenderRequest) throws(WorkerFailure) -> RenderResult {
    do {
      switch try answer(.render(order)) {
      case .rendered(let result): return result
      case .unencodable(let why): return .failed(Self.unencodable(why))
      default: return .failed("The worker answered a different request.")
      }
    } catch .timedOut {
      return .failed(SetAsideReason.decoderTimedOut.sentence)
    } catch .crashed {
      return .failed(SetAsideReason.decoderCrashed.sentence)
    }
  }

  func answer(_ request: WorkerRequest) throws(WorkerFailure) -> WorkerReply {
    do {
      return try ask(request)
    } catch .crashed {
      return try ask(request)
    }
  }

  /// What is said of an answer, or a request, that JSON cannot hold.
  static func unencodable(_ why: String) -> String {
    "The analysis came to a value that cannot be stored: \(why)"
  }

  private func ask(_ request: WorkerRequest) throws(WorkerFailure) -> WorkerReply {
    let current = try readyWorker()
    do {
      let reply = try current.ask(request)
      if current.isOverweight { worker = nil }
      return reply
    } catch {
      worker = nil
      throw error
    }
  }

  private func readyWorker() throws(WorkerFailure) -> Worker {
    if let worker { return worker }
    do {
      return try startWorker()
    } catch .crashed {
      // Ended while it loaded: once more, in case somebody ended it.
      return try startWorkerForGood()
    } catch .timedOut {
      throw .cannotStart("The analysis worker did not become ready. Run `meridian doctor`.")
    }
  }

  private func startWorkerForGood() throws(WorkerFailure) -> Worker {
    do {
      return try startWorker()
    } catch .crashed(let how) {
      throw .cannotStart(
        "The analysis worker ended before it was ready (\(how)). Run `meridian doctor`.")
    }
  }

  private func startWorker() throws(WorkerFailure) -> Worker {
    startCount += 1
    let started = try Worker(launch: launch, limits: limits)
    worker = started
    return started
  }

  private func setAside(_ path: FilePath, as reason: SetAsideReason, detail: String?) -> Finding {
    Finding(path: path, bytes: nil, sha256: nil, outcome: .setAside(reason, detail: detail))
  }
}
