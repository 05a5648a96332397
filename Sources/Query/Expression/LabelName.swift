internal import Foundation

/// The name of a personal label: anything that a person may write, also the name of a class.
///
/// White space is that of a ``Name``; the rest is in Unicode's composed form (NFC), so that a name
/// typed on two systems is one. Two names are the same where their ``key`` is.
package struct LabelName: Hashable, Sendable, CustomStringConvertible {
  /// The most Unicode scalars of a name.
  package static let longest = 100

  /// The name as a term of the language.
  package let name: Name

  /// - Throws: ``LabelNameError``, a sentence for the user.
  package init(_ text: String) throws(LabelNameError) {
    let composed = text.precomposedStringWithCanonicalMapping
    guard let name = Name(rawValue: composed) else { throw .empty }
    guard !name.rawValue.unicodeScalars.contains(where: Self.isForbidden) else {
      throw .invisible
    }
    guard name.rawValue.unicodeScalars.count <= Self.longest else { throw .tooLong }
    self.name = name
  }

  /// The name as it is shown.
  package var description: String { name.rawValue }

  /// What names are compared by.
  package var key: String { Self.key(of: name) }

  /// What the name of a query is compared with labels by: its key in composed form.
  package static func key(of name: Name) -> String {
    name.key.precomposedStringWithCanonicalMapping
  }

  /// Control characters, and those that turn the direction of the text around them: a name must show
  /// what it is. Joiners stay, which emoji are made with.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control || (0x202A...0x202E).contains(scalar.value)
      || (0x2066...0x2069).contains(scalar.value)
  }
}

/// Why a text is no name of a label.
package enum LabelNameError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Nothing but white space.
  case empty
  /// More than ``LabelName/longest`` characters.
  case tooLong
  /// Characters that cannot be seen and change how others look.
  case invisible

  /// What is wrong, and what to do.
  package var description: String {
    switch self {
    case .empty: "Enter a name for the label, such as me."
    case .tooLong: "A label's name has at most \(LabelName.longest) characters. Shorten it."
    case .invisible:
      "A label's name cannot contain control characters or text direction marks. Remove them."
    }
  }
}
