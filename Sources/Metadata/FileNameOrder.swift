package import PhotoCore

/// The order of file names in which people count: 1, 2, 10.
package enum FileNameOrder {
  /// A text whose plain comparison, byte by byte, sorts names naturally: letters in lower case, each
  /// number without its leading zeros and behind a letter for the count of its digits.
  ///
  /// Only the name counts, not its folder. Names that differ in capitals or leading zeros alone have
  /// the same key: nothing says which comes first.
  package static func key(for name: FilePath) -> String {
    var key = ""
    var digits = ""
    for character in name.name.description.lowercased() {
      if character.isDigit {
        digits.append(character)
      } else {
        key += number(digits)
        digits = ""
        key.append(character)
      }
    }
    return key + number(digits)
  }

  /// `A` for no digit but zeros, `B` for one, `C` for two: longer numbers are larger ones. Beyond
  /// 24 digits a `Z` each, so that the order still holds.
  private static func number(_ digits: String) -> String {
    guard !digits.isEmpty else { return "" }
    let significant = digits.drop { $0 == "0" }
    let (full, rest) = significant.count.quotientAndRemainder(dividingBy: 25)
    let letter = UnicodeScalar(UInt8(65 + rest))
    return "0" + String(repeating: "Z", count: full) + "\(letter)\(significant)"
  }
}
