package import Catalog
package import Geography
package import PhotoCore

/// Positions for photos from a GPS receiver's track. A plan only: nothing is written.
package struct Geotagging: Sendable {
  /// How to bring photos and track together.
  package struct Settings: Sendable {
    /// The most milliseconds between two readings of the track; see ``Track/position(at:maximumGap:)``.
    package var maximumGap: Int64 = 600_000
    /// Minutes ahead of UTC of clocks whose offset is not known; nil to estimate it.
    package var utcOffsetMinutes: Int?
    /// What the cameras' clocks are ahead of the right time by, in milliseconds.
    package var clockError: Int64 = 0
    /// Only photos of these cameras; nil for all.
    package var cameras: Set<Camera>?
    /// Whether photos that have a position get the track's.
    package var replacesPositions = false

    /// The usual: gaps up to ten minutes, all cameras, nothing replaced.
    package init() {}
  }

  /// Photos that get a position.
  package private(set) var positions: [GivenPosition] = []
  /// Photos without a reading near enough in time.
  package private(set) var outside = 0
  /// Photos of cameras whose UTC offset is neither known nor can be estimated, by camera.
  package private(set) var withoutOffset: [Camera?: Int] = [:]
  /// The offsets in milliseconds that were estimated, by camera.
  package private(set) var estimated: [Camera?: Int64] = [:]

  /// - Parameter photos: all dated photos.
  package init(photos: [TimelinePhoto], track: Track, settings: Settings) {
    let chosen = photos.filter { photo in
      settings.cameras.map { cameras in photo.camera.map(cameras.contains) ?? false } ?? true
    }
    for (camera, photos) in Dictionary(grouping: chosen, by: \.camera) {
      let lacking = photos.filter { $0.position == nil || settings.replacesPositions }
      let unknown = lacking.contains { $0.utcOffsetMinutes == nil }
      let offset =
        unknown
        ? settings.utcOffsetMinutes.map { Int64($0) * 60_000 }
          ?? estimateOffset(of: camera, from: photos, along: track)
        : nil
      for photo in lacking { place(photo, on: track, offset: offset, settings: settings) }
    }
    positions.sort { $0.photo < $1.photo }
  }

  private mutating func place(
    _ photo: TimelinePhoto, on track: Track, offset: Int64?, settings: Settings
  ) {
    guard let offset = photo.utcOffsetMinutes.map({ Int64($0) * 60_000 }) ?? offset else {
      withoutOffset[photo.camera, default: 0] += 1
      return
    }
    let instant = photo.wall.milliseconds - offset - settings.clockError
    guard let point = track.position(at: instant, maximumGap: settings.maximumGap) else {
      outside += 1
      return
    }
    positions.append(
      GivenPosition(
        photo: photo.id,
        position: Position(
          coordinate: point.coordinate, altitude: point.elevation, source: .gpx)))
  }

  private mutating func estimateOffset(
    of camera: Camera?, from photos: [TimelinePhoto], along track: Track
  ) -> Int64? {
    let offset = ClockEstimate.offset(of: photos, along: track)
    if let offset { estimated[camera] = offset }
    return offset
  }
}
