package import Catalog
internal import Geography
internal import PhotoCore

/// Positions for photos without one, suggested by those taken just before and after. A plan only:
/// nothing is written.
package struct NeighbourPositions: Sendable {
  /// How near the neighbours must be.
  package struct Settings: Sendable {
    /// The most milliseconds to each neighbour.
    package var maximumGap: Int64 = 3_600_000
    /// The most metres between the two neighbours.
    package var maximumDistance = 1000.0
    /// The most milliseconds to a neighbour that stands alone.
    package var maximumGapAlone: Int64 = 300_000

    /// An hour, a kilometre, and five minutes.
    package init() {}
  }

  /// The suggestions, in chronological order.
  package private(set) var positions: [GivenPosition] = []
  /// Photos without a position for which there is none.
  package private(set) var without = 0

  /// - Parameter photos: all dated photos in chronological order. Positions that were suggested
  ///   themselves suggest no others.
  package init(photos: [TimelinePhoto], settings: Settings = Settings()) {
    let next = Self.nextKnown(photos)
    var before: TimelinePhoto?
    for (index, photo) in photos.enumerated() {
      if Self.isKnown(photo) {
        before = photo
      } else if photo.position == nil {
        let suggestion = Self.suggestion(
          for: photo, between: before, and: next[index], settings: settings)
        if let point = suggestion {
          positions.append(
            GivenPosition(
              photo: photo.id, position: Position(coordinate: point, source: .neighbours)))
        } else {
          without += 1
        }
      }
    }
  }

  private static func isKnown(_ photo: TimelinePhoto) -> Bool {
    photo.position.map { $0.source != .neighbours } ?? false
  }

  private static func nextKnown(_ photos: [TimelinePhoto]) -> [TimelinePhoto?] {
    var next = [TimelinePhoto?](repeating: nil, count: photos.count)
    var last: TimelinePhoto?
    for index in photos.indices.reversed() {
      next[index] = last
      if isKnown(photos[index]) { last = photos[index] }
    }
    return next
  }

  private static func suggestion(
    for photo: TimelinePhoto, between before: TimelinePhoto?, and after: TimelinePhoto?,
    settings: Settings
  ) -> Coordinate? {
    let gap = before.map { photo.orderInstant - $0.orderInstant } ?? .max
    let gapAfter = after.map { $0.orderInstant - photo.orderInstant } ?? .max
    if gap <= settings.maximumGap, gapAfter <= settings.maximumGap,
      let start = before?.position?.coordinate, let end = after?.position?.coordinate
    {
      guard GreatCircle.distance(from: start, to: end) <= settings.maximumDistance else {
        return nil
      }
      let span = gap + gapAfter
      return GreatCircle.point(
        from: start, to: end, share: span > 0 ? Double(gap) / Double(span) : 0)
    }
    let (near, nearGap) = gap <= gapAfter ? (before, gap) : (after, gapAfter)
    return nearGap <= settings.maximumGapAlone ? near?.position?.coordinate : nil
  }
}
