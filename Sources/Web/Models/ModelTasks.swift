internal import Dispatch
internal import Foundation
internal import PhotoCore
internal import Synchronization

/// Installing and verifying networks: one model task at a time, each in a process of its own.
///
/// What was done is remembered while the server runs, so that a page that is loaded again finds it.
final class ModelTasks: Sendable {
  /// What a verification found.
  struct Verification: Sendable {
    /// One sentence about what is wrong; nil where all is well.
    let problem: String?
    let madeMilliseconds: Int64
  }

  private struct State {
    var next: Int64 = 1
    /// Oldest first; only the last may be running.
    var all: [ModelTaskStatus] = []
    var process: ModelTaskProcess?
    var isClosing = false
    var verdicts: [String: Verification] = [:]
    var lastReported = Date.distantPast
  }

  /// What a page may want to look back at.
  private static let kept = 20
  /// Reported at most this often.
  private static let secondsBetween = 0.25

  private let command: @Sendable (ModelTask) -> WebModels.Command
  private let now: @Sendable () -> Int64
  private let onChange: @Sendable (ModelTaskStatus) -> Void
  private let state = Mutex(State())
  /// Entered while a model task runs and until its end was reported.
  private let running = DispatchGroup()

  init(
    command: @escaping @Sendable (ModelTask) -> WebModels.Command,
    now: @escaping @Sendable () -> Int64,
    onChange: @escaping @Sendable (ModelTaskStatus) -> Void
  ) {
    self.command = command
    self.now = now
    self.onChange = onChange
  }

  /// All that are remembered, newest first.
  var all: [ModelTaskStatus] { state.withLock { $0.all.reversed() } }

  /// What the last verification or installation found, by id.
  var verdicts: [String: Verification] { state.withLock { $0.verdicts } }

  /// A network is gone, and with it what was found about it.
  func forget(_ id: String) { state.withLock { $0.verdicts[id] = nil } }

  /// Starts a model task.
  ///
  /// - Returns: nil while another one runs.
  func start(_ task: ModelTask) -> ModelTaskStatus? {
    let process = ModelTaskProcess()
    let begun = state.withLock { state -> ModelTaskStatus? in
      guard !state.isClosing, state.process == nil else { return nil }
      let status = ModelTaskStatus(
        id: state.next, task: task, createdMilliseconds: now())
      state.next += 1
      state.all.append(status)
      if state.all.count > Self.kept { state.all.removeFirst() }
      state.process = process
      running.enter()
      return status
    }
    guard let begun else { return nil }
    onChange(begun)
    BlockingTask("models") { [self] in
      perform(task, process)
      running.leave()
    }
    return begun
  }

  /// Asks the running model task to end; one that has ended stays as it is.
  ///
  /// - Returns: the model task; nil where there is none of this number.
  func cancel(_ id: Int64) -> ModelTaskStatus? {
    let (status, process) = state.withLock { state in
      let status = state.all.first { $0.id == id }
      return (status, status?.state == .running ? state.process : nil)
    }
    process?.stop()
    return status
  }

  /// The model task of a number; nil where there is none.
  func task(_ id: Int64) -> ModelTaskStatus? {
    state.withLock { state in state.all.first { $0.id == id } }
  }

  /// Ends the running model task and waits for that.
  func close() {
    let process = state.withLock { state in
      state.isClosing = true
      return state.process
    }
    process?.stop()
    running.wait()
  }

  private func perform(_ task: ModelTask, _ process: ModelTaskProcess) {
    var end = ModelTaskEnd()
    do {
      end.code = try process.run(command(task)) { object in
        end.note(object)
        note(object)
      }
    } catch {
      end.problem = "The program cannot be started: \(error.localizedDescription)"
    }
    finish(task, end, wasStopped: process.isStopped)
  }

  private func note(_ object: [String: Any]) {
    guard let word = object["stage"] as? String,
      let stage = ModelTaskStatus.Stage(rawValue: word)
    else { return }
    let status = state.withLock { state -> ModelTaskStatus? in
      guard var status = state.all.last else { return nil }
      let isNew = status.stage != stage
      status.stage = stage
      status.done = (object["done"] as? NSNumber)?.int64Value ?? 0
      status.total = (object["total"] as? NSNumber)?.int64Value
      state.all[state.all.count - 1] = status
      let isDue = isNew || Date().timeIntervalSince(state.lastReported) >= Self.secondsBetween
      if isDue { state.lastReported = Date() }
      return isDue ? status : nil
    }
    if let status { onChange(status) }
  }

  private func finish(_ task: ModelTask, _ end: ModelTaskEnd, wasStopped: Bool) {
    let status = state.withLock { state -> ModelTaskStatus? in
      state.process = nil
      guard var status = state.all.last else { return nil }
      let (outcome, message) = end.outcome(of: task, wasStopped: wasStopped)
      status.state = outcome
      status.message = message
      status.stage = nil
      status.model = end.installed ?? task.knownModel
      status.finishedMilliseconds = now()
      state.all[state.all.count - 1] = status
      if let model = status.model, outcome != .cancelled, outcome == .done || task.isVerifying {
        state.verdicts[model] = Verification(problem: message, madeMilliseconds: now())
      }
      return status
    }
    if let status { onChange(status) }
  }
}
