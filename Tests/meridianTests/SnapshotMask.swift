import Fixtures
import Foundation

/// Takes out of a text what differs from run to run and from machine to machine.
struct SnapshotMask {
  /// Texts and what stands for them, longer ones first.
  let paths: [(text: String, name: String)]

  private static let patterns: [(pattern: String, name: String)] = [
    ("[0-9a-f]{64}", "SHA256"),
    // How often progress is told depends on how long it takes.
    ("(?m)^[A-Z][a-z]+ing [0-9]+ (of [0-9]+ )?files?, .*\n", ""),
    ("(?m)^\\{\"stage\":.*\n", ""),
    // The photos of the fixture are of 2014; every later time is that of the run.
    (
      "20(1[5-9]|[2-9][0-9])-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?(\\.[0-9]+)?Z?",
      "TIME"
    ),
    ("20(1[5-9]|[2-9][0-9])-[0-9]{2}-[0-9]{2}", "DAY"),
    ("[0-9.]+(e-[0-9]+)? (seconds|s)\\b", "N $2"),
    ("\"seconds\":[0-9.]+", "\"seconds\":N"),
    ("\"(modified|stored|made|changed)(_ms|_at)?\":[0-9]{10,}", "\"$1$2\":N"),
    // Encoded by libraries that come in versions.
    ("data:image/[a-z]+;base64,[A-Za-z0-9+/=]+", "data:PICTURE"),
  ]

  /// The text with names in the place of what varies.
  func masked(_ text: String) -> String {
    var text = text
    for (path, name) in paths { text = text.replacingOccurrences(of: path, with: name) }
    for (pattern, name) in Self.patterns {
      text = text.replacingOccurrences(of: pattern, with: name, options: .regularExpression)
    }
    return text
  }

  /// A table of checks without what each found on this machine: its name and whether it is good.
  static func verdicts(_ text: String) -> String {
    text.replacingOccurrences(
      of: "(?m)^((ok  |BAD ) [^:]+):.*$", with: "$1: …", options: .regularExpression)
  }
}
