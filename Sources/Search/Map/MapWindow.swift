/// The part of the map that is looked at.
package struct MapWindow: Hashable, Sendable {
  /// Degrees; `west` above `east` for a window across the antimeridian. Longitudes may lie outside
  /// −180...180, as those of a map that was moved around the world.
  package let west, south, east, north: Double
  /// 0 for the world in 256 pixels, doubled with each step, at most 18.
  package let zoom: Int

  /// Takes the degrees as they are, and the nearest zoom that there is.
  package init(west: Double, south: Double, east: Double, north: Double, zoom: Int) {
    self.west = west
    self.south = south
    self.east = east
    self.north = north
    self.zoom = min(18, max(0, zoom))
  }

  /// The window in the terms of a position.
  var range: Range {
    func onMap(_ latitude: Double) -> Double {
      min(MercatorPoint.rim, max(-MercatorPoint.rim, latitude))
    }
    let isWhole = east - west >= 360
    return Range(
      west: isWhole ? -180 : Self.wrapped(west), south: onMap(south),
      east: isWhole ? 180 : Self.wrapped(east), north: onMap(north))
  }

  private static func wrapped(_ longitude: Double) -> Double {
    guard longitude.isFinite, !(-180...180).contains(longitude) else { return longitude }
    return longitude.remainder(dividingBy: 360)
  }

  /// What a window holds.
  struct Range: Sendable {
    let west, south, east, north: Double

    /// Photos beyond the map's rim are shown on it.
    @inline(__always)
    func contains(latitude: Double, longitude: Double) -> Bool {
      let shown = min(MercatorPoint.rim, max(-MercatorPoint.rim, latitude))
      guard shown >= south, shown <= north else { return false }
      return west <= east
        ? longitude >= west && longitude <= east : longitude >= west || longitude <= east
    }
  }
}
