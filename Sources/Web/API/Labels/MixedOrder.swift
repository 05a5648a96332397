/// Hits in an order in which those that follow each other lie far apart, so that whoever marks one after
/// the other sees all days and places by turns: photos of one moment teach a label little.
///
/// Steps of about the golden section of the count, round and round: the first photos are spread as evenly as
/// so many can be, whatever their number. The same hits have the same order.
struct MixedOrder {
  private let count: Int
  private let step: Int

  /// - Parameter count: how many hits there are.
  init(count: Int) {
    self.count = count
    var step = max(1, Int(Double(count) * 0.618_033_988_749_895))
    // Without a common divisor every hit comes once.
    while Self.commonDivisor(step, count) > 1 { step += 1 }
    self.step = step
  }

  /// Where the hits of these places stand in the usual order; fewer at the end.
  func places(_ range: Range<Int>) -> [Int] {
    range.clamped(to: 0..<count).map { place in
      Int((UInt64(place) * UInt64(step)) % UInt64(count))
    }
  }

  private static func commonDivisor(_ one: Int, _ other: Int) -> Int {
    other == 0 ? one : commonDivisor(other, one % other)
  }
}
