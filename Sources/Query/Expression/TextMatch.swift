/// How the terms `camera:` and `file:` look for a text: anywhere, in any case.
package enum TextMatch {
  /// Whether `text` holds `part`, after both are put into lower case (Unicode's, in no language).
  package static func text(_ text: String, holds part: String) -> Bool {
    let text = Array(text.lowercased().unicodeScalars)
    let part = Array(part.lowercased().unicodeScalars)
    guard part.count <= text.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
  }
}
