internal import Foundation
internal import PhotoCore

/// ``SplitMix64`` for learners: a generator of its own for each combination of seeds, and what is drawn.
///
/// The standard library's `shuffle` and `random(in:)` may change how they use a generator, so those
/// that matter are here.
struct SeededGenerator {
  private var numbers: SplitMix64

  /// A generator of its own for each combination, such as seed, epoch and example.
  init(_ seeds: UInt64...) {
    var mixed: UInt64 = 0
    for seed in seeds {
      var numbers = SplitMix64(seed: mixed ^ seed)
      mixed = numbers.next()
    }
    numbers = SplitMix64(seed: mixed)
  }

  mutating func next() -> UInt64 { numbers.next() }

  /// Even from 0 up to, but without, 1.
  mutating func unit() -> Double { numbers.unit() }

  /// Even between two numbers.
  mutating func between(_ least: Double, _ most: Double) -> Double {
    least + (most - least) * unit()
  }

  /// A number below `count`, which must be above 0; even but for less than one in 2⁴⁰.
  mutating func below(_ count: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(count)).high)
  }

  /// Normally distributed, mean 0 and deviation 1 (Box and Muller).
  mutating func normal() -> Double {
    let radius = (-2 * log(1 - unit())).squareRoot()
    return radius * cos(2 * .pi * unit())
  }

  /// The elements in an order of chance (Fisher and Yates).
  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var result = elements
    for last in result.indices.dropFirst().reversed() {
      result.swapAt(last, below(last + 1))
    }
    return result
  }
}
