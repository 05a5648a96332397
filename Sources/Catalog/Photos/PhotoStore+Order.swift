internal import GRDB

/// Where photos without a UTC offset stand among those with one.
extension CatalogDatabase {
  /// Farther apart than this, two photos need not be of the same zone: two days in milliseconds.
  private static let farthestNeighbour: Int64 = 2 * 86_400_000

  /// Lets each photo whose UTC offset is unknown take over, for its place in the order only, the
  /// offset of the photo nearest in time by the wall clock that knows its own, at most two days
  /// away; else none.
  ///
  /// So the pictures of a camera stand rightly between those of a phone on the same trip. A function
  /// of the photos alone, whatever order they came in. Runs at the end of an import and of a
  /// correction; costs one pass over the photos' times, and nothing where no photo has changed since
  /// the last. A run that was killed before leaves it to the next one.
  package func settleOrder() throws {
    try write { db in
      guard try Self.setting(.settledVersion, db) != String(try Self.version(db)) else { return }
      var settling = Settling()
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT id, taken_wall_ms, utc_offset_minutes, order_ms FROM photo
          WHERE taken_wall_ms IS NOT NULL ORDER BY taken_wall_ms, id
          """)
      while let row = try rows.next() {
        settling.add(id: row[0], wall: row[1], offset: row[2], order: row[3])
      }
      for (id, order) in settling.changes() {
        try db.cachedStatement(sql: "UPDATE photo SET order_ms = ? WHERE id = ?")
          .execute(arguments: [order, id])
      }
      try Self.set(.settledVersion, to: String(try Self.version(db)), db)
    }
  }

  private struct Settling {
    private var unknown: [(id: Int64, wall: Int64, order: Int64?, before: Known?)] = []
    private var known: [Known] = []
    private var nextKnown: [Int] = []

    struct Known {
      let wall: Int64
      let offset: Int64
    }

    mutating func add(id: Int64, wall: Int64, offset: Int64?, order: Int64?) {
      if let offset {
        known.append(Known(wall: wall, offset: offset))
      } else {
        unknown.append((id, wall, order, known.last))
        nextKnown.append(known.count)
      }
    }

    func changes() -> [(Int64, Int64)] {
      zip(unknown, nextKnown).compactMap { photo, next in
        let candidates = [photo.before, next < known.count ? known[next] : nil].compactMap { $0 }
        // Of two as near, the earlier.
        let nearest = candidates.min { abs($0.wall - photo.wall) < abs($1.wall - photo.wall) }
        let near = nearest.map { abs($0.wall - photo.wall) <= farthestNeighbour } ?? false
        let order = photo.wall - (near ? nearest?.offset ?? 0 : 0) * 60_000
        return order == photo.order ? nil : (photo.id, order)
      }
    }
  }
}
