internal import Glibc

/// How much work leaves to others, as `nice` and Linux count it: 0 for an equal share, 19 for what
/// nobody else needs.
struct Niceness: Equatable {
  /// The variable is no whole number from 0 to 19. The text is its value.
  struct Malformed: Error, Equatable, CustomStringConvertible {
    let text: String

    /// One sentence, and what to do next.
    var description: String {
      "\(Niceness.variable) is \(text). Set it to a whole number from 0 to 19, or unset it."
    }
  }

  /// The environment variable that says how nice work in the background is.
  static let variable = "MERIDIAN_NICENESS"

  /// What `nice` does by default: about a tenth of the time of a process that competes.
  static let usual = Niceness(value: 10)

  /// 0...19.
  let value: Int32

  /// What the environment says; ``usual`` where it says nothing.
  static func configured() throws(Malformed) -> Niceness {
    try Niceness(getenv(variable).map { String(cString: $0) })
  }

  /// - Parameter text: the variable's value; nil or empty for ``usual``.
  init(_ text: String?) throws(Malformed) {
    guard let text, !text.isEmpty else {
      self = .usual
      return
    }
    guard let value = Int32(text), (0...19).contains(value) else { throw Malformed(text: text) }
    self.value = value
  }

  private init(value: Int32) { self.value = value }
}
