import Foundation
import PhotoCore
import Testing

@testable import Web

/// Requests that another site makes a browser send.
@Suite(.timeLimit(.minutes(20)))
struct ForgeryTests {
  private func mark(
    _ browser: Browser, _ headers: [String: String] = [:]
  ) async throws -> Reply {
    try await browser.send("PUT", "/api/v1/searches/x", json: #"{"query":""}"#, headers)
  }

  @Test func `a change needs the token of the page`() async throws {
    let web = try await WebFixture()
    var browser = try web.browser(.editor)
    let token = browser.csrf
    #expect(try await mark(browser).status == 204)
    for wrong in [nil, "", "0", String(repeating: "a", count: 64)] {
      browser.csrf = wrong
      let refused = try await mark(browser)
      #expect(refused.status == 403 && refused.json["csrf"] as? Bool == true)
    }
    // Not even the token of somebody else.
    browser.csrf = try web.browser(.administrator).csrf
    #expect(try await mark(browser).status == 403)
    browser.csrf = token
    #expect(try await mark(browser).status == 204)
  }

  @Test func `pages of other sites may change nothing, whatever they know`() async throws {
    let web = try await WebFixture()
    let browser = try web.browser(.editor)
    let host = "127.0.0.1:\(web.client.port)"
    #expect(try await mark(browser, ["Origin": "http://\(host)"]).status == 204)
    #expect(try await mark(browser, ["Sec-Fetch-Site": "same-origin"]).status == 204)
    for foreign in [
      ["Origin": "http://evil.example"], ["Origin": "null"],
      ["Origin": "http://\(host).evil.example"],
      ["Origin": "http://127.0.0.1:1"], ["Sec-Fetch-Site": "cross-site"],
      ["Sec-Fetch-Site": "same-site"],
    ] {
      #expect(try await mark(browser, foreign).status == 403, "\(foreign)")
    }
    let signIn = try await Browser(client: web.client).send(
      "POST", "/api/v1/session", json: #"{"name":"editor","password":"a long password"}"#,
      ["Origin": "http://evil.example"])
    #expect(signIn.status == 403)
  }

  @Test func `a form of another site is no JSON`() async throws {
    let web = try await WebFixture()
    let browser = try web.browser(.editor)
    var headers = browser.headers()
    headers["Content-Type"] = "text/plain"
    let reply = try await web.client.send(
      "PUT", "/api/v1/searches/x", headers: headers, body: Array(#"{"query":""}"#.utf8))
    #expect(reply.status == 415)
  }

  @Test func `programs with a token need no page`() async throws {
    let web = try await WebFixture()
    let token = try web.token(.edit, of: .editor)
    let reply = try await web.client.send(
      "PUT", "/api/v1/searches/x",
      headers: ["Authorization": "Bearer \(token)", "Content-Type": "application/json"],
      body: Array(#"{"query":""}"#.utf8))
    #expect(reply.status == 204)
  }
}
