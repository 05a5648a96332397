internal import Foundation
internal import Library

/// How fast a stage goes, and when to tell.
struct RateMeter {
  /// Reported at most this often: faster than anyone reads, and little to send.
  private static let secondsBetween = 0.25
  /// The rate is that of about this long: steady, yet true soon after a change.
  private static let window = 8.0

  private var stage: RunProgress.Stage?
  private var lastReported = Date.distantPast
  private var marks: [(time: Date, done: Int)] = []

  /// Files a second; nil until that can be said.
  private(set) var rate: Double?

  /// - Returns: whether the progress is to be reported.
  mutating func note(_ progress: RunProgress) -> Bool {
    let now = Date()
    let isNewStage = stage != progress.stage
    if isNewStage {
      stage = progress.stage
      rate = nil
      marks = [(now, progress.done)]
    }
    let isEnd = progress.done == progress.total
    guard isNewStage || isEnd || now.timeIntervalSince(lastReported) >= Self.secondsBetween else {
      return false
    }
    lastReported = now
    marks.append((now, progress.done))
    while marks.count > 2, now.timeIntervalSince(marks[0].time) > Self.window {
      marks.removeFirst()
    }
    if let first = marks.first {
      let seconds = now.timeIntervalSince(first.time)
      if seconds >= 1 { rate = Double(progress.done - first.done) / seconds }
    }
    return true
  }
}
