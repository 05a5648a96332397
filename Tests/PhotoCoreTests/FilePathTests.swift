import Foundation
import PhotoCore
import Testing

struct FilePathTests {
  @Test func `bytes that are not UTF-8 are shown as escapes and kept as they are`() {
    let path = FilePath(bytes: Array("/a/".utf8) + [0xFF, 0x41, 0xC3, 0xA9, 0xC3])
    #expect(path.description == "/a/\\xFFAé\\xC3")
    #expect(path.bytes.count == 8)
  }

  @Test(arguments: [
    [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80], [0xE2, 0x82],
  ])
  func `overlong, surrogate, too large and incomplete sequences are escaped`(bytes: [Int]) {
    let path = FilePath(bytes: bytes.map { UInt8($0) })
    #expect(path.description == bytes.map { String(format: "\\x%02X", $0) }.joined())
  }

  @Test(arguments: [
    Array("plain.jpg".utf8), Array("line\nbreak \"quote\" 😀".utf8), [0x2F, 0xFE, 0xFF],
    Array("back\\slash\\x41".utf8),
  ])
  func `every name survives JSON`(bytes: [UInt8]) throws {
    let path = FilePath(bytes: bytes)
    let read = try JSONDecoder().decode([FilePath].self, from: JSONEncoder().encode([path]))
    #expect(read == [path])
  }

  @Test func `parts of a path are found`() {
    let path = FilePath("/trip/Peru.2014/IMG_1.JPEG")
    #expect(path.name == FilePath("IMG_1.JPEG"))
    #expect(path.parent == FilePath("/trip/Peru.2014"))
    #expect(path.fileExtension == "jpeg")
    #expect(FilePath("/trip/.hidden").fileExtension == "")
    #expect(FilePath("/a").parent == FilePath("/"))
    #expect(FilePath("/").appending("a") == FilePath("/a"))
  }

  @Test func `inside means the folder itself or below, not a longer name`() {
    #expect(FilePath("/a/b").isInside(FilePath("/a")))
    #expect(FilePath("/a").isInside(FilePath("/a")))
    #expect(!FilePath("/ab").isInside(FilePath("/a")))
    #expect(FilePath("/ab").isInside(FilePath("/")))
  }
}
