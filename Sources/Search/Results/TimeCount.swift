/// When photos were taken, by the camera's wall clock.
struct TimeCount: Sendable {
  var days: [CalendarDay: Int] = [:]
  /// Day of the week × 24 + hour, Monday first.
  var hoursOfWeek = [Int](repeating: 0, count: 168)
  /// Milliseconds of the wall clock; nil without a dated photo.
  var first, last: Int64?

  mutating func add(_ other: TimeCount) {
    days.merge(other.days, uniquingKeysWith: +)
    for number in hoursOfWeek.indices { hoursOfWeek[number] += other.hoursOfWeek[number] }
    first = [first, other.first].compactMap { $0 }.min()
    last = [last, other.last].compactMap { $0 }.max()
  }
}

extension Segment {
  /// The times of the dated ones among some photos of the segment.
  func times(of hits: Bitmap) -> TimeCount {
    let parts = HalvedCount.parts(of: datedCount) { ordinals in
      // Whole words belong to the part in which they begin.
      times(of: hits, inWords: (ordinals.lowerBound + 63) / 64..<(ordinals.upperBound + 63) / 64)
    }
    return parts.reduce(into: TimeCount()) { $0.add($1) }
  }

  private func times(of hits: Bitmap, inWords words: Range<Int>) -> TimeCount {
    var times = TimeCount()
    // Photos of a day mostly follow each other.
    var day = CalendarDay(0)
    var count = 0
    var first = Int64.max
    var last = Int64.min
    walls.withUnsafeBufferPointer { walls in
      hits.forEach(inWords: words) { ordinal in
        guard ordinal < datedCount else { return }
        let wall = walls[ordinal]
        first = min(first, wall)
        last = max(last, wall)
        times.hoursOfWeek[Int(hoursOfWeek[ordinal])] += 1
        let own = CalendarDay(wall)
        if own != day {
          if count > 0 { times.days[day, default: 0] += count }
          day = own
          count = 0
        }
        count += 1
      }
    }
    guard first <= last else { return times }
    times.days[day, default: 0] += count
    times.first = first
    times.last = last
    return times
  }
}
