internal import Foundation

/// Random numbers that are the same for the same seed, on any machine and with any version of Swift:
/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
///
/// The standard library's `shuffle` and `random(in:)` may change how they use a generator, so those
/// that matter are here.
struct SeededGenerator {
  private var state: UInt64

  /// A generator of its own for each combination, such as seed, epoch and example.
  init(_ seeds: UInt64...) {
    state = 0
    for seed in seeds {
      state ^= seed
      state = next()
    }
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }

  /// Even from 0 up to, but without, 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

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
