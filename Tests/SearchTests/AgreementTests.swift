import Catalog
import Derivation
import Dispatch
import Fixtures
import Foundation
import Geography
import PhotoCore
import Query
import Search
import Synchronization
import Testing

/// The index, SQLite and the plain statement of the meaning answer every query alike: which photos,
/// in which order, with which facets.
struct AgreementTests {
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `index, SQL and reference agree on random queries`(seed: UInt64) throws {
    var world = try RandomCatalogue(seed: seed)
    for name in ["a", "B", "c"] { try world.add(60, folder: name) }
    if seed > 1 { try world.chooseSpeakers() }
    let index = try SearchIndex(world.catalogue, world.scheme)
    let all = try chronological(world.catalogue)
    var found = 0
    for number in 0..<120 { found += try compare(&world, index, all, depth: number % 4) }
    #expect(found > 2000, "queries that find nothing prove nothing")
  }

  @Test func `an index that follows changes agrees as one that is loaded anew`() throws {
    var world = try RandomCatalogue(seed: 77)
    try world.add(100, folder: "a")
    let index = try SearchIndex(world.catalogue, world.scheme)
    for round in 0..<6 {
      try world.add(25, folder: "more\(round)")
      try world.mark(12)
      try world.judge(5)
      try correct(&world, round)
      try world.lookAgain(12)
      if round % 2 == 0 { try world.chooseSpeakers() }
      #expect(try index.refresh())
      #expect(try !index.refresh(), "nothing has changed since")
      let all = try chronological(world.catalogue)
      #expect(index.count == all.count)
      for number in 0..<30 { try compare(&world, index, all, depth: number % 4) }
    }
  }

  @Test func `an index that is loaded and refreshed amid writes is always of one moment`() throws {
    var world = try RandomCatalogue(seed: 9)
    try world.add(150, folder: "a")
    let catalogue = world.catalogue
    let ids = try catalogue.search.hits(nil).ids
    let camera = Camera(make: "NIKON", model: "D90")
    let isDone = DispatchSemaphore(value: 0)
    let written = Mutex(0)
    // Each change marks a photo and moves others, so that a mixture of two moments would show.
    DispatchQueue.global().async {
      for round in 0..<60 {
        let id = ids[round % ids.count]
        let marked = try? catalogue.marks.setFavourite(round % 3 != 0, of: [id], at: 1)
        let shift = ClockShift(camera: camera, milliseconds: 60_000, from: nil, before: nil)
        let change = try? catalogue.changes.add(shift, summary: "", at: 1)
        if round % 2 == 0, let change { _ = try? catalogue.changes.undo(change.id) }
        if marked != nil, change != nil { written.withLock { $0 += 1 } }
      }
      isDone.signal()
    }
    var index = try SearchIndex(catalogue, world.scheme)
    var rounds = 0
    while isDone.wait(timeout: .now()) == .timedOut {
      rounds += 1
      if rounds % 5 == 0 {
        index = try SearchIndex(catalogue, world.scheme)
      } else {
        try index.refresh()
      }
      let found = try index.search(nil)
      #expect(Set(found.allIDs()) == Set(ids) && found.count == ids.count)
    }
    try index.refresh()
    #expect(written.withLock { $0 } == 60 && rounds > 3)
    #expect(try index.search(nil).allIDs() == catalogue.search.hits(nil).ids)
    #expect(try index.search(nil).facets() == catalogue.search.facets(nil, world.scheme))
  }

  /// Corrects clocks and positions, and takes some corrections back.
  private func correct(_ world: inout RandomCatalogue, _ round: Int) throws {
    let catalogue = world.catalogue
    _ = try catalogue.changes.add(
      ClockShift(
        camera: Camera(make: "NIKON", model: "D90"), milliseconds: Int64(round + 1) * 3_600_000,
        from: nil, before: nil), summary: "test", at: 1)
    let ids = try catalogue.search.hits(nil).ids.prefix(10)
    _ = try catalogue.changes.give(
      ids.compactMap { id in
        Coordinate(latitude: Double(round), longitude: 100).map {
          GivenPosition(photo: id, position: Position(coordinate: $0, source: .gpx))
        }
      }, summary: "test", at: 1)
    if round > 2, let first = try catalogue.changes.all().first {
      _ = try catalogue.changes.undo(first.id)
    }
  }

  /// - Returns: how many photos were found.
  @discardableResult private func compare(
    _ world: inout RandomCatalogue, _ index: SearchIndex, _ all: [PhotoRecord], depth: Int
  ) throws -> Int {
    let text = world.query(depth: depth)
    guard let expression = try resolve(text, world) else { return 0 }
    let expected = try all.filter { try ReferenceEvaluator.matches(expression, $0) }
    let sql = try world.catalogue.search.hits(expression)
    let result = try index.search(expression)
    let ids = expected.map(\.id)
    #expect(sql.ids == ids, "SQL: \(text)")
    #expect(result.allIDs() == ids, "index: \(text)")
    #expect(result.count == ids.count)
    #expect(result.undated == sql.undated && result.unplaced == sql.unplaced, "\(text)")
    let facets = ReferenceEvaluator.facets(of: expected, world.scheme)
    #expect(
      try world.catalogue.search.facets(expression, world.scheme) == facets, "SQL facets: \(text)")
    #expect(result.facets() == facets, "index facets: \(text)")
    try compareOrders(&world, index, expression, expected, text)
    return ids.count
  }

  /// - Returns: nil for the name of a photo that was not drawn, or twice, and for an area that is none.
  private func resolve(_ text: String, _ world: RandomCatalogue) throws -> ResolvedExpression? {
    do {
      let parsed = try QueryParser.parseKeepingOffsets(text)
      return try world.lexicon.resolve(parsed, thresholds: world.thresholds)
    } catch let error as QueryError {
      switch error.problem {
      case .unknownPhoto, .area: return nil
      default: throw error
      }
    }
  }

  private func compareOrders(
    _ world: inout RandomCatalogue, _ index: SearchIndex, _ expression: ResolvedExpression,
    _ expected: [PhotoRecord], _ text: String
  ) throws {
    let ids = expected.map(\.id)
    // A page of the list is that part of the list.
    let start = world.int(0...max(0, ids.count))
    let end = min(ids.count, start + world.int(0...20))
    #expect(try index.search(expression).ids(start..<end) == Array(ids[start..<end]), "\(text)")
    let newest =
      expected.filter { $0.taken != nil }.reversed()
      + expected.filter { $0.taken == nil }.reversed()
    var orders: [(ResultOrder, [Int64])] = [(.newestFirst, newest.map(\.id))]
    let sureness = try expected.map { try ResultConfidence.of(expression, $0) }
    orders.append(
      (
        .surestFirst,
        ids.indices.sorted { (-sureness[$0], $0) < (-sureness[$1], $1) }.map { ids[$0] }
      ))
    if let centre = Coordinate(latitude: 10, longitude: 179) {
      let distances = expected.map { photo in
        photo.position.map { GreatCircle.distance(from: centre, to: $0.coordinate) } ?? .infinity
      }
      orders.append(
        (
          .nearestFirst(centre),
          ids.indices.sorted { (distances[$0], $0) < (distances[$1], $1) }.map { ids[$0] }
        ))
    }
    for (order, wanted) in orders {
      #expect(
        try world.catalogue.search.hits(expression, order: order).ids == wanted,
        "SQL \(order) \(text)")
      let result = try index.search(expression, order: order)
      #expect(result.allIDs() == wanted, "index \(order) \(text)")
      #expect(result.ids(start..<end) == Array(wanted[start..<end]), "index page \(order) \(text)")
    }
  }

  /// All photos, ordered by what the order is said to be.
  private func chronological(_ catalogue: CatalogDatabase) throws -> [PhotoRecord] {
    var modified: [Int64: Int64] = [:]
    try catalogue.search.feed { feed in
      try feed.forEachPhoto { if !$0.isDated { modified[$0.id] = $0.key } }
    }
    let photos = try catalogue.photos.records(try catalogue.search.hits(nil).ids.sorted())
    return photos.sorted { left, right in
      key(left, modified) < key(right, modified)
    }
  }

  /// Years after the last photo: what names say is believed.
  private static let present = WallTime(milliseconds: 2_000_000_000_000)

  private func key(
    _ photo: PhotoRecord, _ modified: [Int64: Int64]
  ) -> (Int, Int64, String, String) {
    let name = NameFacts(ofPhotoAt: [photo.path.name], now: Self.present).order
    guard let instant = photo.orderInstant else {
      return (1, modified[photo.id] ?? 0, name, photo.sha256.hex)
    }
    return (0, instant, name, photo.sha256.hex)
  }
}
