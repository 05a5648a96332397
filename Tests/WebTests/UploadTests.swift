import Crypto
import Fixtures
import Foundation
import Library
import PhotoCore
import Synchronization
import Testing

@testable import Web

/// Files from browsers: pieces, checks, what becomes of them, and what is refused.
@Suite(.timeLimit(.minutes(20)))
struct UploadTests {
  private func hash(_ bytes: [UInt8]) -> String { hexadecimal(SHA256.hash(data: bytes)) }

  private func outcome(_ browser: Browser, _ hash: String) async throws -> [String: Any] {
    try await browser.get("/api/v1/uploads/\(hash)").json
  }

  /// Imports at once and waits for the end.
  private func settle(_ web: WebFixture, _ browser: Browser) async throws {
    let job = try await browser.send("POST", "/api/v1/uploads/import").json
    let id = job["id"] as? Int ?? 0
    let isDone = try await web.wait {
      let jobs = try await browser.get("/api/v1/jobs").json["jobs"] as? [[String: Any]]
      return jobs?.first { $0["id"] as? Int == id }?["state"] as? String == "done"
    }
    #expect(isDone)
  }

  @Test func `a photo comes in pieces, over a lost connection, and ends in the library`()
    async throws
  {
    let web = try await WebFixture()
    let browser = try web.browser(.editor)
    let photo = try WebFixture.photo(1)
    let name = hash(photo)
    let half = photo.count / 2
    let first = try await browser.upload(
      Array(photo[..<half]), hash: name, name: "IMG_1.JPG", size: photo.count)
    #expect(first.json["state"] as? String == "partial" && first.json["received"] as? Int == half)
    // The sender does not know how much has come, and guesses wrong.
    let wrong = try await browser.upload(photo, hash: name, name: "IMG_1.JPG")
    #expect(wrong.status == 409 && wrong.json["received"] as? Int == half)
    #expect(try await outcome(browser, name)["received"] as? Int == half)
    let rest = try await browser.upload(
      Array(photo[half...]), hash: name, name: "IMG_1.JPG", offset: half, size: photo.count)
    #expect(rest.json["state"] as? String == "stored")
    try await settle(web, browser)
    let end = try await outcome(browser, name)
    #expect(end["state"] as? String == "indexed")
    let id = try #require(end["photo"] as? Int)
    let original = try await browser.get("/media/original/\(id)?download=1")
    #expect(original.body == photo)
    #expect(original.header("content-disposition")?.contains("IMG_1.JPG") == true)
    let known = try await browser.send(
      "POST", "/api/v1/uploads/check", json: #"{"sha256":["\#(name)"]}"#)
    #expect((known.json["known"] as? [String: Int])?[name] == id)
    // What was uploaded is in the library once: the upload itself is gone.
    #expect(web.uploadedFiles().isEmpty)
  }

  @Test func `a connection that breaks loses nothing that came`() async throws {
    let web = try await WebFixture()
    let browser = try web.browser(.editor)
    let photo = try WebFixture.photo(2)
    let name = hash(photo)
    let head = browser.headers().map { "\($0.key): \($0.value)\r\n" }.joined()
    let port = web.client.port
    try await WebFixture.onThread {
      let connection = try RawConnection(port: port, seconds: 5)
      try connection.write(
        "PUT /api/v1/uploads/\(name)?name=a.jpg&size=\(photo.count) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n"
          + head + "Content-Length: \(photo.count)\r\n\r\n")
      try connection.write(Array(photo[..<1000]))
      Thread.sleep(forTimeInterval: 0.3)
    }
    let arrived = try await web.wait {
      try await outcome(browser, name)["received"] as? Int == 1000
    }
    #expect(arrived)
    let sent = try await web.wait {
      try await browser.upload(
        Array(photo[1000...]), hash: name, name: "a.jpg", offset: 1000, size: photo.count
      ).json["state"] as? String == "stored"
    }
    #expect(sent)
  }

  @Test func `what is no photo, damaged, or a bomb ends with its reason`() async throws {
    let web = try await WebFixture()
    let browser = try web.browser(.editor)
    let photo = try WebFixture.photo(3)
    let files: [(String, [UInt8], String, String?)] = [
      ("notes.txt", Array("just some notes".utf8), "unsupported", nil),
      ("broken.jpg", Array(photo[..<(photo.count / 12)]), "set_aside", "truncated"),
      ("fake.jpg", Array("<html><script>alert(1)</script>".utf8), "set_aside", "not_an_image"),
      ("bomb.png", Self.pixelBomb, "set_aside", "too_many_pixels"),
      (
        "evil.svg", Array("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".utf8),
        "unsupported", nil
      ),
    ]
    for (name, bytes, _, _) in files {
      let reply = try await browser.upload(bytes, hash: hash(bytes), name: name)
      #expect(reply.json["state"] as? String == "stored", "\(name): \(reply.text)")
    }
    try await settle(web, browser)
    for (name, bytes, state, reason) in files {
      let end = try await outcome(browser, hash(bytes))
      #expect(end["state"] as? String == state, "\(name): \(end)")
      #expect(end["reason"] as? String == reason, "\(name): \(end)")
    }
    // There may be no other copy of a damaged photo: it stays.
    #expect(web.uploadedFiles().count == 3)
  }

  /// The header of a PNG of 60,000 × 60,000 pixels: a few hundred bytes that would be gigabytes.
  private static let pixelBomb: [UInt8] = {
    func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
      let body = Array(type.utf8) + data
      func number(_ value: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }
      }
      var crc: UInt32 = 0xFFFF_FFFF
      for byte in body {
        crc ^= UInt32(byte)
        for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
      }
      return number(UInt32(data.count)) + body + number(~crc)
    }
    let size: [UInt8] = [0, 0, 0xEA, 0x60]
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      + chunk("IHDR", size + size + [8, 2, 0, 0, 0])
      + chunk("IDAT", [0x78, 0x9C, 0x63, 0x00, 0x00, 0x00, 0x01, 0x00, 0x01])
      + chunk("IEND", [])
  }()

  @Test(arguments: [
    "../../../../etc/cron.d/evil.jpg", "/etc/passwd", "..\\..\\evil.jpg", "a\0b.jpg", "..", ".",
    "", ".hidden.jpg", "new\r\nline.jpg", String(repeating: "ä", count: 400) + ".jpg",
  ])
  func `no name leads out of the library`(name: String) async throws {
    let web = try await WebFixture()
    let browser = try web.browser(.editor)
    let photo = try WebFixture.photo(4)
    let reply = try await browser.upload(photo, hash: hash(photo), name: name)
    #expect(reply.status == 200, "\(reply.text)")
    let files = web.uploadedFiles()
    #expect(files.count == 1)
    for file in files {
      #expect(file.hasPrefix("stored/\(hash(photo))/"))
      let last = file.split(separator: "/").last.map(String.init) ?? ""
      #expect(!last.hasPrefix(".") && last.utf8.count <= 200)
      #expect(!last.unicodeScalars.contains { $0.value < 0x20 })
    }
  }

  @Test func `other bytes than announced are refused and removed`() async throws {
    let web = try await WebFixture()
    let browser = try web.browser(.editor)
    let photo = try WebFixture.photo(5)
    let wrong = String(repeating: "b", count: 64)
    let reply = try await browser.upload(photo, hash: wrong, name: "a.jpg")
    #expect(reply.status == 422)
    #expect(try await outcome(browser, wrong)["state"] as? String == "none")
    #expect(web.uploadedFiles().isEmpty)
  }

  @Test func `a file that is too large, or longer than it said, is cut off`() async throws {
    let web = try await WebFixture()
    let browser = try web.browser(.editor)
    let hash = String(repeating: "c", count: 64)
    #expect(try await browser.upload([1], hash: hash, name: "a", size: 900 << 20).status == 413)
    let longer = try await browser.upload(
      [UInt8](repeating: 7, count: 5000), hash: hash, name: "a", size: 100)
    #expect(longer.status == 413)
    #expect(web.uploadedFiles().isEmpty)
  }

  @Test func `a body without end is cut off, however it is sent`() async throws {
    let web = try await WebFixture()
    let browser = try web.browser(.editor)
    let hash = String(repeating: "d", count: 64)
    let head = browser.headers().map { "\($0.key): \($0.value)\r\n" }.joined()
    let port = web.client.port
    let pieces = Mutex(0)
    let answer = try await web.client.conversation { connection in
      try connection.write(
        "PUT /api/v1/uploads/\(hash)?name=a.jpg&size=1000 HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n"
          + head + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n")
      let piece = "10000\r\n" + String(repeating: "x", count: 0x10000) + "\r\n"
      // A hundred megabytes, unless the server has had enough before.
      for _ in 0..<1600 {
        guard (try? connection.write(piece)) != nil else { break }
        pieces.withLock { $0 += 1 }
      }
    }
    #expect(pieces.withLock { $0 } < 1600, "the connection was never cut")
    // On a busy machine the connection may end first, by its idle limit; never does more stay than
    // was announced.
    #expect(answer.isEmpty || (try? RawClient.parse(answer))?.status == 413)
    let isBounded = try await web.wait {
      (try await outcome(browser, hash)["received"] as? Int ?? .max) <= 1000
    }
    #expect(isBounded)
    #expect(try await browser.get("/api/v1/search").status == 200)
  }

  @Test func `an upload whose last byte came just before the end is finished without sending`()
    async throws
  {
    let web = try await WebFixture()
    let browser = try web.browser(.editor)
    let photo = try WebFixture.photo(8)
    let name = hash(photo)
    // As a killed server leaves it: all bytes there, nobody has looked at them.
    try FileManager.default.createDirectory(
      atPath: web.library.uploads.appending("partial").description,
      withIntermediateDirectories: true)
    try web.folder.write(photo, to: "library/uploads/partial/\(name)")
    #expect(try await outcome(browser, name)["received"] as? Int == photo.count)
    let reply = try await browser.upload(
      [], hash: name, name: "a.jpg", offset: photo.count, size: photo.count)
    #expect(reply.json["state"] as? String == "stored", "\(reply.text)")
  }

  @Test func `too many bytes take nothing away that came whole before`() async throws {
    let web = try await WebFixture()
    let browser = try web.browser(.editor)
    let photo = try WebFixture.photo(9)
    let name = hash(photo)
    #expect(try await browser.upload(photo, hash: name, name: "a.jpg").status == 200)
    let longer = try await browser.upload(
      photo + [1, 2, 3], hash: name, name: "a.jpg", size: photo.count)
    #expect(longer.status == 413)
    #expect(web.uploadedFiles().count == 1)
  }

  @Test func `a JSON body without end is refused`() async throws {
    let web = try await WebFixture()
    let browser = try web.browser(.editor)
    let body = #"{"query":""# + String(repeating: "a", count: 3 << 20) + #""}"#
    // On a busy machine the connection may end before its answer is read: then it is asked again.
    let isRefused = try await web.wait {
      guard let reply = try? await browser.send("PUT", "/api/v1/searches/x", json: body) else {
        return false
      }
      #expect(reply.status == 413)
      return true
    }
    #expect(isRefused)
    #expect(try await browser.get("/api/v1/searches").text.contains("aaa") == false)
  }

  @Test func `viewers upload nothing`() async throws {
    let web = try await WebFixture()
    let photo = try WebFixture.photo(6)
    let reply = try await web.browser(.viewer).upload(photo, hash: hash(photo), name: "a.jpg")
    #expect(reply.status == 403)
    #expect(web.uploadedFiles().isEmpty)
  }
}

extension WebFixture {
  /// What is under `uploads` of the library, by its path below it.
  func uploadedFiles() -> [String] {
    let root = library.uploads.description
    let names = FileManager.default.enumerator(atPath: root)?.allObjects as? [String] ?? []
    return names.filter { name in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(root)/\(name)", isDirectory: &isFolder)
      return !isFolder.boolValue
    }
  }
}
