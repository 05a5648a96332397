import Foundation
import Library

/// A run's progress on standard error: a bar in a terminal, a plain line now and then elsewhere.
final class ProgressLine {
  private let asJSON: Bool
  private let start = Date()
  private var stageStart = Date()
  private var stage: RunProgress.Stage?
  private var shown = Date.distantPast
  private var lineIsOpen = false

  init(asJSON: Bool) {
    self.asJSON = asJSON
  }

  func show(_ progress: RunProgress) {
    let isNewStage = progress.stage != stage
    if isNewStage {
      endLine()
      stage = progress.stage
      stageStart = Date()
    }
    let isLast = progress.total.map { progress.done >= $0 } ?? false
    guard isNewStage || isLast || Date().timeIntervalSince(shown) >= interval else { return }
    shown = Date()
    if asJSON {
      Terminal.note(json(progress))
    } else if Terminal.showsProgress {
      FileHandle.standardError.write(Data("\r\u{1B}[K\(bar(progress))".utf8))
      lineIsOpen = true
    } else {
      Terminal.note(plain(progress))
    }
  }

  /// Leaves the bar's line.
  func endLine() {
    guard lineIsOpen else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    lineIsOpen = false
  }

  private var interval: Double { Terminal.showsProgress && !asJSON ? 0.1 : asJSON ? 1 : 5 }

  private func rate(_ progress: RunProgress) -> Double {
    Double(progress.done) / max(0.001, Date().timeIntervalSince(stageStart))
  }

  private func bar(_ progress: RunProgress) -> String {
    guard let total = progress.total, total > 0 else { return plain(progress) }
    let cells = 24
    let filled = cells * progress.done / total
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: cells - filled)
    return "\(word(progress.stage)) \(bar) \(progress.done) of \(total) · "
      + "\(oneDecimal(rate(progress))) a second · \(remaining(progress, total)) left"
  }

  private func plain(_ progress: RunProgress) -> String {
    let of = progress.total.map { " of \($0)" } ?? ""
    return "\(word(progress.stage)) \(progress.done)\(of) files, "
      + "\(oneDecimal(rate(progress))) a second"
  }

  private func json(_ progress: RunProgress) -> String {
    let total = progress.total.map(String.init) ?? "null"
    return "{\"stage\":\"\(progress.stage.rawValue)\",\"done\":\(progress.done),\"total\":\(total)}"
  }

  private func remaining(_ progress: RunProgress, _ total: Int) -> String {
    guard progress.done > 0 else { return "…" }
    let seconds = Int(Double(total - progress.done) / max(0.001, rate(progress)))
    if seconds < 60 { return "\(seconds) s" }
    if seconds < 3600 { return "\(seconds / 60) min" }
    return "\(seconds / 3600) h \(seconds / 60 % 60) min"
  }

  private func word(_ stage: RunProgress.Stage) -> String {
    switch stage {
    case .scanning: "Scanning"
    case .analysing: "Analysing"
    case .copying: "Copying"
    case .learning: "Learning"
    case .labelling: "Labelling"
    }
  }
}

/// `12.3`, in no language.
func oneDecimal(_ value: Double) -> String { String(format: "%.1f", value) }
