public import PhotoCore

/// What a browser calls a file, made into a name that is safe in a folder.
public enum UploadName {
  /// The longest name in bytes: what file systems take, less room for a number.
  static let longest = 200

  /// The last part of `text` without control characters, slashes and dots in front; `photo` where
  /// nothing is left. A date in the name and its ending survive.
  public static func safe(_ text: String) -> FilePath {
    let last = text.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
    var scalars = String.UnicodeScalarView()
    for scalar in last.unicodeScalars
    where scalar.properties.generalCategory != .control && scalar.value != 0x2028
      && scalar.value != 0x2029
    {
      scalars.append(scalar)
    }
    let visible = String(scalars).drop { $0 == "." || $0.isWhitespace }
    let name = shortened(String(visible))
    return FilePath(name.isEmpty ? "photo" : name)
  }

  /// Cut before the ending, between characters.
  private static func shortened(_ name: String) -> String {
    guard name.utf8.count > longest else { return name }
    let ending = name.lastIndex(of: ".").map { String(name[$0...]) } ?? ""
    let kept = ending.utf8.count <= 16 ? ending : ""
    var stem = name.dropLast(kept.count)
    while stem.utf8.count + kept.utf8.count > longest { stem = stem.dropLast() }
    return stem + kept
  }
}
