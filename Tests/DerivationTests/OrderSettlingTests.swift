import Derivation
import Testing

/// Which offset a photo without one takes over for its place in the order.
struct OrderSettlingTests {
  private static let hour = 3_600_000 as Int64

  /// The instants, in hours, that photos are given; each photo is a wall clock in hours and an offset in
  /// hours, by their wall clocks.
  private func settled(_ photos: [(wall: Int64, offset: Int64?)]) -> [Int64: Int64] {
    var settling = OrderSettling()
    for (id, photo) in photos.enumerated() {
      settling.add(
        id: Int64(id), wall: photo.wall * Self.hour, offset: photo.offset.map { $0 * 60 },
        order: nil)
    }
    return Dictionary(
      uniqueKeysWithValues: settling.changes().map { ($0.id, $0.order / Self.hour) })
  }

  @Test func `the nearest photo that knows its offset lends it, before or after`() {
    #expect(settled([(0, 2), (3, nil), (10, -5)]) == [1: 1])
    #expect(settled([(0, 2), (8, nil), (10, -5)]) == [1: 13])
    #expect(settled([(8, nil), (10, -5)]) == [0: 13])
  }

  @Test func `of two as near the earlier lends its offset`() {
    #expect(settled([(0, 2), (5, nil), (10, -5)]) == [1: 3])
  }

  @Test func `beyond two days nobody lends an offset`() {
    #expect(settled([(0, 2), (48, nil)]) == [1: 46])
    #expect(settled([(0, 2), (49, nil)]) == [1: 49])
    #expect(settled([(7, nil)]) == [0: 7])
  }

  @Test func `photos without an offset lend none to each other`() {
    #expect(settled([(0, 2), (40, nil), (60, nil)]) == [1: 38, 2: 60])
  }

  @Test func `a photo that stands where it should is left alone`() {
    var settling = OrderSettling()
    settling.add(id: 1, wall: 0, offset: 60, order: -Self.hour)
    settling.add(id: 2, wall: 5 * Self.hour, offset: nil, order: 4 * Self.hour)
    #expect(settling.changes().isEmpty)
  }
}
