import Foundation
import PhotoCore
import Testing

@testable import Web

/// Jobs and what they set aside; settings, backups and health.
extension RouteTour {
  mutating func jobs() async throws {
    let web = try await WebFixture()
    let administrator = try web.browser(.administrator)
    try web.folder.write(try WebFixture.photo(1), to: "found/good.jpg")
    try web.folder.write([], to: "found/empty.jpg")
    let folder = web.folder.path("found")
    try await go(administrator, "GET", "folders?path=\(folder)")
    let job = try await go(
      administrator, "POST", "jobs", #"{"kind":"add","folders":["\#(folder)"]}"#)
    try await settle(web, administrator)
    for word in ["pause", "resume", "cancel"] {
      try await go(administrator, "POST", "jobs/\(job.number("id"))/\(word)")
    }
    try await go(administrator, "GET", "jobs")
    try await go(administrator, "GET", "sources")
    let aside = try await go(administrator, "GET", "set-aside?limit=10").json
    let reason = try #require((aside["files"] as? [[String: Any]])?.first?["reason"] as? String)
    try await go(administrator, "GET", "set-aside?reason=\(reason)")
    try await go(administrator, "GET", "set-aside.csv")
    let retried = try await go(
      administrator, "POST", "set-aside/retry", #"{"reasons":["\#(reason)"]}"#)
    #expect(retried.json["job"] is [String: Any])
    try await go(administrator, "POST", "set-aside/retry", #"{"ids":[]}"#)
    try await settle(web, administrator)
    try await events(administrator)
  }

  /// The stream has no end: what has come after a second is the answer.
  private mutating func events(_ browser: Browser) async throws {
    let path = "/api/v1/events"
    let cookie = browser.headers()["Cookie"] ?? ""
    let request = "GET \(path) HTTP/1.1\r\nHost: x\r\nCookie: \(cookie)\r\n\r\n"
    let reply = try await browser.client.exchange(Array(request.utf8), seconds: 1)
    note(try RawClient.checked(reply, "GET", path), path)
  }

  mutating func administration() async throws {
    let web = try await WebFixture(photos: 1)
    let administrator = try web.browser(.administrator)
    for path in ["openapi.json", "health", "storage", "settings", "vocabulary"] {
      try await go(administrator, "GET", path)
    }
    try await go(
      administrator, "PUT", "settings",
      """
      {"tiles_url":"https://example.org/{z}/{x}/{y}.png","tiles_attribution":"Example",\
      "upload_megabytes":10,"upload_files":5,"thorough_imports":true}
      """)
    try await go(administrator, "PUT", "vocabulary", #"{"text":"pets = dog, cat, unicorn\n"}"#)
    let backup = try await go(administrator, "POST", "backups")
    let name = try #require(backup.json["name"] as? String)
    try await go(administrator, "GET", "backups")
    try await go(administrator, "GET", "backups/\(name)")
    try await go(administrator, "DELETE", "backups/\(name)")
  }
}
