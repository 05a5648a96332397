import Foundation
import PhotoCore
import Synchronization
import Testing

private struct Refused: Error {}

@Suite(.timeLimit(.minutes(20)))
struct BlockingTaskTests {
  @Test func `the value is waited for, and comes from another thread`() throws {
    let here = pthread_self()
    let task = BlockingTask("test") { pthread_equal(pthread_self(), here) == 0 }
    #expect(try task.value())
  }

  @Test func `an error is thrown to whoever waits`() async {
    #expect(throws: Refused.self) { try BlockingTask<Int>("test") { throw Refused() }.value() }
    await #expect(throws: Refused.self) {
      try await BlockingTask<Int>.run("test") { throw Refused() }
    }
  }

  @Test func `work goes on when nobody keeps the task`() throws {
    let door = DispatchSemaphore(value: 0)
    let end = DispatchSemaphore(value: 0)
    BlockingTask("test") {
      door.wait()
      end.signal()
    }
    door.signal()
    end.wait()
  }

  /// More than there are threads for tasks: were these among them, none could open the doors.
  @Test func `blocked work keeps no task from running`() async throws {
    let door = DispatchSemaphore(value: 0)
    let count = 4 * ProcessInfo.processInfo.activeProcessorCount
    let sum = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 0..<count {
        group.addTask {
          try await BlockingTask.run("test") {
            door.wait()
            return number
          }
        }
      }
      group.addTask {
        for _ in 0..<count { door.signal() }
        return 0
      }
      return try await group.reduce(0, +)
    }
    #expect(sum == count * (count - 1) / 2)
  }

  /// A thread that is made elsewhere has a stack, a name and an end that nobody agreed upon.
  @Test func `threads are made in one place`() throws {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources")
    let files = try #require(FileManager.default.enumerator(atPath: sources.path))
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }
    #expect(files.count > 100)
    let makers = try files.filter { file in
      let text = try String(
        contentsOf: sources.appendingPathComponent(file), encoding: .utf8)
      return text.contains(/\bThread ?[({]|\bpthread_create\b/)
    }
    #expect(makers == ["PhotoCore/BlockingTask.swift"])
  }
}
