import ArgumentParser
import Dispatch
import Foundation
import Query
import Synchronization

/// Throws random texts at the parser of queries. A trap ends the program, and the last lines of its
/// output tell the seed; a tree that does not come back from its text or JSON is printed and counted.
@main
struct QueryFuzz: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query-fuzz", abstract: "Fuzz the query parser.")

  @Option(help: "How many texts.") var inputs = 10_000_000
  @Option(help: "The first seed: the same seed, the same texts.") var seed: UInt64 = 1
  @Option(help: "How many threads.") var threads = 2

  func run() throws {
    let batch = 100_000
    let batches = max(1, inputs / batch)
    let next = Mutex(0)
    let total = Mutex(FuzzCounts())
    let start = Date()
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      while true {
        let number = next.withLock { number in
          number += 1
          return number - 1
        }
        guard number < batches else { return }
        var texts = FuzzBatch(seed: seed &+ UInt64(number))
        let counts = texts.run(batch)
        total.withLock { $0.add(counts) }
        if number % 10 == 9 {
          print("batch \(number + 1) of \(batches), \(Int(-start.timeIntervalSinceNow)) s")
        }
      }
    }
    let counts = total.withLock { $0 }
    print(
      "\(counts.inputs) texts in \(Int(-start.timeIntervalSinceNow)) s: \(counts.trees) trees, "
        + "\(counts.errors) errors with a place, \(counts.failures.count) failures")
    for failure in counts.failures.prefix(20) { print("  \(failure.debugDescription)") }
    if !counts.failures.isEmpty { throw ExitCode(1) }
  }
}

struct FuzzCounts: Sendable {
  var inputs = 0
  var trees = 0
  var errors = 0
  var failures: [String] = []

  mutating func add(_ other: FuzzCounts) {
    inputs += other.inputs
    trees += other.trees
    errors += other.errors
    failures += other.failures
  }
}
