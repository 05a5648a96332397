import Foundation
import Labels
import Learning
import Library
import PhotoCore
import Synchronization

/// How far a label's training is, on standard error: a bar in a terminal, JSON lines for programs.
final class LabelProgressLine: Sendable {
  private struct State {
    var shown = Date.distantPast
    var stage = ""
    var lineIsOpen = false
  }

  private let asJSON: Bool
  private let state = Mutex(State())

  init(asJSON: Bool) {
    self.asJSON = asJSON
  }

  func show(_ progress: LabelProgress) {
    state.withLock { state in
      let stage = Self.word(progress)
      let isDue =
        stage != state.stage || progress.done == progress.total
        || Date().timeIntervalSince(state.shown) >= (asJSON ? 1 : 0.1)
      guard asJSON || Terminal.showsProgress else {
        if stage != state.stage { Terminal.note("\(stage)…") }
        state.stage = stage
        return
      }
      guard isDue else { return }
      state.stage = stage
      state.shown = Date()
      if asJSON {
        Terminal.note(Self.json(progress))
      } else {
        FileHandle.standardError.write(Data("\r\u{1B}[K\(Self.bar(progress, stage))".utf8))
        state.lineIsOpen = true
      }
    }
  }

  /// Leaves the bar's line.
  func endLine() {
    state.withLock { state in
      if state.lineIsOpen { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
      state.lineIsOpen = false
    }
  }

  private static func word(_ progress: LabelProgress) -> String {
    switch progress.stage {
    case .looking: "Analysing examples"
    case .training: "Training \(progress.training?.learner.rawValue ?? "")"
    case .judging: "Applying to all photos"
    }
  }

  private static func bar(_ progress: LabelProgress, _ word: String) -> String {
    let cells = 24
    let filled = cells * progress.done / max(1, progress.total)
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: cells - filled)
    guard let point = progress.training else {
      return "\(word) \(bar) \(progress.done) of \(progress.total)"
    }
    let part =
      point.part + 1 < point.partCount
      ? "fold \(point.part + 1) of \(point.partCount - 1)" : "all examples"
    let loss = point.result.map { result in
      String(format: " · loss %.3f", result.trainingLoss)
        + (result.validationLoss.map { String(format: ", held out %.3f", $0) } ?? "")
    }
    return "\(word) \(bar) \(part), epoch \(point.epoch)\(loss ?? "")"
  }

  private static func json(_ progress: LabelProgress) -> String {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys]
    return (try? encoder.encode(progress)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}
