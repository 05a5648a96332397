package import PhotoCore

/// What a file's name says. The catalogue stores it with the photo but cannot read names itself.
package struct NameFacts: Hashable, Sendable {
  /// The date and time in the name; nil where there is none.
  package let time: WallTime?
  /// Whether ``time`` is UTC, as in the names of some phones, rather than local time.
  package let isUTC: Bool
  /// A text that sorts names as people do, 1, 2, 10.
  package let order: String

  /// Takes the values as they are.
  package init(time: WallTime?, isUTC: Bool = false, order: String) {
    self.time = time
    self.isUTC = isUTC
    self.order = order
  }
}
