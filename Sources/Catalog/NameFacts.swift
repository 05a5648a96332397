public import PhotoCore

/// What a file's name says. The catalogue stores it with the photo but cannot read names itself.
public struct NameFacts: Hashable, Sendable {
  /// The date and time in the name; nil where there is none.
  public let time: WallTime?
  /// A text that sorts names as people do, 1, 2, 10.
  public let order: String

  /// Takes the values as they are.
  public init(time: WallTime?, order: String) {
    self.time = time
    self.order = order
  }
}
