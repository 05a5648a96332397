internal import Foundation
package import PhotoCore

/// Where someone was, and when: the points of a GPS receiver.
package struct Track: Hashable, Sendable {
  /// One reading.
  package struct Point: Hashable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    package let utcMilliseconds: Int64
    /// Where.
    package let coordinate: Coordinate
    /// Metres above sea level; nil where the receiver did not say.
    package let elevation: Double?

    package init(utcMilliseconds: Int64, coordinate: Coordinate, elevation: Double? = nil) {
      self.utcMilliseconds = utcMilliseconds
      self.coordinate = coordinate
      self.elevation = elevation
    }
  }

  /// By time, each moment once.
  package let points: [Point]

  /// Sorts by time; of several points of one moment the first is kept.
  package init(points: [Point]) {
    let sorted = points.enumerated().sorted {
      ($0.element.utcMilliseconds, $0.offset) < ($1.element.utcMilliseconds, $1.offset)
    }.map(\.element)
    var kept: [Point] = []
    for point in sorted where kept.last?.utcMilliseconds != point.utcMilliseconds {
      kept.append(point)
    }
    self.points = kept
  }

  /// Where the track is at a moment: on the great circle between the readings before and after, in
  /// the measure of time.
  ///
  /// - Parameters:
  ///   - utcMilliseconds: the moment.
  ///   - maximumGap: the most milliseconds between the two readings. Before the first reading and
  ///     after the last, and in longer gaps, the nearest reading is taken if it is at most half as far.
  /// - Returns: nil where there is no reading that near.
  package func position(at utcMilliseconds: Int64, maximumGap: Int64) -> Point? {
    let next = firstPoint(notBefore: utcMilliseconds)
    let before = next > 0 ? points[next - 1] : nil
    let after = next < points.count ? points[next] : nil
    if let before, let after, after.utcMilliseconds - before.utcMilliseconds <= maximumGap {
      return Self.between(before, after, at: utcMilliseconds)
    }
    let near = [before, after].compactMap { $0 }.min {
      abs($0.utcMilliseconds - utcMilliseconds) < abs($1.utcMilliseconds - utcMilliseconds)
    }
    guard let near, abs(near.utcMilliseconds - utcMilliseconds) <= maximumGap / 2 else {
      return nil
    }
    return Point(
      utcMilliseconds: utcMilliseconds, coordinate: near.coordinate, elevation: near.elevation)
  }

  private func firstPoint(notBefore moment: Int64) -> Int {
    var low = 0
    var high = points.count
    while low < high {
      let middle = (low + high) / 2
      if points[middle].utcMilliseconds < moment { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func between(_ start: Point, _ end: Point, at moment: Int64) -> Point {
    let span = end.utcMilliseconds - start.utcMilliseconds
    let share = span > 0 ? Double(moment - start.utcMilliseconds) / Double(span) : 0
    let elevation = start.elevation.flatMap { from in
      end.elevation.map { from + ($0 - from) * share }
    }
    return Point(
      utcMilliseconds: moment,
      coordinate: GreatCircle.point(from: start.coordinate, to: end.coordinate, share: share),
      elevation: elevation ?? start.elevation ?? end.elevation)
  }
}

extension GreatCircle {
  /// The point that lies `share` (0...1) of the way along the shortest way.
  ///
  /// Between opposite points, where no way is the shortest, it is one of the two.
  package static func point(
    from start: Coordinate, to end: Coordinate, share: Double
  ) -> Coordinate {
    guard share > 0, start != end else { return start }
    guard share < 1 else { return end }
    let angle = distance(from: start, to: end) / earthRadius
    let first = UnitVector(start)
    let last = UnitVector(end)
    // sin((1−f)δ) and sin(fδ), the weights of a great circle; for tiny angles their ratio is 1−f : f.
    let (a, b) =
      angle > 1e-9
      ? (sin((1 - share) * angle), sin(share * angle)) : (1 - share, share)
    let sum = UnitVector(
      x: a * first.x + b * last.x, y: a * first.y + b * last.y, z: a * first.z + b * last.z)
    return sum.coordinate ?? (share < 0.5 ? start : end)
  }
}
