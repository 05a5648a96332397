package import PhotoCore

/// What a browser calls a file, made into a name that is safe in a folder.
///
/// Looks at single code points: a slash or dot that is followed by a combining mark is one character
/// with it for Swift, and still a slash or dot for the file system.
package enum UploadName {
  /// The longest name in bytes: what file systems take, less room for a number.
  static let longest = 200
  /// The longest ending in bytes that is kept when a name is cut, with its dot.
  private static let longestEnding = 16

  /// The last part of `text` without control characters, slashes and dots in front; `photo` where
  /// nothing is left. A date in the name and its ending survive.
  package static func safe(_ text: String) -> FilePath {
    let scalars = text.unicodeScalars
    let last = scalars.split { $0 == "/" || $0 == "\\" }.last
    let shown = (last ?? scalars[scalars.endIndex...]).filter { !isLineBreakOrControl($0) }
    let visible = shown.drop { $0 == "." || $0.properties.isWhitespace }
    return FilePath(visible.isEmpty ? "photo" : shortened(visible))
  }

  private static func isLineBreakOrControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  /// Cut before the ending.
  private static func shortened(_ name: Substring.UnicodeScalarView) -> String {
    let whole = String(name)
    guard whole.utf8.count > longest else { return whole }
    let ending = name.lastIndex(of: ".").map { String(name[$0...]) } ?? ""
    let kept = ending.utf8.count <= longestEnding ? ending : ""
    var stem = ""
    for scalar in name {
      guard stem.utf8.count + scalar.utf8.count + kept.utf8.count <= longest else { break }
      stem.unicodeScalars.append(scalar)
    }
    return stem + kept
  }
}
