import Foundation
import Testing

@testable import Web

/// A walk through the API, with good requests only; each is held to the API document by ``RawClient``.
struct RouteTour {
  /// The routes that answered well, such as `POST /api/v1/users`.
  private(set) var answered: Set<String> = []

  /// A request that must be answered well.
  @discardableResult
  mutating func go(
    _ browser: Browser, _ method: String, _ path: String, _ body: String = "{}"
  ) async throws -> Reply {
    let path = "/api/v1/" + path
    return note(
      method == "GET"
        ? try await browser.get(path) : try await browser.send(method, path, json: body), path)
  }

  /// Takes down what was answered.
  @discardableResult
  mutating func note(_ reply: Reply, _ path: String) -> Reply {
    #expect(reply.status < 300, "\(path): \(reply.text.prefix(300))")
    if let route = reply.answered { answered.insert(route) }
    return reply
  }

  /// Waits until no job runs.
  func settle(_ web: WebFixture, _ browser: Browser) async throws {
    let isSettled = try await web.wait {
      let jobs = try await browser.get("/api/v1/jobs").json["jobs"] as? [[String: Any]] ?? []
      return jobs.allSatisfy { !["waiting", "running"].contains($0["state"] as? String) }
    }
    #expect(isSettled)
  }
}

extension Reply {
  /// A whole number of the answer; 0 where there is none.
  func number(_ name: String) -> Int { json[name] as? Int ?? 0 }
}
