import Foundation
import Networks
import OrderedJSON

/// The progress of a download on standard error: a bar in a terminal, a plain line now and then
/// elsewhere; as JSON lines on standard output.
final class ByteProgressLine {
  private let asJSON: Bool
  private var stage: ModelProgress.Stage?
  private var stageStart = Date()
  private var startBytes: Int64 = 0
  private var shown = Date.distantPast
  private var lineIsOpen = false

  init(asJSON: Bool) {
    self.asJSON = asJSON
  }

  func show(_ progress: ModelProgress) {
    let isNewStage = progress.stage != stage
    if isNewStage {
      endLine()
      stage = progress.stage
      stageStart = Date()
      startBytes = progress.done
    }
    let interval = asJSON ? 0.5 : Terminal.showsProgress ? 0.1 : 5
    let isLast = progress.total.map { progress.done >= $0 } ?? false
    guard isNewStage || isLast || Date().timeIntervalSince(shown) >= interval else { return }
    shown = Date()
    if asJSON {
      Terminal.line(json(progress))
    } else if Terminal.showsProgress {
      FileHandle.standardError.write(Data("\r\u{1B}[K\(text(progress))".utf8))
      lineIsOpen = true
    } else {
      Terminal.note(text(progress))
    }
  }

  /// Leaves the bar's line.
  func endLine() {
    guard lineIsOpen else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    lineIsOpen = false
  }

  private func json(_ progress: ModelProgress) -> String {
    JSONText.object([
      ("stage", .text(progress.stage.rawValue)), ("done", .integer(progress.done)),
      ("total", progress.total.map { .integer($0) } ?? .null),
    ]).line
  }

  private func text(_ progress: ModelProgress) -> String {
    let word =
      switch progress.stage {
      case .download: "Fetching"
      case .check: "Checking"
      case .place: "Placing"
      }
    guard progress.done > 0 else { return word + "…" }
    guard let total = progress.total, total > 0 else {
      return "\(word) \(megabytes(progress.done))"
    }
    return "\(word) \(megabytes(progress.done)) of \(megabytes(total))\(rate(progress))"
  }

  private func rate(_ progress: ModelProgress) -> String {
    let seconds = Date().timeIntervalSince(stageStart)
    guard progress.stage == .download, seconds > 0.5 else { return "" }
    return " · \(megabytes(Int64(Double(progress.done - startBytes) / seconds))) a second"
  }
}

/// `35.9 MB`: a million bytes each.
func megabytes(_ bytes: Int64) -> String { "\(oneDecimal(Double(bytes) / 1_000_000)) MB" }
