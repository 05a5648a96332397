/// The smallest box around points of the Earth.
///
/// Around the globe it leaves out the widest gap between neighbours. The gap is found without sorting:
/// of each tenth of a degree only the outermost points are kept, and a wider gap can only lie between
/// these. (Where all gaps are narrower, the points are all around the Earth.)
struct MapExtent: Sendable {
  private static let perDegree = 10.0
  private var south = Double.infinity
  private var north = -Double.infinity
  private var westmost = [Double](repeating: .infinity, count: 360 * Int(perDegree) + 1)
  private var eastmost = [Double](repeating: -.infinity, count: 360 * Int(perDegree) + 1)

  @inline(__always)
  mutating func add(latitude: Double, longitude: Double) {
    south = min(south, latitude)
    north = max(north, latitude)
    let number = Int((longitude + 180) * Self.perDegree)
    westmost[number] = min(westmost[number], longitude)
    eastmost[number] = max(eastmost[number], longitude)
  }

  mutating func add(_ other: MapExtent) {
    south = min(south, other.south)
    north = max(north, other.north)
    for number in westmost.indices {
      westmost[number] = min(westmost[number], other.westmost[number])
      eastmost[number] = max(eastmost[number], other.eastmost[number])
    }
  }

  /// Degrees; `west` above `east` where the box crosses the antimeridian. nil without a point.
  var bounds: (west: Double, south: Double, east: Double, north: Double)? {
    let strips = westmost.indices.filter { westmost[$0] <= eastmost[$0] }
    guard let first = strips.first, let last = strips.last else { return nil }
    // Of gaps as wide the one across the antimeridian is left out: the box is a plain one then.
    var widest = westmost[first] + 360 - eastmost[last]
    var west = westmost[first]
    var east = eastmost[last]
    for (left, right) in zip(strips, strips.dropFirst()) {
      let gap = westmost[right] - eastmost[left]
      if gap > widest { (widest, west, east) = (gap, westmost[right], eastmost[left]) }
    }
    return (west, south, east, north)
  }
}
