internal import Catalog
internal import PhotoCore
internal import Search

/// Clusters of a result on a map.
struct MapAnswer {
  let version: Int64
  let map: MapClusters
  /// The photos that stand for clusters, by row id.
  let photos: [Int64: GridPhoto]

  /// Degrees; west may be larger than east.
  private typealias Box = (west: Double, south: Double, east: Double, north: Double)

  static let shape = Shape<MapAnswer>.object([
    .field("version", .integer) { $0.version }, .field("placed", .integer) { $0.map.placed },
    .field("unplaced", .integer) { $0.map.unplaced },
    .field("bounds", .optional(.object(corners))) { $0.map.bounds },
    .field("clusters", .list(cluster)) { answer in
      answer.map.clusters.map { (cluster: $0, photo: answer.photos[$0.id]) }
    },
  ])

  private static let corners: [ShapeField<Box>] = [
    .field("west", .number) { $0.west }, .field("south", .number) { $0.south },
    .field("east", .number) { $0.east }, .field("north", .number) { $0.north },
  ]

  private typealias Shown = (cluster: MapCluster, photo: GridPhoto?)

  private static let cluster = Shape<Shown>.object(centre + box).named("Cluster")

  private static let centre: [ShapeField<Shown>] = [
    .field("latitude", .number) { $0.cluster.latitude },
    .field("longitude", .number) { $0.cluster.longitude },
    .field("count", .integer) { $0.cluster.count }, .field("id", .integer) { $0.cluster.id },
    .field("sha256", .optional(.string)) { $0.photo?.sha256.hex },
    .field("turn", .integer) { $0.photo?.turn.rawValue ?? 0 },
  ]

  private static let box: [ShapeField<Shown>] = corners.map { corner in
    corner.of { ($0.cluster.west, $0.cluster.south, $0.cluster.east, $0.cluster.north) }
  }
}
