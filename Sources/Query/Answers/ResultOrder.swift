package import PhotoCore

/// The order of a result. Photos that are equal in it follow each other chronologically.
package enum ResultOrder: Hashable, Sendable {
  /// Chronological: the dated by instant, name and hash, then the undated by their files' times.
  case oldestFirst
  /// The dated in reverse, then the undated in reverse.
  case newestFirst
  /// By distance from a point; photos without a position come last.
  case nearestFirst(Coordinate)
  /// By how sure the networks are of what was asked for; see ``ResultConfidence``.
  case surestFirst
}

/// How sure the networks are that a photo is what a query asks for, 0...1.
///
/// A term about classes is as sure as the surest box or scene that counts, one about a label as
/// probable as that, one about likeness as sure as the cosine; any other term, and everything that was to be absent, is a fact: 1. Of terms joined
/// by `and` the least sure speaks, of terms joined by `or` the surest that holds.
package enum ResultConfidence {
  /// The sureness of `photo`, for which the query holds; 0 for another.
  package static func of(
    _ expression: ResolvedExpression, _ photo: PhotoRecord
  ) throws(NotYetAvailable) -> Double {
    switch expression {
    case .term(let term): return try of(term, photo)
    case .not: return try ReferenceEvaluator.matches(expression, photo) ? 1 : 0
    case .and(let operands):
      var least = 1.0
      for operand in operands { least = min(least, try of(operand, photo)) }
      return least
    case .or(let operands):
      var best = 0.0
      for operand in operands { best = max(best, try of(operand, photo)) }
      return best
    }
  }

  private static func of(
    _ term: ResolvedTerm, _ photo: PhotoRecord
  ) throws(NotYetAvailable) -> Double {
    guard try ReferenceEvaluator.holds(term, for: photo) else { return 0 }
    switch term.meaning {
    case .classes(let condition):
      let boxes = condition.boxes(of: photo).map(\.confidence)
      // A count may be met by no box at all: then its absence is the fact.
      return (boxes + condition.scenes(of: photo).map(\.probability)).max() ?? 1
    case .label(let condition): return photo.score(of: condition)?.probability ?? 0
    case .similar(let photos): return max(0, photos[photo.id] ?? 0)
    default: return 1
    }
  }
}

extension ResolvedExpression {
  /// The centre from which `nearest first` measures: that of the first `near:` term that is not
  /// negated; nil for none.
  package var centre: Coordinate? {
    switch self {
    case .term(let term):
      if case .near(let centre, _) = term.meaning { centre } else { nil }
    case .not: nil
    case .and(let operands), .or(let operands): operands.lazy.compactMap(\.centre).first
    }
  }
}
