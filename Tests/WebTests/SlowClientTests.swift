import Foundation
import PhotoCore
import Testing

@testable import Web

/// Connections that say little or nothing, and many of them.
@Suite(.timeLimit(.minutes(20)))
struct SlowClientTests {
  @Test func `a connection that says nothing, or half a request, is closed`() async throws {
    let web = try await WebFixture()
    for text in ["", "GET / HTT", "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: "] {
      let start = Date()
      _ = try await web.client.conversation(seconds: 20) { try $0.write(text) }
      #expect(Date().timeIntervalSince(start) < 15, "after “\(text)”")
    }
  }

  @Test func `an upload that stops half way is let go, and what came stays`() async throws {
    let web = try await WebFixture()
    let browser = try web.browser(.editor)
    let hash = String(repeating: "e", count: 64)
    let head = browser.headers().map { "\($0.key): \($0.value)\r\n" }.joined()
    let port = web.client.port
    _ = try await web.client.conversation(seconds: 20) { connection in
      try connection.write(
        "PUT /api/v1/uploads/\(hash)?name=a.jpg&size=9000 HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n"
          + head + "Content-Length: 9000\r\n\r\n" + String(repeating: "x", count: 5000))
    }
    let hasCome = try await web.wait {
      let state = try await browser.get("/api/v1/uploads/\(hash)").json
      return state["received"] as? Int == 5000 && state["state"] as? String == "partial"
    }
    #expect(hasCome)
  }

  @Test func `many at once are all answered`() async throws {
    let web = try await WebFixture(photos: 2)
    let browser = try web.browser(.viewer)
    let answers = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 0..<100 {
        group.addTask {
          try await browser.get(number.isMultiple(of: 2) ? "/api/v1/search" : "/media/original/1")
            .status
        }
      }
      var answers: [Int] = []
      for try await status in group { answers.append(status) }
      return answers
    }
    #expect(answers == [Int](repeating: 200, count: 100))
  }
}
