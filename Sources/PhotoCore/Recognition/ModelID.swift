/// The ids of networks, which are the names of their folders as well.
package enum ModelID {
  /// Whether a text may be an id: letters, digits, `-`, `.` and `_`, at most 64 of them, the first a letter
  /// or a digit. So it can be taken neither for a path nor for an option of a command line.
  package static func isValid(_ text: String) -> Bool {
    let letters = Array(text.utf8)
    guard let first = letters.first, letters.count <= 64 else { return false }
    func isPlain(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
    return isPlain(first) && letters.allSatisfy { isPlain($0) || "-._".utf8.contains($0) }
  }
}
