internal import Foundation

/// What the head of a server's last answer says.
struct ResponseHead: Hashable {
  /// The server's word for this version of the file (a strong ETag); nil for none.
  let version: String?
  /// Bytes that will come; nil where the server does not say.
  let length: Int64?

  /// - Parameter path: a file with the heads of all answers, those of redirections first.
  init(path: String) {
    let data = FileManager.default.contents(atPath: path)?.prefix(1 << 16) ?? Data()
    self.init(text: String(decoding: data, as: UTF8.self))
  }

  init(text: String) {
    let lines = text.split(whereSeparator: \.isNewline)
    let last = lines.lastIndex { $0.hasPrefix("HTTP/") } ?? lines.endIndex
    var fields: [String: String] = [:]
    for line in lines[last...].dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      fields[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
    }
    length = fields["content-length"].flatMap(Int64.init)
    // Weak ones (W/"…") promise less than equal bytes.
    version = fields["etag"].flatMap { tag in
      tag.hasPrefix("\"") && tag.count <= 200 && tag.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
        ? tag : nil
    }
  }
}
