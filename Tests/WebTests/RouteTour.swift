import Foundation
import PhotoCore
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

// MARK: People

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

// MARK: Photos

extension RouteTour {
  mutating func searching() async throws {
    let web = try await WebFixture(photos: 3)
    let editor = try web.browser(.editor)
    let photos = try await go(editor, "GET", "photos?offset=0&limit=2").json["photos"]
    let id = try #require((photos as? [[String: Any]])?.first?["id"] as? Int)
    try await go(editor, "GET", "photos?fields=table&sort=path&direction=desc")
    try await go(editor, "GET", "photos/\(id)?q=has:gps&order=newest")
    let queries = [
      "", "?q=has:gps%20and%20not%20dog&order=newest", "?q=near:-13.5,-71.9,50km&order=nearest",
      "?q=has:gps%20and%20(dog%20or%20cat)", "?q=2014", "?q=((&draft=true",
    ]
    for query in queries {
      try await go(editor, "GET", "search" + query)
      try await go(editor, "GET", "layout" + query)
    }
    for query in ["", "?q=has:gps", "?q=rating%20%3E=%205", "?q=((&draft=true"] {
      try await go(editor, "GET", "statistics" + query)
    }
    try await go(editor, "GET", "map?zoom=3&west=-180&south=-80&east=180&north=80")
    try await go(editor, "GET", "map?zoom=3&west=0&south=0&east=1&north=1&q=rating%20=%205")
    for text in ["do", "light:", "near:Cus"] {
      try await go(editor, "GET", "complete?limit=5&text=\(text)")
    }
    for form in ["csv", "jsonl", "geojson", "xlsx", "report"] {
      try await go(editor, "GET", "export?form=\(form)")
    }
    try await go(editor, "PUT", "searches/best", #"{"query":"rating >= 4"}"#)
    try await go(editor, "GET", "searches")
    try await go(editor, "DELETE", "searches/best")
  }

  mutating func marking() async throws {
    let web = try await WebFixture(photos: 2)
    let editor = try web.browser(.editor)
    let photos = try await editor.get("/api/v1/photos").json["photos"] as? [[String: Any]]
    let id = try #require(photos?.first?["id"] as? Int)
    try await go(editor, "PUT", "photos/\(id)/favourite", #"{"favourite":true}"#)
    try await go(editor, "PUT", "photos/\(id)/rating", #"{"stars":4}"#)
    try await go(editor, "PUT", "photos/\(id)/turn", #"{"turn":90}"#)
    let position = "photos/\(id)/position"
    try await go(editor, "PUT", position, #"{"latitude":1.5,"longitude":-2}"#)
    try await go(editor, "PUT", position, #"{"latitude":null,"longitude":null}"#)
    try await go(editor, "PUT", position, #"{"latitude":3,"longitude":4}"#)
    try await go(editor, "POST", "marks", #"{"ids":[\#(id)],"favourite":false,"rating":0}"#)
    let changes = try await go(editor, "GET", "changes").json["changes"] as? [[String: Any]]
    let change = try #require(changes?.first?["id"] as? Int)
    try await go(editor, "POST", "changes/\(change)/undo")
  }

  mutating func uploads() async throws {
    let web = try await WebFixture()
    let editor = try web.browser(.editor)
    let photo = try WebFixture.photo(1)
    let name = String(repeating: "0", count: 64)
    try await go(editor, "GET", "uploads/\(name)")
    let part = try await editor.upload(
      Array(photo.prefix(100)), hash: name, name: "IMG_1.JPG", size: photo.count)
    note(part, "uploads")
    try await go(editor, "GET", "uploads/\(name)")
    try await go(editor, "DELETE", "uploads/\(name)")
    try await go(editor, "POST", "uploads/check", #"{"sha256":["\#(name)"]}"#)
    try await go(editor, "POST", "uploads/import")
    try await settle(web, editor)
  }
}

// MARK: Jobs and administration

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

// MARK: Models and labels

extension RouteTour {
  mutating func models() async throws {
    let networks = TestNetworks(
      [
        .detector("usual", isDefault: true), .detector("other"), .classifier("scenes"),
        .broken("damaged", "The labels are missing."),
      ], script: #"echo '{"stage":"download","done":5,"total":10}'; echo '{"installed":"other"}'"#)
    let web = try await WebFixture(networks: networks.web)
    let administrator = try web.browser(.administrator)
    try await go(administrator, "GET", "models/installable")
    let install = try await go(
      administrator, "POST", "models/install", #"{"id":"installable"}"#)
    try await ended(web, administrator)
    let path = "models/installs/\(install.number("id"))"
    try await go(administrator, "POST", path + "/cancel")
    try await go(administrator, "POST", path + "/repeat")
    try await ended(web, administrator)
    try await go(administrator, "POST", "models/other/verify")
    try await ended(web, administrator)
    try await go(administrator, "GET", "models/installs")
    try await go(administrator, "GET", "models")
    try await go(administrator, "POST", "models/other/use")
    try await go(administrator, "DELETE", "models/usual")
  }

  private func ended(_ web: WebFixture, _ browser: Browser) async throws {
    let hasEnded = try await web.wait {
      let installs = try await browser.get("/api/v1/models/installs").json["installs"]
      return (installs as? [[String: Any]])?.first?["state"] as? String != "running"
    }
    #expect(hasEnded)
  }

  mutating func comparison() async throws {
    let (web, _) = try await ComparisonRouteTests().web()
    let viewer = try web.browser(.viewer)
    try await go(viewer, "GET", "models/compare?a=first&b=second")
    try await go(viewer, "GET", "models/compare/photos?a=first&b=second&class=cat&side=both")
  }

  mutating func labels() async throws {
    let fixture = try await LabelBoxFixture(photos: 12)
    let editor = fixture.editor
    let label = String(fixture.label.dropFirst("/api/v1/".count))
    try await fixture.teach(10)
    try await go(editor, "GET", "labels")
    try await go(editor, "GET", label)
    try await go(editor, "GET", label + "/photos?mixed=true&limit=5")
    try await go(editor, "GET", label + "/examples?answer=true")
    let table = try await go(editor, "GET", label + "/examples.csv").text
    let file = try JSONSerialization.data(withJSONObject: ["text": table + "no such row\n"])
    try await go(
      editor, "POST", label + "/examples/import", String(decoding: file, as: UTF8.self))
    try await learning(fixture, label)
    try await answering(fixture, label)
    try await go(editor, "PUT", label + "/name", #"{"name":"crimson"}"#)
    try await go(editor, "PUT", label + "/threshold", #"{"threshold":0.25}"#)
    try await go(editor, "PUT", label + "/threshold", #"{"threshold":null}"#)
    try await go(editor, "DELETE", label)
    try await go(editor, "POST", "labels", #"{"name":"whole","class":null}"#)
  }

  private mutating func learning(_ fixture: LabelBoxFixture, _ label: String) async throws {
    let editor = fixture.editor
    for seed in [1, 2] {
      try await go(editor, "POST", label + "/train", #"{"learner":"transfer","seed":\#(seed)}"#)
      try await settle(fixture.web, editor)
    }
    try await go(editor, "GET", label + "/versions")
    try await go(editor, "GET", label + "/versions/1?threshold=0.9")
    try await go(editor, "POST", label + "/versions/1/use", #"{"learner":"transfer"}"#)
    try await settle(fixture.web, editor)
    try await go(editor, "POST", label + "/versions/undo")
    try await settle(fixture.web, editor)
    try await go(editor, "GET", label + "/review?limit=5")
  }

  private mutating func answering(_ fixture: LabelBoxFixture, _ label: String) async throws {
    let editor = fixture.editor
    let photos = try await fixture.photos().filter { !$0.marks.isEmpty }
    let photo = try #require(photos.first)
    let id = try #require(photo.photo["id"] as? Int)
    note(try await fixture.answer([(id, photo.marks[0]["box"])], true, origin: "viewer"), label)
    try await go(editor, "POST", label + "/examples/undo")
    try await go(
      editor, "POST", label + "/examples/photos",
      #"{"ids":[\#(id)],"answer":true,"largest":true,"origin":"grid"}"#)
    try await go(editor, "GET", "photos/\(id)")
  }
}

extension Reply {
  /// A whole number of the answer; 0 where there is none.
  fileprivate func number(_ name: String) -> Int { json[name] as? Int ?? 0 }
}
