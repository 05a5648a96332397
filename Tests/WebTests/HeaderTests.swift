import Foundation
import PhotoCore
import Testing

@testable import Web

/// What every answer carries, and pages that show hostile texts.
@Suite(.timeLimit(.minutes(20)))
struct HeaderTests {
  @Test func `every answer is locked down, whatever it is`() async throws {
    let web = try await WebFixture(photos: 1)
    let browser = try web.browser(.administrator)
    for path in [
      "/", "/table", "/analysis", "/assets/css/base.css", "/api/v1/search", "/api/v1/nothing",
      "/api/v1/search?q=%22", "/media/original/1", "/tiles/0/0/0.png", "/nothing",
    ] {
      let reply = try await browser.get(path)
      let policy = reply.header("content-security-policy") ?? ""
      #expect(policy.contains("default-src 'none'"), "\(path)")
      #expect(!policy.contains("script-src 'self' 'unsafe") && !policy.contains("unsafe-eval"))
      #expect(reply.header("x-content-type-options") == "nosniff", "\(path)")
      #expect(reply.header("referrer-policy") == "same-origin")
      #expect(reply.header("x-frame-options") == "DENY")
      #expect(reply.headers["content-security-policy"]?.count == 1)
    }
    let page = try await browser.get("/")
    #expect(page.header("content-security-policy")?.contains("frame-ancestors 'none'") == true)
    #expect(page.header("cache-control") == "no-store")
    #expect(!page.text.contains("<script>") && !page.text.contains("onclick="))
    #expect(!page.text.contains("style=\""))
  }

  @Test func `errors of the API are problems with a sentence`() async throws {
    let web = try await WebFixture()
    let browser = try web.browser(.administrator)
    let unknown = try await browser.get("/api/v1/search?q=dgo")
    #expect(unknown.status == 400)
    #expect(unknown.header("content-type") == "application/problem+json")
    #expect(unknown.json["detail"] as? String == "Unknown name “dgo”. Did you mean dog?")
    #expect((unknown.json["suggestions"] as? [String])?.contains("dog") == true)
    for path in [
      "/api/v1/photos?limit=0", "/api/v1/photos?limit=x", "/api/v1/photos?sort=evil",
      "/api/v1/search?order=nearest", "/api/v1/map?zoom=1", "/api/v1/export?form=exe",
      "/api/v1/set-aside?reason=none", "/api/v1/map?zoom=1&west=nan&south=0&east=0&north=0",
    ] {
      let reply = try await browser.get(path)
      #expect(reply.status == 400, "\(path): \(reply.status)")
      #expect((reply.json["detail"] as? String)?.isEmpty == false)
    }
  }

  @Test func `names of people are shown, not run`() async throws {
    let web = try await WebFixture()
    let administrator = try web.browser(.administrator)
    let name = "<script>alert(1)</script>"
    let made = try await administrator.send(
      "POST", "/api/v1/users",
      json: #"{"name":"\#(name)","role":"viewer","password":"a long password"}"#)
    #expect(made.status == 200)
    let signedIn = try await Browser(client: web.client).send(
      "POST", "/api/v1/session", json: #"{"name":"\#(name)","password":"a long password"}"#)
    let field = signedIn.header("set-cookie") ?? ""
    let cookie = field.prefix { $0 != ";" }.dropFirst("meridian_session=".count)
    let page = try await Browser(client: web.client, cookie: String(cookie)).get("/")
    #expect(page.text.contains("&lt;script&gt;alert(1)"))
    #expect(!page.text.contains("<script>alert"))
  }

  @Test func `signing in leads only to pages of ours`() async throws {
    let web = try await WebFixture()
    let reply = try await web.client.send(
      "GET", "//evil.example/%0d%0aSet-Cookie:x", headers: ["Accept": "text/html"])
    #expect(reply.header("set-cookie") == nil)
    #expect(reply.header("location")?.hasPrefix("//") != true)
    let page = try await web.client.send("GET", "/table?q=dog", headers: ["Accept": "text/html"])
    #expect(page.header("location") == "/sign-in?next=%2Ftable%3Fq%3Ddog")
  }

  @Test func `tiles from elsewhere widen the policy for pictures only`() async throws {
    let web = try await WebFixture()
    let browser = try web.browser(.administrator)
    func set(_ url: String) async throws -> Reply {
      try await browser.send("PUT", "/api/v1/settings", json: #"{"tiles_url":"\#(url)"}"#)
    }
    for bad in [
      "javascript:alert(1)", "https://a b/{z}/{x}/{y}", "https://t/{z}",
      "https://x; script-src *//{z}{x}{y}",
    ] {
      #expect(try await set(bad).status == 422, "\(bad)")
    }
    #expect(try await set("https://{s}.tile.example/{z}/{x}/{y}.png").status == 200)
    let policy = try await browser.get("/").header("content-security-policy") ?? ""
    #expect(policy.contains("img-src 'self' data: blob: https://*.tile.example;"))
    #expect(policy.contains("script-src 'self';"))
  }

  @Test func `broken requests end in an answer or a closed connection, never in silence`()
    async throws
  {
    let web = try await WebFixture()
    for text in [
      "GARBAGE\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET  HTTP/1.1\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
      "POST /api/v1/session HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZZZ\r\n",
      "GET /" + String(repeating: "a", count: 200_000) + " HTTP/1.1\r\n\r\n",
      "GET / HTTP/1.1\r\n" + String(repeating: "X-A: b\r\n", count: 5000) + "\r\n",
    ] {
      _ = try await web.client.conversation(seconds: 5) { connection in
        try? connection.write(text)
      }
    }
    #expect(try await web.browser(.viewer).get("/api/v1/search").status == 200)
  }
}

extension HeaderTests {
  @Test func `a query that is being written is no failed request`() async throws {
    let web = try await WebFixture()
    let browser = try web.browser(.viewer)
    for path in ["search", "layout", "photos", "statistics"] {
      let reply = try await browser.get("/api/v1/\(path)?q=beach%20and&draft=true")
      let problem = reply.json["problem"] as? [String: Any]
      #expect(reply.status == 200 && (problem?["detail"] as? String)?.isEmpty == false, "\(path)")
      #expect(try await browser.get("/api/v1/\(path)?q=beach%20and").status == 400)
    }
  }
}
