internal import Foundation

/// A point of the square Web Mercator map of the whole world, in 2³² parts of its side: less than a
/// centimetre. From west to east, and from north to south.
///
/// Source: EPSG:3857 as web maps use it. The map ends at ±85.05°; what lies beyond is on its rim.
struct MercatorPoint: Sendable {
  let x, y: UInt32

  /// The latitude of the map's upper edge, in degrees: atan(sinh(π)).
  static let rim = 85.051_128_779_806_59

  init(latitude: Double, longitude: Double) {
    let angle = min(Self.rim, max(-Self.rim, latitude)) * .pi / 180
    x = Self.part((longitude + 180) / 360)
    y = Self.part(0.5 - asinh(tan(angle)) / (2 * .pi))
  }

  private static func part(_ share: Double) -> UInt32 {
    UInt32(min(Double(UInt32.max), max(0, share * 4_294_967_296)))
  }

  /// The side of a cell in pixels of the map.
  static let cellSide: UInt64 = 56

  /// The number of the cell at a zoom, at which the world's side has 256 × 2^zoom pixels.
  @inline(__always)
  func cell(zoom: Int) -> UInt64 {
    let side = UInt64(256) << UInt64(zoom)
    let column = ((UInt64(x) * side) >> 32) / Self.cellSide
    let row = ((UInt64(y) * side) >> 32) / Self.cellSide
    return row << 32 | column
  }
}
