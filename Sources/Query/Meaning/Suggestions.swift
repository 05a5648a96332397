/// Finds the names that someone may have meant.
enum Suggestions {
  /// Longer names are not compared: nobody mistypes them, and comparing costs their square.
  private static let longestName = 60

  /// The names nearest to `name`, best first: those that begin with it, then those with few letters
  /// wrong, then those that hold it as a word.
  static func nearest(
    to name: String, among names: some Sequence<String>, limit: Int = 3
  ) -> [String] {
    let wanted = Array(name.lowercased().unicodeScalars)
    guard !wanted.isEmpty, wanted.count <= longestName else { return [] }
    let ranked = names.compactMap { candidate in
      rank(of: Array(candidate.lowercased().unicodeScalars), for: wanted).map { ($0, candidate) }
    }
    var seen: Set<String> = []
    return ranked.sorted { $0 < $1 }.map(\.1).filter { seen.insert($0).inserted }.prefix(limit)
      .map { $0 }
  }

  /// Lower is better; nil for a name that is too far off.
  private static func rank(of candidate: [Unicode.Scalar], for wanted: [Unicode.Scalar]) -> Int? {
    let allowed = max(1, wanted.count / 3)
    if abs(candidate.count - wanted.count) <= allowed, candidate.count <= longestName {
      let distance = editDistance(wanted, candidate)
      if distance <= allowed { return distance * 10 }
    }
    guard wanted.count >= 3 else { return nil }
    if candidate.starts(with: wanted) { return 15 }
    if wanted.starts(with: candidate), candidate.count >= 3 { return 25 }
    let words = candidate.split(separator: " ")
    return words.contains { $0.starts(with: wanted) } ? 35 : nil
  }

  /// How many letters must be inserted, removed, replaced or exchanged with their neighbour
  /// (optimal string alignment).
  static func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 1...left.count {
      var current = [row]
      for column in 1...right.count {
        let replaced = last[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1)
        var best = min(replaced, last[column] + 1, current[column - 1] + 1)
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          best = min(best, beforeLast[column - 2] + 1)
        }
        current.append(best)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
