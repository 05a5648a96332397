internal import Catalog
internal import Geography
internal import PhotoCore

/// What a camera's clock is ahead of UTC by, from photos that have both a position and a time.
enum ClockEstimate {
  /// Fewer photos prove nothing.
  private static let fewestPhotos = 3
  /// More tell no more.
  private static let mostPhotos = 200
  /// The track must pass the middle one of the photos this near, in metres.
  private static let farthest = 300.0
  /// Readings farther apart, in milliseconds, do not tell where the receiver was.
  private static let maximumGap: Int64 = 600_000

  /// The offset in milliseconds, from 12 hours west to 14 hours east, at which the track comes nearest
  /// to the photos' own positions (by the median distance); nil where none fits.
  ///
  /// First in steps of a minute, then of a second around the best.
  static func offset(of photos: [TimelinePhoto], along track: Track) -> Int64? {
    let known = photos.filter { $0.position.map { $0.source != .neighbours } ?? false }
    let step = max(1, known.count / mostPhotos)
    let witnesses = stride(from: 0, to: known.count, by: step).map { known[$0] }
    guard witnesses.count >= fewestPhotos else { return nil }
    let minutes = stride(from: -720 * 60_000, through: 840 * 60_000, by: 60_000).map { Int64($0) }
    guard let coarse = best(of: minutes, for: witnesses, along: track) else { return nil }
    let seconds = (-60...60).map { coarse.offset + Int64($0) * 1000 }
    let fine = best(of: seconds, for: witnesses, along: track) ?? coarse
    return fine.distance <= farthest ? fine.offset : nil
  }

  private static func best(
    of offsets: [Int64], for photos: [TimelinePhoto], along track: Track
  ) -> (offset: Int64, distance: Double)? {
    offsets.compactMap { offset in
      medianDistance(of: photos, from: track, offset: offset).map { (offset, $0) }
    }.min { ($0.1, abs($0.0)) < ($1.1, abs($1.0)) }
  }

  /// nil where the track says nothing of more than half of the photos.
  private static func medianDistance(
    of photos: [TimelinePhoto], from track: Track, offset: Int64
  ) -> Double? {
    let distances = photos.compactMap { photo -> Double? in
      guard let position = photo.position,
        let point = track.position(
          at: photo.wall.milliseconds - offset, maximumGap: maximumGap)
      else { return nil }
      return GreatCircle.distance(from: position.coordinate, to: point.coordinate)
    }
    guard distances.count * 2 > photos.count, distances.count >= fewestPhotos else { return nil }
    return distances.sorted()[distances.count / 2]
  }
}
