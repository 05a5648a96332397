import Fixtures
import Foundation
import Library
import PhotoCore
import Testing

@testable import Web

/// Pictures: ranges, tags, names, and that nothing else can be reached.
@Suite(.timeLimit(.minutes(20)))
struct MediaTests {
  @Test(
    arguments: [
      (nil, ByteRange.whole), ("bytes=0-", .part(0...99)), ("bytes=0-0", .part(0...0)),
      ("bytes=10-19", .part(10...19)), ("bytes=90-200", .part(90...99)),
      ("bytes=-5", .part(95...99)),
      ("bytes=-500", .part(0...99)), ("bytes=100-", .unsatisfiable), ("bytes=-0", .unsatisfiable),
      ("bytes=5-4", .whole), ("bytes=a-b", .whole), ("bytes=", .whole), ("bytes=-", .whole),
      ("lines=0-1", .whole), ("bytes=0-1,2-3", .whole), ("bytes=0-99999999999999999999", .whole),
      ("bytes=99999999999999999999-", .whole), ("bytes=+1-2", .whole), ("bytes=1--2", .whole),
      ("BYTES=1-2", .part(1...2)),
    ] as [(String?, ByteRange)])
  func `ranges are read as RFC 9110 has them`(header: String?, range: ByteRange) {
    #expect(ByteRange(header, size: 100) == range)
  }

  @Test func `an original comes whole and in parts, and not again`() async throws {
    let web = try await WebFixture(photos: 1)
    let browser = try web.browser(.viewer)
    let photo = try WebFixture.photo(1)
    let whole = try await browser.get("/media/original/1")
    #expect(whole.status == 200 && whole.body == photo)
    #expect(whole.header("content-type") == "image/jpeg")
    #expect(whole.header("accept-ranges") == "bytes")
    #expect(whole.header("content-security-policy")?.contains("sandbox") == true)
    let part = try await browser.get("/media/original/1", ["Range": "bytes=10-29"])
    #expect(part.status == 206 && part.body == Array(photo[10..<30]))
    #expect(part.header("content-range") == "bytes 10-29/\(photo.count)")
    let behind = try await browser.get("/media/original/1", ["Range": "bytes=\(photo.count)-"])
    #expect(behind.status == 416 && behind.header("content-range") == "bytes */\(photo.count)")
    let tag = try #require(whole.header("etag"))
    #expect(try await browser.get("/media/original/1", ["If-None-Match": tag]).status == 304)
    let stale = try await browser.get(
      "/media/original/1", ["Range": "bytes=0-1", "If-Range": "\"other\""])
    #expect(stale.status == 200)
    let head = try await web.client.send(
      "HEAD", "/media/original/1", headers: browser.headers())
    #expect(head.status == 200 && head.body.isEmpty)
  }

  @Test func `a file that has become another is not served as the photo`() async throws {
    let web = try await WebFixture(photos: 1)
    let browser = try web.browser(.viewer)
    let path = web.folder.path("trip/1.jpg")
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createSymbolicLink(
      atPath: path, withDestinationPath: web.library.catalogue.description)
    let reply = try await browser.get("/media/original/1")
    #expect(reply.status == 410, "\(reply.status)")
    try FileManager.default.removeItem(atPath: path)
    #expect(try await browser.get("/media/original/1").status == 404)
  }

  @Test func `thumbnails are kept for ever and say nothing of where they were taken`() async throws
  {
    let web = try await WebFixture(photos: 1)
    let browser = try web.browser(.viewer)
    let photos = try await browser.get("/api/v1/photos").json["photos"] as? [[String: Any]]
    let hash = try #require(photos?.first?["sha256"] as? String)
    for size in ["small", "large"] {
      let reply = try await browser.get("/media/\(size)/\(hash).jpg")
      #expect(reply.status == 200 && reply.body.starts(with: [0xFF, 0xD8]))
      #expect(reply.header("cache-control") == "private, max-age=31536000, immutable")
      // APP1 is where EXIF and XMP are.
      #expect(!reply.text.contains("Exif") && !reply.text.contains("http://ns.adobe.com"))
      #expect(!zip(reply.body, reply.body.dropFirst()).contains { $0 == 0xFF && $1 == 0xE1 })
    }
    #expect(try await web.client.send("GET", "/media/small/\(hash).jpg").status == 401)
  }

  @Test(arguments: [
    "/media/small/../../catalogue.sqlite", "/media/small/..%2F..%2Fcatalogue.sqlite",
    "/media/small/%2e%2e/%2e%2e/catalogue.sqlite", "/media/original/../../../etc/passwd",
    "/media/original/%2Fetc%2Fpasswd", "/media/original/0", "/media/original/-1",
    "/media/original/999999999999999999999", "/assets/../../../etc/passwd",
    "/assets/..%2Fpages%2Fshell.mustache", "/assets/%2e%2e/pages/shell.mustache",
    "/assets//etc/passwd",
    "/assets/core/../../pages/shell.mustache", "/tiles/0/0/..%2F..", "/tiles/-1/0/0.png",
    "/tiles/99/0/0.png", "/tiles/3/8/0.png", "/api/v1/backups/..%2Fcatalogue.sqlite",
    "/api/v1/backups/%2Fetc%2Fpasswd",
  ])
  func `nothing outside can be reached`(path: String) async throws {
    let web = try await WebFixture()
    let reply = try await web.browser(.administrator).get(path)
    #expect([400, 404].contains(reply.status), "\(path): \(reply.status)")
    #expect(!reply.text.contains("root:") && !reply.text.contains("SQLite format"))
  }

  @Test func `names come through as they are and break no header`() {
    let hostile = FileAnswer.disposition("a\"b\\c\r\nSet-Cookie: x=1 ü 日本.jpg", true)
    #expect(!hostile.contains("\r") && !hostile.contains("\n"))
    #expect(
      hostile.hasPrefix("attachment; filename=\"a_b_c__Set-Cookie: x=1 _ __.jpg\"; filename*="))
    #expect(hostile.contains("%C3%BC") && hostile.contains("%0D%0A"))
  }

  @Test func `the map is there without a network`() async throws {
    let web = try await WebFixture()
    let tile = try await web.browser(.viewer).get("/tiles/0/0/0.png")
    #expect(tile.status == 200)
    #expect(tile.body.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(tile.header("content-type") == "image/png")
  }
}
