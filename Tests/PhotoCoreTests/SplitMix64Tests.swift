import PhotoCore
import Testing

struct SplitMix64Tests {
  /// The first numbers of the authors' C program for this seed.
  @Test func `the numbers are those of the published generator`() {
    var numbers = SplitMix64(seed: 1_234_567)
    let first = (0..<5).map { _ in numbers.next() }
    #expect(
      first == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test func `a unit is at least 0 and below 1`() {
    var numbers = SplitMix64(seed: 3)
    let units = (0..<1000).map { _ in numbers.unit() }
    #expect(units.allSatisfy { (0..<1).contains($0) })
    #expect(abs(units.reduce(0, +) / 1000 - 0.5) < 0.05)
  }
}
