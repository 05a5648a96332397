/// Examples in parts, each to be tested on a model trained on the others.
///
/// Groups are never split, so nothing is tested on a model that has seen its neighbour in a burst. Each side is spread as
/// evenly as whole groups allow.
package struct Folds: Hashable, Sendable {
  /// How many folds are made where there are groups enough. Five is usual: each training has 80 % of
  /// the examples (Kohavi, "A study of cross-validation and bootstrap", 1995, finds 5 to 20 good).
  package static let usualCount = 5

  /// The fold of each example, from 0.
  package let places: [Int]
  /// How many folds there are; 1 where the examples cannot be parted.
  package let count: Int

  /// Parts examples; the same seed parts them the same way.
  ///
  /// - Parameter count: the most folds. There are no more than either side has groups.
  package init(_ examples: [Example], count: Int = Folds.usualCount, seed: UInt64) {
    let groups = Self.groups(examples, seed: seed)
    let least = [true, false].map { side in
      groups.count { $0.contains { examples[$0].isYes == side } }
    }
    self.count = max(1, min(count, least.min() ?? 1))
    var tally = FoldCount(folds: self.count, examples)
    var places = Array(repeating: 0, count: examples.count)
    for group in groups {
      let fold = tally.take(group.map { examples[$0].isYes })
      for index in group { places[index] = fold }
    }
    self.places = places
  }

  /// The examples that a fold's training learns from.
  package func learned(without fold: Int) -> [Int] { places.indices.filter { places[$0] != fold } }

  /// The examples of a fold.
  package func members(of fold: Int) -> [Int] { places.indices.filter { places[$0] == fold } }

  /// Places of the examples of each group; large groups first, since they fit in fewer places.
  private static func groups(_ examples: [Example], seed: UInt64) -> [[Int]] {
    let members = Dictionary(grouping: examples.indices) { examples[$0].group }
    var generator = SeededGenerator(seed, 0x666f_6c64)
    let ordered = generator.shuffled(members.sorted { $0.key < $1.key }.map(\.value))
    return ordered.enumerated().sorted {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }.map(\.element)
  }

  /// How many of each side each fold has.
  private struct FoldCount {
    private let wanted: [Double]
    private var counts: [[Double]]

    init(folds: Int, _ examples: [Example]) {
      let yes = examples.count { $0.isYes }
      wanted = [yes, examples.count - yes].map { Double(max(1, $0)) / Double(folds) }
      counts = Array(repeating: [0, 0], count: folds)
    }

    /// Puts a group into the fold that then is nearest to an even part; of equal ones the first.
    mutating func take(_ sides: [Bool]) -> Int {
      let yes = Double(sides.count { $0 })
      let group = [yes, Double(sides.count) - yes]
      let costs = counts.map { fold in
        zip(zip(fold, group), wanted).reduce(0) { cost, side in
          let before = side.0.0 / side.1
          let after = (side.0.0 + side.0.1) / side.1
          return cost + after * after - before * before
        }
      }
      let best = costs.indices.min { costs[$0] < costs[$1] } ?? 0
      counts[best] = zip(counts[best], group).map(+)
      return best
    }
  }
}

/// What is held out to tell when to stop.
enum HoldOut {
  /// A fifth of the examples, both sides in proportion; empty where they cannot be parted.
  static func places(in examples: [Example], seed: UInt64) -> Set<Int> {
    let folds = Folds(examples, seed: seed)
    return folds.count == 1 ? [] : Set(folds.members(of: 0))
  }
}
