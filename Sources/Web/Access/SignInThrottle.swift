internal import Synchronization

/// Slows down whoever guesses passwords, without locking the owner out for long.
///
/// Failures are counted by name and by address. After five of either, each further one doubles the
/// wait, from one second to five minutes; a success forgets those of its name. Kept in memory: a
/// restart forgives, which costs an attacker more than it gives.
final class SignInThrottle: Sendable {
  private struct Record {
    var failures = 0
    var last: Int64 = 0
  }

  /// Failures that are free.
  private static let free = 5
  private static let longestWait: Int64 = 300_000
  /// Without a failure for this long, all is forgiven.
  private static let memory: Int64 = 3_600_000
  /// Names and addresses that are remembered; beyond, the oldest go.
  private static let most = 10_000

  private let records = Mutex<[String: Record]>([:])

  /// Seconds until the next try is looked at, rounded up; 0 for at once.
  ///
  /// - Parameter now: milliseconds since 1970 UTC.
  func wait(_ keys: [String], now: Int64) -> Int {
    records.withLock { records in
      keys.map { key in
        guard let record = records[key] else { return 0 }
        return Int((max(0, record.last + Self.delay(record.failures) - now) + 999) / 1000)
      }.max() ?? 0
    }
  }

  /// Remembers a failure.
  func fail(_ keys: [String], now: Int64) {
    records.withLock { records in
      for key in keys {
        var record = records[key] ?? Record()
        if now - record.last > Self.memory { record.failures = 0 }
        record.failures += 1
        record.last = now
        records[key] = record
      }
      guard records.count > Self.most else { return }
      let oldest = records.sorted { $0.value.last < $1.value.last }.prefix(records.count / 2)
      for (key, _) in oldest { records[key] = nil }
    }
  }

  /// Forgets the failures of a key.
  func succeed(_ key: String) { records.withLock { $0[key] = nil } }

  private static func delay(_ failures: Int) -> Int64 {
    guard failures >= free else { return 0 }
    return min(longestWait, 1000 << Int64(min(failures - free, 20)))
  }
}
