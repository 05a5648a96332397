internal import Foundation
internal import Synchronization

/// Counting in a set of photos by two threads, where that is worth it.
enum HalvedCount {
  /// In a set of fewer photos the second thread costs more than it saves.
  private static let smallest = 5000

  /// The sums of what `count` makes of two halves of a set's words; always of the same length.
  static func sum(
    over set: Bitmap, population: Int, _ count: @Sendable (Range<Int>) -> [UInt32]
  ) -> [UInt32] {
    let words = set.words.count
    guard population > smallest else { return count(0..<words) }
    let halves = Mutex<[[UInt32]]>([])
    DispatchQueue.concurrentPerform(iterations: 2) { half in
      let counts = count(half == 0 ? 0..<words / 2 : words / 2..<words)
      halves.withLock { $0.append(counts) }
    }
    return halves.withLock { halves in zip(halves[0], halves[1]).map { $0 + $1 } }
  }

  /// What `make` makes of two halves of some numbers, in their order; of few numbers, of all at once.
  static func parts<Part: Sendable>(
    of count: Int, _ make: @Sendable (Range<Int>) -> Part
  ) -> [Part] {
    guard count > smallest else { return [make(0..<count)] }
    let halves = Mutex<[(half: Int, part: Part)]>([])
    DispatchQueue.concurrentPerform(iterations: 2) { half in
      let part = make(half == 0 ? 0..<count / 2 : count / 2..<count)
      halves.withLock { $0.append((half, part)) }
    }
    return halves.withLock { halves in halves.sorted { $0.half < $1.half }.map(\.part) }
  }
}
