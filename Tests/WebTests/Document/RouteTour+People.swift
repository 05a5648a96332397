import PhotoCore
import Testing

@testable import Web

/// Signing in, one's own account, and those of others.
extension RouteTour {
  mutating func firstVisit() async throws {
    let web = try await WebFixture(people: false)
    let visitor = Browser(client: web.client)
    try await go(visitor, "GET", "session")
    let code = try #require(web.oneTimeCode)
    try await go(
      visitor, "POST", "setup", #"{"code":"\#(code)","name":"Ana","password":"a long password"}"#)
  }

  mutating func accounts() async throws {
    let web = try await WebFixture()
    let visitor = Browser(client: web.client)
    try await go(visitor, "GET", "session")
    try await go(
      visitor, "POST", "session", #"{"name":"viewer","password":"\#(WebFixture.password)"}"#)
    let viewer = try web.browser(.viewer)
    try await go(viewer, "GET", "session")
    let token = try await go(viewer, "POST", "account/tokens", #"{"name":"tour","scope":"read"}"#)
    try await go(viewer, "GET", "account")
    try await go(viewer, "DELETE", "account/tokens/\(token.number("id"))")
    try await go(viewer, "DELETE", "account/sessions")
    try await go(
      viewer, "PUT", "account/password",
      #"{"current":"\#(WebFixture.password)","new":"another long password"}"#)
    try await go(try web.browser(.editor), "DELETE", "session")

    let administrator = try web.browser(.administrator)
    let user = try await go(
      administrator, "POST", "users",
      #"{"name":"Bo","role":"viewer","password":"a long password"}"#)
    try await go(administrator, "GET", "users")
    let path = "users/\(user.number("id"))"
    try await go(
      administrator, "PATCH", path,
      #"{"role":"editor","is_disabled":true,"password":"yet another password"}"#)
    try await go(administrator, "DELETE", path)
  }
}
