internal import PhotoCore

/// What a grid needs to know of all hits before it shows any: how many belong to each day, and the
/// shape of each.
package struct GridLayout: Sendable {
  /// Runs of hits of one day by the camera's wall clock (`2014-06-12`; nil for the undated), in the
  /// order of the result. The order follows instants, so that a day may come twice where time zones
  /// meet. A result that is ordered by something else than time has one section without a day.
  package let sections: [(day: String?, count: Int)]
  /// The shape of each hit as it is shown, turned: width / height is 2^((byte − 128) / 42).
  package let aspects: [UInt8]
}

extension SearchResult {
  /// The layout of all hits.
  package func layout() -> GridLayout {
    let segments = state.segments
    let places = places()
    let aspects = places.map { segments[$0.segment].aspects[$0.ordinal] }
    guard ranked == nil else {
      return GridLayout(sections: count > 0 ? [(nil, count)] : [], aspects: aspects)
    }
    var runs: [(day: CalendarDay?, count: Int)] = []
    for place in places {
      let segment = segments[place.segment]
      let wall = place.ordinal < segment.datedCount ? segment.walls[place.ordinal] : nil
      if let last = runs.last, wall.map({ last.day?.holds($0) == true }) ?? (last.day == nil) {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((wall.map { CalendarDay($0) }, 1))
      }
    }
    return GridLayout(sections: runs.map { ($0.day?.text, $0.count) }, aspects: aspects)
  }
}

/// A day of the wall clock.
struct CalendarDay: Hashable, Sendable, Comparable {
  /// Days since January 1, 1970.
  let number: Int64

  static let milliseconds: Int64 = 86_400_000

  /// The day in which a moment of the wall clock lies.
  @inline(__always)
  init(_ wall: Int64) {
    let (quotient, remainder) = wall.quotientAndRemainder(dividingBy: Self.milliseconds)
    number = remainder < 0 ? quotient - 1 : quotient
  }

  @inline(__always)
  func holds(_ wall: Int64) -> Bool { CalendarDay(wall) == self }

  /// `2014-06-12`.
  var text: String {
    let midnight = WallTime(milliseconds: number * Self.milliseconds)
    return String(midnight.description.prefix { $0 != "T" })
  }

  static func < (left: CalendarDay, right: CalendarDay) -> Bool { left.number < right.number }
}
