package import PhotoCore

/// What a name means: any of these.
package struct ResolvedName: Hashable, Sendable {
  /// Classes of any vocabulary; sorted, without repetitions.
  package let classes: [ClassReference]
  /// Lights; sorted, without repetitions.
  package let lights: [Light]
  /// The personal label of this name; nil where there is none.
  package let label: Name?

  /// Sorts, and removes repetitions.
  package init(
    classes: some Sequence<ClassReference>, lights: some Sequence<Light> = [], label: Name? = nil
  ) {
    self.classes = Set(classes).sorted()
    self.lights = Set(lights).sorted()
    self.label = label
  }

  /// Whether it means nothing at all.
  package var isEmpty: Bool { classes.isEmpty && lights.isEmpty && label == nil }

  /// What either means.
  func union(_ other: ResolvedName) -> ResolvedName {
    ResolvedName(
      classes: classes + other.classes, lights: lights + other.lights, label: label ?? other.label)
  }
}

/// A concept of the vocabulary with all that it means.
package struct Concept: Hashable, Sendable {
  /// The name that is shown.
  package let name: Name
  /// Further names.
  package let aliases: [Name]
  /// What it means: its own members, those of the concepts in it, and the classes of ``name``.
  package let meaning: ResolvedName
}

/// A member of a concept that the installed models do not know.
package struct UnknownMember: Hashable, Sendable {
  /// The member as it is written.
  package let text: String
  /// The concept's line in the vocabulary file, from 1.
  package let line: Int
  /// The nearest names, best first.
  package let suggestions: [String]
}
