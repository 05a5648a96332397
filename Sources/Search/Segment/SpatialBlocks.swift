internal import Geography
internal import PhotoCore

/// The photos with a position, in blocks of neighbours: most blocks lie wholly inside or outside an
/// area, and only at its rim must each photo be looked at.
struct SpatialBlocks: Sendable {
  private static let blockSize = 128
  /// Added to every block's radius, in metres: more than all rounding, in distances up to half the
  /// Earth's circumference.
  private static let margin = 0.05

  private struct Block: Sendable {
    let members: Range<Int>
    let centre: Coordinate
    let vector: UnitVector
    /// Metres from the centre within which all members are.
    let radius: Double
  }

  /// Ordinals of photos, block by block.
  private let members: [UInt32]
  private let blocks: [Block]

  /// - Parameter place: the position of the photo of an ordinal.
  init(members: [UInt32], position: (UInt32) -> Coordinate) {
    let keys = members.map { (Self.curve(position($0)), $0) }.sorted { $0 < $1 }
    let ordered = keys.map(\.1)
    self.members = ordered
    blocks = stride(from: 0, to: ordered.count, by: Self.blockSize).map { start in
      let range = start..<min(start + Self.blockSize, ordered.count)
      let points = ordered[range].map(position)
      let centre = Self.centre(of: points)
      let radius = points.map { GreatCircle.distance(from: centre, to: $0) }.max() ?? 0
      return Block(
        members: range, centre: centre, vector: UnitVector(centre), radius: radius + Self.margin)
    }
  }

  /// The photos at most `metres` from `centre`.
  func near(
    _ centre: Coordinate, _ metres: Double, into bitmap: inout Bitmap,
    position: (UInt32) -> Coordinate
  ) {
    for block in blocks {
      let distance = GreatCircle.distance(from: centre, to: block.centre)
      if distance + block.radius <= metres {
        for member in members[block.members] { bitmap.insert(Int(member)) }
      } else if distance - block.radius <= metres {
        for member in members[block.members]
        where GreatCircle.distance(from: centre, to: position(member)) <= metres {
          bitmap.insert(Int(member))
        }
      }
    }
  }

  /// The photos inside an area.
  func within(
    _ area: Polygon, into bitmap: inout Bitmap, position: (UInt32) -> Coordinate
  ) {
    for block in blocks {
      if area.mayHaveEdge(within: block.radius, of: block.vector) {
        for member in members[block.members] where area.contains(position(member)) {
          bitmap.insert(Int(member))
        }
      } else if area.contains(block.centre) {
        for member in members[block.members] { bitmap.insert(Int(member)) }
      }
    }
  }

  /// The middle of some points: of their mean direction, so that the antimeridian is no border.
  private static func centre(of points: [Coordinate]) -> Coordinate {
    var x = 0.0
    var y = 0.0
    var z = 0.0
    for point in points {
      let vector = UnitVector(point)
      x = x + vector.x
      y = y + vector.y
      z = z + vector.z
    }
    return UnitVector(x: x, y: y, z: z).coordinate ?? points.first ?? .origin
  }

  /// The place of a point on a Z-order curve over latitude and longitude.
  private static func curve(_ point: Coordinate) -> UInt32 {
    func spread(_ number: UInt32) -> UInt32 {
      var x = number & 0xFFFF
      x = (x | x << 8) & 0x00FF_00FF
      x = (x | x << 4) & 0x0F0F_0F0F
      x = (x | x << 2) & 0x3333_3333
      return (x | x << 1) & 0x5555_5555
    }
    let row = UInt32((point.latitude + 90) / 180 * 65_535)
    let column = UInt32((point.longitude + 180) / 360 * 65_535)
    return spread(row) << 1 | spread(column)
  }
}
