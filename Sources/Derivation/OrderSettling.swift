/// Where photos without a UTC offset stand among those with one.
///
/// Each takes over, for its place in the order only, the offset of the photo nearest in time by the
/// wall clock that knows its own, at most two days away; else none. So the pictures of a camera stand
/// rightly between those of a phone on the same trip. A function of the photos alone, whatever order
/// they came in.
package struct OrderSettling {
  /// Farther apart than this, two photos need not be of the same zone: two days in milliseconds.
  private static let farthestNeighbour: Int64 = 2 * 86_400_000

  private var unknown: [Unknown] = []
  private var known: [Known] = []

  private struct Unknown {
    let id, wall: Int64
    let order: Int64?
    /// How many of the known ones came before.
    let knownBefore: Int
  }

  private struct Known {
    let wall, offset: Int64
  }

  /// No photos yet.
  package init() {}

  /// Adds a photo; they come by their wall clocks, earliest first.
  ///
  /// - Parameters:
  ///   - id: what ``changes()`` calls it by.
  ///   - wall: the wall clock, in milliseconds.
  ///   - offset: minutes ahead of UTC; nil where unknown.
  ///   - order: the instant that it is ordered by so far; nil for none.
  package mutating func add(id: Int64, wall: Int64, offset: Int64?, order: Int64?) {
    if let offset {
      known.append(Known(wall: wall, offset: offset))
    } else {
      unknown.append(Unknown(id: id, wall: wall, order: order, knownBefore: known.count))
    }
  }

  /// The photos that are to stand elsewhere, with the instants to order them by, in milliseconds
  /// since 1970 UTC.
  package func changes() -> [(id: Int64, order: Int64)] {
    unknown.compactMap { photo in
      let order = photo.wall - offset(near: photo) * 60_000
      return order == photo.order ? nil : (photo.id, order)
    }
  }

  private func offset(near photo: Unknown) -> Int64 {
    let around = [photo.knownBefore - 1, photo.knownBefore].filter { known.indices.contains($0) }
    // Of two as near, the earlier.
    let nearest = around.map { known[$0] }
      .min { abs($0.wall - photo.wall) < abs($1.wall - photo.wall) }
    guard let nearest, abs(nearest.wall - photo.wall) <= Self.farthestNeighbour else { return 0 }
    return nearest.offset
  }
}
