import PhotoCore
import Testing

struct HexadecimalTests {
  @Test func `every byte is two lower-case digits that read back as the byte`() {
    let bytes = (0...255).map { UInt8($0) }
    let text = hexadecimal(bytes)
    #expect(text.hasPrefix("000102") && text.contains("090a0b") && text.hasSuffix("feff"))
    #expect([UInt8](hexadecimal: text) == bytes)
    #expect([UInt8](hexadecimal: text.uppercased()) == bytes)
    #expect([UInt8](hexadecimal: "") == [])
  }

  @Test(arguments: ["a", "abc", "+f", "-1", "0x", "g0", "0 ", "é0", "ff\n"])
  func `what is not pairs of digits is nothing`(text: String) {
    #expect([UInt8](hexadecimal: text) == nil)
  }
}
