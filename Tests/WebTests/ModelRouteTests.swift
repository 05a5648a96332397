import Foundation
import PhotoCore
import Testing

@testable import Web

/// Networks through the API: the process that installs them is a shell script here.
@Suite(.timeLimit(.minutes(20)))
struct ModelRouteTests {
  private func task(_ reply: Reply) -> Int { reply.json["id"] as? Int ?? 0 }

  private func installs(_ browser: Browser) async throws -> [[String: Any]] {
    try await browser.get("/api/v1/models/installs").json["installs"] as? [[String: Any]] ?? []
  }

  private func ended(_ web: WebFixture, _ browser: Browser) async throws -> [String: Any] {
    _ = try await web.wait {
      try await installs(browser).first?["state"] as? String != "running"
    }
    return try await installs(browser).first ?? [:]
  }

  private let hash = String(repeating: "ab", count: 32)

  @Test func `what is installed is told with its record, its size and what is wrong with it`()
    async throws
  {
    let networks = TestModels([
      .detector("tiny-detector"), .broken("damaged", "The labels are missing: install it again."),
    ])
    let web = try await WebFixture(networks: networks.web)
    let reply = try await web.browser(.viewer).get("/api/v1/models")
    let models = try #require(reply.json["models"] as? [[String: Any]])
    let tiny = try #require(models.first { $0["id"] as? String == "tiny-detector" })
    #expect(tiny["name"] as? String == "The network tiny-detector")
    #expect(tiny["where"] as? String == "library" && tiny["bytes"] as? Int == 1234)
    #expect((tiny["record"] as? [String: Any])?["licence"] as? String == "MIT")
    let damaged = try #require(models.first { $0["id"] as? String == "damaged" })
    #expect(damaged["problem"] as? String == "The labels are missing: install it again.")
    #expect(damaged["task"] is NSNull)
  }

  @Test func `the default model is active until another one is chosen, and then that one`()
    async throws
  {
    let networks = TestModels([.detector("usual", isDefault: true), .detector("other")])
    let web = try await WebFixture(networks: networks.web)
    let browser = try web.browser(.administrator)
    #expect(try await active(browser) == ["usual"])
    #expect(try await browser.send("POST", "/api/v1/models/other/use").status == 200)
    #expect(try await active(browser) == ["other"])
    #expect(try await browser.send("POST", "/api/v1/models/none/use").status == 404)
  }

  private func active(_ browser: Browser) async throws -> [String] {
    let models = try await browser.get("/api/v1/models").json["models"] as? [[String: Any]] ?? []
    return models.filter { $0["is_speaking"] as? Bool == true }.compactMap { $0["id"] as? String }
  }

  @Test func `a network that cannot be used does not speak`() async throws {
    let networks = TestModels([.broken("damaged", "The labels are missing.")])
    let web = try await WebFixture(networks: networks.web)
    let reply = try await web.browser(.administrator).send("POST", "/api/v1/models/damaged/use")
    #expect(reply.status == 409 && reply.json["detail"] as? String == "The labels are missing.")
  }

  @Test func `removing spares the model that is active and the program's own`() async throws {
    let networks = TestModels([
      .detector("usual", isDefault: true), .detector("second"),
      .detector("built-in", isRemovable: false),
    ])
    let web = try await WebFixture(networks: networks.web)
    let browser = try web.browser(.administrator)
    let active = try await browser.send("DELETE", "/api/v1/models/usual")
    #expect(active.status == 409 && active.text.contains("is the active model"))
    #expect(try await browser.send("DELETE", "/api/v1/models/built-in").status == 409)
    #expect(try await browser.send("DELETE", "/api/v1/models/second").status == 204)
    #expect(networks.removed == ["second"])
    #expect(try await browser.send("DELETE", "/api/v1/models/second").status == 404)
  }

  @Test func `an installation tells how far it is, and at last the network`() async throws {
    let networks = TestModels(
      script: """
        echo '{"stage":"download","done":5,"total":10}'
        echo 'no JSON at all'
        echo '{"stage":"place","done":10,"total":10}'
        echo '{"installed":"tiny"}'
        """)
    let web = try await WebFixture(networks: networks.web)
    let browser = try web.browser(.administrator)
    let begun = try await browser.send(
      "POST", "/api/v1/models/install", json: #"{"id":"installable"}"#)
    #expect(begun.status == 200 && begun.json["state"] as? String == "running")
    let end = try await ended(web, browser)
    #expect(end["state"] as? String == "done" && end["model"] as? String == "tiny")
    #expect(end["done"] as? Int == 10 && end["message"] is NSNull)
    #expect(networks.arguments == ["install", "installable"])
  }

  @Test func `what an installation says went wrong is told as it is`() async throws {
    let networks = TestModels(script: #"echo '{"error":"The hash is another."}'; exit 1"#)
    let web = try await WebFixture(networks: networks.web)
    let browser = try web.browser(.administrator)
    _ = try await browser.send("POST", "/api/v1/models/install", json: #"{"id":"installable"}"#)
    let end = try await ended(web, browser)
    #expect(end["state"] as? String == "failed")
    #expect(end["message"] as? String == "The hash is another.")
  }

  @Test func `a process that dies without a word is a failure with a sentence`() async throws {
    let networks = TestModels(script: "kill -9 $$")
    let web = try await WebFixture(networks: networks.web)
    let browser = try web.browser(.administrator)
    _ = try await browser.send("POST", "/api/v1/models/install", json: #"{"id":"installable"}"#)
    let end = try await ended(web, browser)
    #expect(end["state"] as? String == "failed")
    #expect((end["message"] as? String)?.contains("ended unexpectedly") == true)
  }

  @Test func `one at a time; a cancelled one can be repeated`() async throws {
    let networks = TestModels(
      script: "trap 'exit 130' TERM; echo '{\"stage\":\"download\",\"done\":1,\"total\":9}'; "
        + "while :; do sleep 0.05; done")
    let web = try await WebFixture(networks: networks.web)
    let browser = try web.browser(.administrator)
    let install = "/api/v1/models/install"
    let first = try await browser.send("POST", install, json: #"{"id":"installable"}"#)
    let second = try await browser.send("POST", install, json: #"{"id":"installable"}"#)
    #expect(second.status == 409)
    let number = task(first)
    _ = try await web.wait {
      try await installs(browser).first?["stage"] as? String == "download"
    }
    #expect(
      try await browser.send("POST", "/api/v1/models/installs/\(number)/cancel").status == 200)
    #expect(try await ended(web, browser)["state"] as? String == "cancelled")
    let again = try await browser.send("POST", "/api/v1/models/installs/\(number)/repeat")
    #expect(again.status == 200 && task(again) == number + 1)
    _ = try await browser.send("POST", "/api/v1/models/installs/\(number + 1)/cancel")
    #expect(try await ended(web, browser)["state"] as? String == "cancelled")
  }

  @Test func `what a verification found is told beside the network`() async throws {
    let networks = TestModels(
      [.detector("tiny")],
      script:
        #"echo '{"models":[{"id":"tiny","problem":"A file was changed."}],"ok":false}'; exit 1"#)
    let web = try await WebFixture(networks: networks.web)
    let browser = try web.browser(.administrator)
    #expect(try await browser.send("POST", "/api/v1/models/tiny/verify").status == 200)
    #expect(try await ended(web, browser)["message"] as? String == "A file was changed.")
    let models = try await browser.get("/api/v1/models").json["models"] as? [[String: Any]]
    let verdict = models?.first?["verdict"] as? [String: Any]
    #expect(verdict?["ok"] as? Bool == false)
    #expect(verdict?["sentence"] as? String == "A file was changed.")
    #expect(networks.arguments == ["verify", "tiny"])
  }

  @Test(arguments: [
    "http://example.org/a.onnx", "ftp://example.org/a.onnx", "file:///etc/passwd", "/etc/passwd",
    "https://ann:secret@example.org/a.onnx", "https://", "--config=/etc/x", "",
    "https://example.org/a b", "https://example.org/\\u0000", "javascript:alert(1)",
    "http://127.0.0.1.example.org/a", "http://localhost@example.org/a.onnx",
  ])
  func
    `addresses that are not encrypted, hold a password, or are none are refused before anything runs`(
      address: String
    ) async throws
  {
    let networks = TestModels(script: #"echo '{"installed":"x"}'"#)
    let web = try await WebFixture(networks: networks.web)
    let reply = try await web.browser(.administrator).send(
      "POST", "/api/v1/models/install", json: #"{"address":"\#(address)","sha256":"\#(hash)"}"#)
    #expect(reply.status == 422, "\(reply.text)")
    #expect(reply.header("content-type") == "application/problem+json")
    #expect(networks.arguments.isEmpty)
  }

  @Test func `an address needs a whole SHA-256; preset, id and licence are looked at as well`()
    async throws
  {
    let networks = TestModels(script: #"echo '{"installed":"x"}'"#)
    let web = try await WebFixture(networks: networks.web)
    let browser = try web.browser(.administrator)
    for wrong in [
      #""sha256":"abc""#, #""sha256":"\#(hash)g""#, #""sha256":"\#(hash)","preset":"none""#,
      #""sha256":"\#(hash)","id":"../up""#, #""sha256":"\#(hash)","id":"-x""#,
      #""sha256":"\#(hash)","licence":"--name""#, #""sha256":"\#(hash)","name":"a\u0007b""#,
    ] {
      let reply = try await browser.send(
        "POST", "/api/v1/models/install", json: #"{"address":"https://x.org/a.onnx",\#(wrong)}"#)
      #expect(reply.status == 422, "\(wrong): \(reply.text)")
    }
    #expect(networks.arguments.isEmpty)
    let fine = #"{"address":"https://x.org/n.onnx?key=secret","sha256":"\#(hash)"}"#
    let reply = try await browser.send("POST", "/api/v1/models/install", json: fine)
    #expect(reply.json["subject"] as? String == "n.onnx" && !reply.text.contains("secret"))
  }

  @Test
  func `files of the server are named by their whole paths; nothing can be taken for an option`()
    async throws
  {
    let networks = TestModels(script: #"echo '{"installed":"x"}'"#)
    let web = try await WebFixture(networks: networks.web)
    let browser = try web.browser(.administrator)
    for wrong in [
      #"[]"#, #"["/a","/b","/c"]"#, #"["a.onnx"]"#, #"["--library=/x"]"#, #"["/a\nb"]"#,
      #"["/a"],"labels":"labels.txt""#, #"["/a"],"labels":"--replace""#, #"["/a"],"size":"0x1""#,
      #"["/a"],"size":"--size""#, #"["/a"],"preset":"none""#, #"["/a"],"id":"-x""#,
      #"["/a"],"name":"--id""#,
    ] {
      let reply = try await browser.send(
        "POST", "/api/v1/models/install", json: #"{"files":\#(wrong)}"#)
      #expect(reply.status == 422, "\(wrong): \(reply.text)")
    }
    #expect(networks.arguments.isEmpty)
    let fine = #"{"files":["/home/me/net.weights","/home/me/net.cfg"],"preset":"darknet"}"#
    let reply = try await browser.send("POST", "/api/v1/models/install", json: fine)
    #expect(reply.json["subject"] as? String == "net.weights", "\(reply.text)")
    #expect(try await web.wait { networks.arguments == ["install", "net.weights"] })
  }

  @Test func `a family of two files cannot come from an address`() async throws {
    let web = try await WebFixture(networks: TestModels().web)
    let reply = try await web.browser(.administrator).send(
      "POST", "/api/v1/models/install",
      json: #"{"address":"https://x.org/a","sha256":"\#(hash)","preset":"darknet"}"#)
    #expect(reply.status == 422 && reply.text.contains("yolov8"), "\(reply.text)")
  }

  @Test func `news of an installation come as events of their own`() async throws {
    let networks = TestModels(script: #"echo '{"installed":"x"}'"#)
    let web = try await WebFixture(networks: networks.web)
    let browser = try web.browser(.administrator)
    let port = web.client.port
    let cookie = browser.cookie ?? ""
    let (greetings, greeted) = AsyncStream.makeStream(of: Void.self)
    let listening = Task {
      defer { greeted.finish() }
      return try await WebFixture.onThread {
        let connection = try RawConnection(port: port, seconds: 20)
        try connection.write(
          "GET /api/v1/events HTTP/1.1\r\nHost: x\r\nCookie: meridian_session=\(cookie)\r\n\r\n")
        var text = ""
        while !text.contains(#""state":"done""#) {
          let part = connection.read()
          guard !part.isEmpty else { break }
          text += String(decoding: part, as: UTF8.self)
          if text.contains("event: hello") { greeted.yield() }
        }
        return text
      }
    }
    for await _ in greetings { break }
    _ = try await browser.send("POST", "/api/v1/models/install", json: #"{"id":"installable"}"#)
    let text = try await listening.value
    #expect(text.contains("event: models\n") && text.contains(#""subject":"installable""#))
  }

  @Test
  func
    `looking again is refused for networks that cannot, and for queries that are not understood`()
    async throws
  {
    let networks = TestModels([
      .detector("tiny"), .classifier("scenes"), .broken("damaged", "The labels are missing."),
    ])
    let web = try await WebFixture(networks: networks.web)
    let browser = try web.browser(.administrator)
    for (body, status) in [
      (#""model":"none""#, 404), (#""model":"../tiny""#, 404), (#""thorough":true"#, 404),
      (#""model":"damaged""#, 409), (#""model":"scenes","thorough":true"#, 422),
      (#""model":"tiny","q":"no such thing""#, 400),
    ] {
      let reply = try await browser.send(
        "POST", "/api/v1/jobs", json: #"{"kind":"analyse_again",\#(body)}"#)
      #expect(reply.status == status, "\(body): \(reply.text)")
    }
    #expect(try (await browser.get("/api/v1/jobs").json["jobs"] as? [Any])?.isEmpty == true)
  }

  @Test func `a job tells which network looks, at what, and how`() async throws {
    let networks = TestModels([.detector("tiny")])
    let web = try await WebFixture(networks: networks.web)
    let reply = try await web.browser(.administrator).send(
      "POST", "/api/v1/jobs",
      json: #"{"kind":"analyse_again","model":"tiny","thorough":true,"q":"dog"}"#)
    #expect(reply.status == 200, "\(reply.text)")
    #expect(reply.json["kind"] as? String == "analyse_again")
    #expect(reply.json["model"] as? String == "tiny" && reply.json["thorough"] as? Bool == true)
    #expect(reply.json["query"] as? String == "dog")
  }

  @Test func `two networks are compared only when both are named and differ`() async throws {
    let web = try await WebFixture()
    let browser = try web.browser(.viewer)
    for path in ["", "?a=x", "?a=x&b=x"] {
      #expect(try await browser.get("/api/v1/models/compare\(path)").status == 400)
    }
    let unknown = try await browser.get("/api/v1/models/compare?a=x&b=y")
    #expect(unknown.status == 404, "\(unknown.text)")
    let side = try await browser.get("/api/v1/models/compare/photos?a=x&b=y&class=dog&side=c")
    #expect(side.status == 400)
  }
}
