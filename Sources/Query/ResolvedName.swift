public import PhotoCore

/// What a name means: any of these.
public struct ResolvedName: Hashable, Sendable {
  /// Classes of any vocabulary; sorted, without repetitions.
  public let classes: [ClassReference]
  /// Lights; sorted, without repetitions.
  public let lights: [Light]
  /// The personal label of this name; nil where there is none.
  public let label: Name?

  /// Sorts, and removes repetitions.
  public init(
    classes: some Sequence<ClassReference>, lights: some Sequence<Light> = [], label: Name? = nil
  ) {
    self.classes = Set(classes).sorted()
    self.lights = Set(lights).sorted()
    self.label = label
  }

  /// Whether it means nothing at all.
  public var isEmpty: Bool { classes.isEmpty && lights.isEmpty && label == nil }

  /// What either means.
  func union(_ other: ResolvedName) -> ResolvedName {
    ResolvedName(
      classes: classes + other.classes, lights: lights + other.lights, label: label ?? other.label)
  }
}

/// A concept of the vocabulary with all that it means.
public struct Concept: Hashable, Sendable {
  /// The name that is shown.
  public let name: Name
  /// Further names.
  public let aliases: [Name]
  /// What it means: its own members, those of the concepts in it, and the classes of ``name``.
  public let meaning: ResolvedName
}

/// A member of a concept that the installed models do not know.
public struct UnknownMember: Hashable, Sendable {
  /// The member as it is written.
  public let text: String
  /// The concept's line in the vocabulary file, from 1.
  public let line: Int
  /// The nearest names, best first.
  public let suggestions: [String]
}
