/// A path as the file system keeps it: any bytes but NUL, not necessarily UTF-8.
///
/// `String` would repair invalid bytes and so name another file; this type never does.
package struct FilePath: Hashable, Sendable {
  /// The bytes without a terminating NUL.
  package let bytes: [UInt8]

  /// Takes the bytes up to the first NUL, as the kernel would.
  package init(bytes: some Sequence<UInt8>) {
    self.bytes = Array(bytes.prefix { $0 != 0 })
  }

  /// The UTF-8 bytes of `text`, taken literally: nothing is unescaped.
  package init(_ text: String) {
    self.init(bytes: text.utf8)
  }

  /// Calls `body` with a NUL-terminated C string that lives as long as the call.
  package func withCString<R>(_ body: (UnsafePointer<CChar>) throws -> R) rethrows -> R {
    let terminated = bytes.map { CChar(bitPattern: $0) } + [0]
    return try terminated.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return try "".withCString(body) }
      return try body(base)
    }
  }

  /// What follows the last slash; empty for a path that ends in a slash.
  package var name: FilePath {
    let start = bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    return FilePath(bytes: bytes[start...])
  }

  /// The folder that holds this path: `/a/b` gives `/a`, `/a` gives `/`, `a` gives `.`.
  package var parent: FilePath {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return FilePath(".") }
    return slash == 0 ? FilePath("/") : FilePath(bytes: bytes[..<slash])
  }

  /// The part of the name after its last dot, in lower case; empty without a dot.
  package var fileExtension: String {
    let name = self.name.bytes
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > 0 else { return "" }
    return String(decoding: name[(dot + 1)...], as: UTF8.self).lowercased()
  }

  /// This folder with `name` inside it.
  package func appending(_ name: FilePath) -> FilePath {
    let separator: [UInt8] = bytes.last == UInt8(ascii: "/") || bytes.isEmpty ? [] : [0x2F]
    return FilePath(bytes: bytes + separator + name.bytes)
  }

  /// This folder with `name` inside it.
  package func appending(_ name: String) -> FilePath {
    appending(FilePath(name))
  }

  /// Whether this path is `folder` or lies inside it, decided by the text alone.
  package func isInside(_ folder: FilePath) -> Bool {
    guard folder.bytes != [0x2F] else { return bytes.first == 0x2F }
    guard bytes.starts(with: folder.bytes) else { return false }
    return bytes.count == folder.bytes.count || bytes[folder.bytes.count] == 0x2F
  }
}

extension FilePath: Comparable {
  /// Byte order, so that the order is the same on every machine and in every locale.
  package static func < (left: FilePath, right: FilePath) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}

extension FilePath: CustomStringConvertible {
  /// UTF-8 as it is; each byte that is not part of valid UTF-8 as `\xNN` (two capital hex digits).
  package var description: String {
    var text = ""
    var rest = bytes[...]
    while !rest.isEmpty {
      let length = Self.validScalarLength(rest)
      if length > 0 {
        text += String(decoding: rest.prefix(length), as: UTF8.self)
        rest = rest.dropFirst(length)
      } else {
        text += "\\x" + Self.hex(rest.removeFirst())
      }
    }
    return text
  }

  /// The length of the valid UTF-8 sequence that `bytes` starts with, or 0.
  private static func validScalarLength(_ bytes: ArraySlice<UInt8>) -> Int {
    guard let first = bytes.first else { return 0 }
    let length =
      switch first {
      case 0..<0x80: 1
      case 0xC2..<0xE0: 2
      case 0xE0..<0xF0: 3
      case 0xF0..<0xF5: 4
      default: 0
      }
    guard length > 0, bytes.count >= length else { return 0 }
    return String(validating: Array(bytes.prefix(length)), as: UTF8.self) == nil ? 0 : length
  }

  private static func hex(_ byte: UInt8) -> String { hexadecimal([byte]).uppercased() }
}

extension FilePath: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self.init(text)
    } else {
      self.init(bytes: try container.decode([UInt8].self))
    }
  }

  /// Writes valid UTF-8 as a string and anything else as an array of byte values: exact for every
  /// name, and readable for nearly all.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let text = String(validating: bytes, as: UTF8.self) {
      try container.encode(text)
    } else {
      try container.encode(bytes)
    }
  }
}
