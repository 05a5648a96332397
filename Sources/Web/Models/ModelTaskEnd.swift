internal import Foundation

/// How the process of a model task ended, by its last lines and its exit code.
struct ModelTaskEnd {
  var code: Int32 = 0
  /// What it says went wrong, or what kept it from starting.
  var problem: String?
  /// The network that it installed.
  var installed: String?
  private var verified: [String: String?] = [:]

  /// Takes a line into account.
  mutating func note(_ object: [String: Any]) {
    if let sentence = object["error"] as? String { problem = sentence }
    if let id = object["installed"] as? String { installed = id }
    for case let model as [String: Any] in object["models"] as? [Any] ?? [] {
      guard let id = model["id"] as? String else { continue }
      verified[id] = .some(model["problem"] as? String)
    }
  }

  /// The outcome of a model task, and one sentence where that is nothing good.
  func outcome(
    of task: ModelTask, wasStopped: Bool
  ) -> (ModelTaskStatus.State, String?) {
    if case .verify(let id) = task, let found = verified[id] {
      return found.map { (.failed, $0) } ?? (.done, nil)
    }
    if installed != nil { return (.done, nil) }
    if wasStopped { return (.cancelled, nil) }
    return (
      .failed,
      problem ?? "It ended unexpectedly (code \(code)). See the server's log for details."
    )
  }
}

extension ModelTask {
  /// The network that it is about, where that is known from the start.
  var knownModel: String? {
    switch self {
    case .install(let id), .verify(let id): id
    case .download(let download): download.id
    case .add(let files): files.id
    }
  }

  var isVerifying: Bool {
    if case .verify = self { true } else { false }
  }
}
