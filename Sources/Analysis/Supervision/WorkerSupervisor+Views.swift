internal import PhotoCore

extension WorkerSupervisor {
  /// What a label sees of a photo; a crash or a hang is a photo that cannot be looked at.
  ///
  /// - Throws: ``WorkerFailure/cannotStart(_:)`` and ``WorkerFailure/storage(_:)``.
  package func extractViews(_ order: ViewRequest) throws(WorkerFailure) -> ViewReply {
    do {
      switch try answer(.extractViews(order)) {
      case .views(let result): return result
      case .unencodable(let why): return .failed(Self.unencodable(why))
      default: return .failed("The worker answered a different request.")
      }
    } catch .timedOut {
      return .failed(SetAsideReason.decoderTimedOut.sentence)
    } catch .crashed {
      return .failed(SetAsideReason.decoderCrashed.sentence)
    }
  }
}
