import Synchronization
import Testing

@testable import Evaluation

struct ParallelItemsTests {
  private struct Trouble: Error, Equatable {
    let item: Int
  }

  @Test(arguments: [0, 1, 2, 5])
  func `results come in the order of the items, whatever the threads do`(threads: Int) throws {
    let items = Array(0..<100)
    let doubled = try ParallelItems.map(items, threads: threads) { { $0 * 2 } }
    #expect(doubled == items.map { $0 * 2 })
    #expect(try ParallelItems.map([Int](), threads: threads) { { $0 } }.isEmpty)
  }

  @Test func `each thread makes what it needs once, and progress counts every item`() throws {
    let made = Mutex(0)
    let counted = Mutex([Int]())
    _ = try ParallelItems.map(
      Array(0..<50), threads: 2, progress: { done in counted.withLock { $0.append(done) } }
    ) {
      made.withLock { $0 += 1 }
      return { (item: Int) in item }
    }
    #expect((1...2).contains(made.withLock { $0 }))
    #expect(counted.withLock { $0 } == Array(1...50))
  }

  @Test func `a failure ends the work and is thrown`() {
    #expect(throws: Trouble(item: 3)) {
      try ParallelItems.map(Array(0..<10), threads: 2) {
        { (item: Int) throws -> Int in
          if item == 3 { throw Trouble(item: item) }
          return item
        }
      }
    }
  }
}
