package import Geography
package import PhotoCore

/// A query whose names are looked up: an evaluator has nothing left to ask but the photos.
package indirect enum ResolvedExpression: Hashable, Sendable {
  /// One condition.
  case term(ResolvedTerm)
  /// Everything but what the operand holds for: photos where something is unknown are included.
  case not(ResolvedExpression)
  /// All of the operands hold; two or more.
  case and([ResolvedExpression])
  /// At least one of the operands holds; two or more.
  case or([ResolvedExpression])

  /// All terms, in the order of the text.
  package var terms: [ResolvedTerm] {
    switch self {
    case .term(let term): [term]
    case .not(let operand): operand.terms
    case .and(let operands), .or(let operands): operands.flatMap(\.terms)
    }
  }

  /// Whether a photo's time decides: then undated photos may be left out, and are to be counted.
  package var asksForTime: Bool { terms.contains { $0.meaning.asksForTime } }

  /// Whether a photo's position decides: then photos without one may be left out, and are to be
  /// counted.
  package var asksForPosition: Bool { terms.contains { $0.meaning.asksForPosition } }
}

/// A term with its meaning.
package struct ResolvedTerm: Hashable, Sendable {
  /// The term as it was asked for: its canonical text and its ``Term/kind`` are for messages.
  package let source: Term
  /// What a photo must have.
  package let meaning: Meaning

  package init(source: Term, meaning: Meaning) {
    self.source = source
    self.meaning = meaning
  }

  /// What a photo must have for a term to hold.
  package enum Meaning: Hashable, Sendable {
    /// Boxes or scenes of some classes.
    case classes(ClassCondition)
    /// A time of capture in the interval. Undated photos have none.
    case taken(WallInterval)
    /// A time of capture in this month, on this weekday, in this hour. Undated photos have none.
    case calendar(CalendarTerm)
    /// A position at most `metres` from the centre, by ``GreatCircle/distance(from:to:)``.
    case near(centre: Coordinate, metres: Double)
    /// A position inside the area.
    case within(Polygon)
    /// A camera whose name holds the text; see ``TextMatch``.
    case camera(SearchText)
    /// A file name (the path, where the text has a slash) that holds the text; see ``TextMatch``.
    case file(SearchText)
    /// A position.
    case hasPosition
    /// A time of capture.
    case hasTime
    /// A warning.
    case hasWarning
    /// At least one box that counts.
    case hasObjects(Thresholds)
    /// At least one scene that counts.
    case hasScenes(Thresholds)
    /// Any of the lights.
    case light(Set<Light>)
    /// A place in any of these countries: two letters of ISO 3166-1.
    case country(Set<String>)
    /// A place in any of these regions.
    case region(Set<RegionReference>)
    /// Any of these places, by ``PhotoCore/Place/id``.
    case city(Set<Int64>)
    /// The personal label, at least that probable.
    case label(LabelCondition)
    /// The favourite mark.
    case favourite
    /// A rating; a photo without one has rating 0.
    case rating(NumberCondition)
    /// A look of the model of this name, whether it found something or nothing.
    case model(String)
    /// Likeness to a photo: row ids of the photos that are similar enough, with the cosine of their
    /// embeddings, −1...1.
    case similar([Int64: Double])

    var asksForTime: Bool {
      switch self {
      case .taken, .calendar, .light: true
      default: false
      }
    }

    var asksForPosition: Bool {
      switch self {
      case .near, .within, .country, .region, .city, .light: true
      default: false
      }
    }
  }
}

/// Boxes or scenes that a photo must have.
///
/// A box counts where its class is one of the classes, its confidence at least what ``least`` says for
/// that class, and its area at least ``minimumArea``. Without a ``count`` one box, or (where no area is
/// asked for) one scene that is sure enough, is enough; with one, the number of boxes is compared.
/// Several boxes of one thing count several times.
package struct ClassCondition: Hashable, Sendable {
  /// The classes, of any vocabulary; sorted, without repetitions; not empty.
  package let classes: [ClassReference]
  /// The least confidences of boxes and probabilities of scenes; nothing about other classes.
  package let least: Thresholds
  /// How many boxes; nil for at least one box or scene.
  package let count: NumberCondition?
  /// The least share of the picture that a box covers, 0...1; nil for any.
  package let minimumArea: Double?

  /// Takes the values; thresholds of other classes are left out.
  package init(
    classes: [ClassReference], least: Thresholds, count: NumberCondition? = nil,
    minimumArea: Double? = nil
  ) {
    self.classes = classes
    self.least = least.restricted(to: classes)
    self.count = count
    self.minimumArea = minimumArea
  }

  /// The classes of detectors.
  package var objectClasses: [ClassReference] { classes.filter { $0.task == .detection } }

  /// The classes of classifiers that can meet the condition: none where boxes are asked for.
  package var sceneClasses: [ClassReference] {
    guard count == nil, minimumArea == nil else { return [] }
    return classes.filter { $0.task == .classification }
  }
}
