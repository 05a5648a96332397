internal import Geography
internal import PhotoCore
internal import Query

extension Segment {
  /// How far each of some photos is from a point, in metres; infinity without a position.
  func distances(_ ordinals: [Int], from centre: Coordinate) -> [Double] {
    ordinals.map { ordinal in
      placed.contains(ordinal)
        ? GreatCircle.distance(from: centre, to: position(UInt32(ordinal))) : .infinity
    }
  }

  /// ``ResultConfidence`` of every photo, by ordinal.
  func sureness(_ expression: ResolvedExpression) throws(NotYetAvailable) -> [Double] {
    switch expression {
    case .term(let term): return try sureness(term)
    case .not:
      let photos = try photos(expression)
      return (0..<count).map { photos.contains($0) ? 1 : 0 }
    case .and(let operands): return try combine(operands, from: 1, min)
    case .or(let operands): return try combine(operands, from: 0, max)
    }
  }

  private func combine(
    _ operands: [ResolvedExpression], from start: Double, _ choose: (Double, Double) -> Double
  ) throws(NotYetAvailable) -> [Double] {
    var result = [Double](repeating: start, count: count)
    for operand in operands {
      let values = try sureness(operand)
      for ordinal in 0..<count { result[ordinal] = choose(result[ordinal], values[ordinal]) }
    }
    return result
  }

  private func sureness(_ term: ResolvedTerm) throws(NotYetAvailable) -> [Double] {
    let photos = try photos(term)
    var result = [Double](repeating: 0, count: count)
    switch term.meaning {
    case .classes(let condition): addConfidences(condition, &result)
    case .label(let condition):
      labels.forEach(condition.label) { score in
        if photos.contains(Int(score.photo)) { result[Int(score.photo)] = score.probability }
      }
      return result
    case .similar(let cosines):
      for (id, cosine) in cosines {
        if let ordinal = ordinal(ofPhoto: id) { result[ordinal] = max(0, cosine) }
      }
      return result
    default: break
    }
    // Facts, and counts that no box takes part in, are sure.
    for ordinal in 0..<count {
      if !photos.contains(ordinal) {
        result[ordinal] = 0
      } else if result[ordinal] == 0 {
        result[ordinal] = 1
      }
    }
    return result
  }

  private func addConfidences(_ condition: ClassCondition, _ result: inout [Double]) {
    forEachBox(condition) { box in
      result[Int(box.photo)] = max(result[Int(box.photo)], box.confidence)
    }
    forEachScore(condition) { score in
      result[Int(score.photo)] = max(result[Int(score.photo)], score.probability)
    }
  }
}
