import Catalog
import Foundation
import PhotoCore
import Testing

@testable import Web

/// Signing in, sessions, tokens, and what guards them.
@Suite(.timeLimit(.minutes(20)))
struct SignInTests {
  private func signIn(
    _ web: WebFixture, _ name: String = "editor", _ password: String = WebFixture.password,
    _ headers: [String: String] = [:]
  ) async throws -> Reply {
    try await Browser(client: web.client).send(
      "POST", "/api/v1/session", json: #"{"name":"\#(name)","password":"\#(password)"}"#, headers)
  }

  private func cookie(_ reply: Reply) throws -> String {
    let field = try #require(reply.header("set-cookie"))
    let pair = try #require(field.split(separator: ";").first)
    return String(pair.dropFirst("meridian_session=".count))
  }

  @Test func `the one-time code makes the first administrator, once`() async throws {
    let web = try await WebFixture(people: false)
    let visitor = Browser(client: web.client)
    func setUp(_ code: String, _ password: String = "a long password") async throws -> Reply {
      try await visitor.send(
        "POST", "/api/v1/setup",
        json: #"{"code":"\#(code)","name":"Ana","password":"\#(password)"}"#)
    }
    let code = try #require(web.oneTimeCode)
    #expect(try await setUp("AAAA-AAAA").status == 403)
    #expect(try await setUp(code, "short").status == 422)
    let made = try await setUp(code.lowercased().replacing("-", with: " "))
    #expect(made.status == 200)
    #expect((made.json["user"] as? [String: Any])?["role"] as? String == "administrator")
    #expect(try await setUp(code).status == 403)
    var browser = visitor
    browser.cookie = try cookie(made)
    #expect(try await browser.get("/api/v1/users").status == 200)
  }

  @Test func `a session's cookie is out of reach of scripts and other sites`() async throws {
    let web = try await WebFixture()
    let plain = try #require(try await signIn(web).header("set-cookie"))
    #expect(plain.contains("HttpOnly") && plain.contains("SameSite=Lax"))
    #expect(plain.contains("Path=/") && !plain.contains("Secure") && !plain.contains("Domain"))
    let origin = ["Origin": "https://127.0.0.1:\(web.client.port)"]
    let encrypted = try await signIn(web, "editor", WebFixture.password, origin)
    #expect(encrypted.header("set-cookie")?.contains("Secure") == true)
  }

  @Test func `a wrong name and a wrong password sound the same`() async throws {
    let web = try await WebFixture()
    let name = try await signIn(web, "nobody such")
    let password = try await signIn(web, "editor", "something else")
    #expect(name.status == 401 && password.status == 401)
    #expect(name.text == password.text)
    #expect(name.header("set-cookie") == nil)
  }

  @Test func `guessing is slowed down, and forgiven after the wait`() async throws {
    let web = try await WebFixture()
    for _ in 0..<5 { #expect(try await signIn(web, "editor", "guess number").status == 401) }
    let slowed = try await signIn(web)
    #expect(slowed.status == 429)
    #expect(slowed.header("retry-after") == "1")
    #expect(slowed.json["retry_after"] as? Int == 1)
    web.clock.advance(seconds: 2)
    #expect(try await signIn(web).status == 200)
  }

  @Test func `a secret that somebody planted is worth nothing`() async throws {
    let web = try await WebFixture()
    let planted = "0123456789abcdef"
    let reply = try await signIn(
      web, "editor", WebFixture.password, ["Cookie": "meridian_session=\(planted)"])
    #expect(reply.status == 200)
    #expect(try cookie(reply) != planted)
    let other = Browser(client: web.client, cookie: planted)
    #expect(try await other.get("/api/v1/search").status == 401)
  }

  @Test func `signing in again, and signing out, end the session before`() async throws {
    let web = try await WebFixture()
    let old = try cookie(try await signIn(web))
    var browser = Browser(client: web.client, cookie: old)
    browser.csrf = try await browser.get("/api/v1/session").json["csrf"] as? String
    let again = try await browser.send(
      "POST", "/api/v1/session", json: #"{"name":"editor","password":"a long password"}"#)
    #expect(again.status == 200)
    #expect(try await browser.get("/api/v1/search").status == 401)
    browser.cookie = try cookie(again)
    browser.csrf = try await browser.get("/api/v1/session").json["csrf"] as? String
    #expect(try await browser.get("/api/v1/search").status == 200)
    let out = try await browser.send("DELETE", "/api/v1/session")
    #expect(out.status == 204 && out.header("set-cookie")?.contains("Max-Age=0") == true)
    #expect(try await browser.get("/api/v1/search").status == 401)
  }

  @Test func `secrets are exchanged once a day, and old ones serve a minute longer`() async throws {
    let web = try await WebFixture()
    let browser = try web.browser(.viewer)
    #expect(try await browser.get("/api/v1/search").header("set-cookie") == nil)
    web.clock.advance(seconds: 90_000)
    let next = try await browser.get("/api/v1/search")
    let fresh = Browser(client: web.client, cookie: try cookie(next))
    #expect(next.status == 200 && fresh.cookie != browser.cookie)
    #expect(try await browser.get("/api/v1/search").status == 200)
    web.clock.advance(seconds: 61)
    #expect(try await browser.get("/api/v1/search").status == 401)
    #expect(try await fresh.get("/api/v1/search").status == 200)
    // The page that was open before still may change things.
    let token = try await fresh.get("/api/v1/session").json["csrf"] as? String
    #expect(token == browser.csrf)
  }

  @Test func `sessions end after thirty days`() async throws {
    let web = try await WebFixture()
    let browser = try web.browser(.viewer)
    web.clock.advance(seconds: 31 * 86_400)
    #expect(try await browser.get("/api/v1/search").status == 401)
  }

  @Test func `another password ends all other sessions`() async throws {
    let web = try await WebFixture()
    let mine = try web.browser(.editor)
    let other = try web.browser(.editor)
    func change(_ current: String, _ new: String) async throws -> Reply {
      try await mine.send(
        "PUT", "/api/v1/account/password", json: #"{"current":"\#(current)","new":"\#(new)"}"#)
    }
    #expect(try await change("not the password", "another long one").status == 422)
    let changed = try await change(WebFixture.password, "another long one")
    #expect(changed.status == 204)
    #expect(try await other.get("/api/v1/search").status == 401)
    #expect(try await mine.get("/api/v1/search").status == 401)
    let mineNow = Browser(client: web.client, cookie: try cookie(changed))
    #expect(try await mineNow.get("/api/v1/search").status == 200)
    #expect(try await signIn(web).status == 401)
    #expect(try await signIn(web, "editor", "another long one").status == 200)
  }

  @Test func `a changed role and a disabled account end sessions at once`() async throws {
    let web = try await WebFixture()
    let administrator = try web.browser(.administrator)
    let editor = try web.browser(.editor)
    let id = try #require(try web.catalogue.accounts.credentials(of: "editor")?.user.id)
    let changed = try await administrator.send(
      "PATCH", "/api/v1/users/\(id)", json: #"{"is_disabled":true}"#)
    #expect(changed.json["is_disabled"] as? Bool == true)
    #expect(try await editor.get("/api/v1/search").status == 401)
    #expect(try await signIn(web).status == 401)
  }

  @Test func `the last administrator cannot be lost`() async throws {
    let web = try await WebFixture()
    let browser = try web.browser(.administrator)
    let id = try #require(try web.catalogue.accounts.credentials(of: "administrator")?.user.id)
    for reply in [
      try await browser.send("DELETE", "/api/v1/users/\(id)"),
      try await browser.send("PATCH", "/api/v1/users/\(id)", json: #"{"role":"viewer"}"#),
      try await browser.send("PATCH", "/api/v1/users/\(id)", json: #"{"is_disabled":true}"#),
    ] {
      #expect(reply.status == 409)
      #expect(reply.header("content-type") == "application/problem+json")
    }
  }

  @Test func `tokens are shown once, work for programs, and are revoked`() async throws {
    let web = try await WebFixture()
    let browser = try web.browser(.editor)
    let made = try await browser.send(
      "POST", "/api/v1/account/tokens", json: #"{"name":"script","scope":"read"}"#)
    let token = made.json["token"] as? String ?? ""
    let id = made.json["id"] as? Int ?? 0
    let bearer = ["Authorization": "Bearer \(token)"]
    #expect(try await web.client.send("GET", "/api/v1/search", headers: bearer).status == 200)
    #expect(try await !browser.get("/api/v1/account").text.contains(token))
    #expect(try await browser.send("DELETE", "/api/v1/account/tokens/\(id)").status == 204)
    #expect(try await web.client.send("GET", "/api/v1/search", headers: bearer).status == 401)
  }
}
