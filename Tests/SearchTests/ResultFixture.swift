import Catalog
import Fixtures
import Geography
import PhotoCore
import Query
import Search
import Testing

/// A catalogue whose index has changed photos beside its base, some photos turned, and what several
/// queries find in it: once by the index, once as whole photos.
struct ResultFixture {
  private(set) var world: RandomCatalogue
  let index: SearchIndex

  /// Photos in the base, and photos that were changed or added since.
  init(seed: UInt64, photos: Int = 300, later: Int = 60) throws {
    world = try RandomCatalogue(seed: seed)
    try world.add(photos, folder: "a")
    try world.turn(photos / 4)
    index = try SearchIndex(world.catalogue, world.scheme)
    guard later > 0 else { return }
    try world.add(later, folder: "later")
    try world.turn(later)
    try world.mark(later / 3)
    #expect(try index.refresh())
  }

  static let texts = [
    "", "2014", "has:gps", "not has:gps", "person", "beach or near:Cusco,3000km", "not has:time",
    "2012", "light:night or hour:22..2", "file:zz",
  ]

  static let orders: [ResultOrder] =
    [.oldestFirst, .newestFirst, .surestFirst]
    + [Coordinate(latitude: 10, longitude: 179)].compactMap { $0 }.map { .nearestFirst($0) }

  /// What a query finds, in an order.
  struct Found {
    let result: SearchResult
    let photos: [PhotoRecord]
    let text: String
    let order: ResultOrder

    /// For messages.
    var label: String { "“\(text)” \(order)" }
    /// Whether the order is one of time: without a query nothing is surer than anything else.
    var isByTime: Bool {
      switch order {
      case .oldestFirst, .newestFirst: true
      case .surestFirst: text.isEmpty
      case .nearestFirst: false
      }
    }
  }

  /// What every query finds in every order.
  func results() throws -> [Found] {
    try Self.texts.flatMap { text in
      let expression = try text.isEmpty ? nil : resolve(text)
      return try Self.orders.map { order in
        let ids = try world.catalogue.search.hits(expression, order: order).ids
        return Found(
          result: try index.search(expression, order: order),
          photos: try world.catalogue.photos.records(ids), text: text, order: order)
      }
    }
  }

  /// Turns all photos alike.
  mutating func turnAll(_ turn: PhotoTurn) throws {
    for id in try world.catalogue.search.hits(nil).ids {
      _ = try world.catalogue.photos.setTurn(turn, of: id)
    }
  }

  private func resolve(_ text: String) throws -> ResolvedExpression {
    let parsed = try QueryParser.parseKeepingOffsets(text)
    return try world.lexicon.resolve(parsed, thresholds: world.thresholds)
  }
}
