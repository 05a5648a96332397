import Fixtures
import Library
import PhotoCore
import Testing

/// Names from browsers, which may be anything.
struct UploadNameTests {
  private static let long = String(repeating: "x", count: 300)

  @Test(arguments: [
    ("IMG_20140612_153012.JPG", "IMG_20140612_153012.JPG"),
    ("Été “trip” 😀.jpg", "Été “trip” 😀.jpg"),
    ("C:\\Photos\\a.jpg", "a.jpg"), ("../../etc/passwd", "passwd"), ("/a/b/c.jpg/", "c.jpg"),
    ("..", "photo"), ("...", "photo"), ("", "photo"), ("/", "photo"), (" \t.. . ", "photo"),
    (".hidden.jpg", "hidden.jpg"), (".. /x", "x"), ("a\0b.jpg", "ab.jpg"),
    ("new\r\nline\u{85}\u{2028}\u{2029}\u{7F}\u{1B}[31m.jpg", "newline[31m.jpg"),
    ("\r\n/x\r\n", "x"), ("con.jpg ", "con.jpg "), ("-rf", "-rf"), ("a b.jpg", "a b.jpg"),
    // Marks that join with a slash or a dot into one character hide neither.
    ("a/\u{301}../b.jpg", "b.jpg"), ("a\u{600}/..", "photo"), ("a/\u{301}b.jpg", "\u{301}b.jpg"),
    ("a\\\u{FE0F}b.jpg", "\u{FE0F}b.jpg"), (".\u{301}hidden", "\u{301}hidden"),
    ("\u{600}/.hidden", "hidden"), ("b\u{600}/", "b\u{600}"),
    (long + ".jpg", String(repeating: "x", count: 196) + ".jpg"),
    (long + ".not-an-ending-at-all", String(repeating: "x", count: 200)),
    ("." + long, String(repeating: "x", count: 200)),
    (String(repeating: "ä", count: 150) + ".jpg", String(repeating: "ä", count: 98) + ".jpg"),
    // One character of many bytes.
    (
      "a" + String(repeating: "\u{301}", count: 300) + ".jpg",
      "a" + String(repeating: "\u{301}", count: 97) + ".jpg"
    ),
  ])
  func `a name from a browser is safe, and says what it said`(text: String, name: String) {
    #expect(UploadName.safe(text) == FilePath(name))
  }

  @Test func `no name leads out of its folder, is hidden, or is too long`() {
    let parts = [
      "/", "\\", ".", "..", "\0", "\n", "\u{301}", "\u{200D}", "\u{600}", "\u{FE0F}", "\u{202E}",
      " ", "a", "ä", "😀", ".jpg", "👨‍👩‍👧", Self.long,
    ]
    var random = SplitMix64(seed: 7)
    let texts = (0..<5000).map { _ in
      (0..<Int.random(in: 0...8, using: &random))
        .compactMap { _ in parts.randomElement(using: &random) }.joined()
    }
    let unsafe = texts.filter { text in
      let bytes = UploadName.safe(text).bytes
      return bytes.isEmpty || bytes.count > 200 || bytes.first == UInt8(ascii: ".")
        || bytes.contains { $0 < 0x20 || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
        || String(validating: bytes, as: UTF8.self) == nil
    }
    #expect(unsafe.isEmpty)
  }
}
