import Testing

@testable import Web

/// The order in which photos are asked about that should not look alike.
struct MixedOrderTests {
  @Test(arguments: [0, 1, 2, 3, 7, 60, 144, 1000, 65_536])
  func `every hit comes once`(count: Int) {
    let places = MixedOrder(count: count).places(0..<count)
    #expect(places.sorted() == Array(0..<count))
  }

  @Test func `parts are those of the whole, and there is nothing behind the end`() {
    let order = MixedOrder(count: 60)
    let parts = [0..<25, 25..<50, 50..<75, 75..<90].flatMap { order.places($0) }
    #expect(parts == order.places(0..<60))
  }

  @Test func `ten in a row come from ten parts of the time`() {
    let order = MixedOrder(count: 1000)
    for start in stride(from: 0, to: 1000, by: 10) {
      let places = order.places(start..<start + 10).sorted()
      #expect(places.count == 10)
      let gaps = zip(places.dropFirst(), places).map { $0 - $1 }
      #expect(gaps.allSatisfy { $0 > 40 }, "\(places)")
    }
  }
}
