import Catalog
import Fixtures
import Foundation
import Geography
import PhotoCore
import Query
import Testing

@testable import Search

/// Clusters, counts and bounds against the plainest computation, photo by photo.
struct MapTests {
  private static let windows: [MapWindow] =
    (0...18).map { zoom in
      MapWindow(west: -180, south: -90, east: 180, north: 90, zoom: zoom)
    } + [
      MapWindow(west: 170, south: -40, east: -170, north: 10, zoom: 5),
      MapWindow(west: 170, south: -40, east: 190, north: 10, zoom: 8),
      MapWindow(west: -190, south: -40, east: -170, north: 10, zoom: 11),
      MapWindow(west: -76, south: -20, east: -70, north: -10, zoom: 9),
      MapWindow(west: -180, south: 84, east: 180, north: 85.1, zoom: 3),
      MapWindow(west: -500, south: -89, east: 500, north: -60, zoom: 2),
      MapWindow(west: 10, south: 10, east: 10, north: 10, zoom: 4),
      MapWindow(west: .nan, south: 0, east: 10, north: 10, zoom: 4),
    ]

  @Test(arguments: [1, 2] as [UInt64])
  func `clusters are those of the photos in the window`(seed: UInt64) throws {
    let fixture = try ResultFixture(seed: seed)
    var crossing = 0
    for found in try fixture.results() {
      for window in Self.windows {
        let map = found.result.map(window)
        #expect(map.clusters == Self.clusters(of: found.photos, window), "\(found.label)")
        let positions = found.photos.compactMap(\.position?.coordinate)
        #expect(map.placed == positions.count)
        #expect(map.unplaced == found.photos.count - positions.count)
        #expect(Self.array(map.bounds) == Self.array(Self.bounds(of: positions)), "\(found.label)")
        if let bounds = map.bounds, bounds.west > bounds.east { crossing += 1 }
      }
    }
    #expect(crossing > 0, "bounds across the antimeridian were never met")
  }

  private static func array(_ bounds: (Double, Double, Double, Double)?) -> [Double] {
    bounds.map { [$0.0, $0.1, $0.2, $0.3] } ?? []
  }

  /// Positions are shown at most at the rim of the map.
  private static func shown(_ latitude: Double) -> Double {
    min(85.0511287798, max(-85.0511287798, latitude))
  }

  private static func isIn(_ window: MapWindow, _ point: Coordinate) -> Bool {
    let latitude = shown(point.latitude)
    guard latitude >= shown(window.south), latitude <= shown(window.north) else { return false }
    // Around the world in both directions, as far as any window goes.
    return [-720, -360, 0, 360, 720].contains { turn in
      let longitude = point.longitude + turn
      let east = window.west > window.east ? window.east + 360 : window.east
      return longitude >= window.west && longitude <= east
    }
  }

  private static func clusters(of photos: [PhotoRecord], _ window: MapWindow) -> [MapCluster] {
    var order: [[Int]] = []
    var members: [[Int]: [(id: Int64, point: Coordinate)]] = [:]
    for photo in photos {
      guard let point = photo.position?.coordinate, isIn(window, point) else { continue }
      let cell = cell(of: point, zoom: window.zoom)
      if members[cell] == nil { order.append(cell) }
      members[cell, default: []].append((photo.id, point))
    }
    return order.compactMap { members[$0] }.map(cluster)
  }

  private static func cell(of point: Coordinate, zoom: Int) -> [Int] {
    let side = 256 * pow(2, Double(zoom))
    let latitude = shown(point.latitude) * .pi / 180
    let x = (point.longitude + 180) / 360
    let y = 0.5 - log(tan(.pi / 4 + latitude / 2)) / (2 * .pi)
    return [x, y].map { Int(min(0.999_999_999_9, max(0, $0)) * side / 56) }
  }

  private static func cluster(_ members: [(id: Int64, point: Coordinate)]) -> MapCluster {
    let latitudes = members.map(\.point.latitude)
    let longitudes = members.map(\.point.longitude)
    func mean(_ numbers: [Double]) -> Double { numbers.reduce(0, +) / Double(numbers.count) }
    return MapCluster(
      latitude: mean(latitudes), longitude: mean(longitudes), count: members.count,
      id: members[0].id, west: longitudes.min() ?? 0, south: latitudes.min() ?? 0,
      east: longitudes.max() ?? 0, north: latitudes.max() ?? 0)
  }

  /// Leaves out the widest gap between neighbours on the way around the Earth.
  private static func bounds(of points: [Coordinate]) -> (Double, Double, Double, Double)? {
    let longitudes = points.map(\.longitude).sorted()
    let latitudes = points.map(\.latitude)
    guard let first = longitudes.first, let last = longitudes.last,
      let south = latitudes.min(), let north = latitudes.max()
    else { return nil }
    let gaps = zip(longitudes, longitudes.dropFirst()).map { ($1 - $0, $1, $0) }
    let widest = ([(first + 360 - last, first, last)] + gaps).reduce((-1, 0, 0)) {
      $1.0 > $0.0 ? $1 : $0
    }
    return (widest.1, south, widest.2, north)
  }

  @Test func `the clusters of the whole world hold every photo with a position once`() throws {
    let fixture = try ResultFixture(seed: 4)
    let result = try fixture.index.search(nil)
    for zoom in 0...18 {
      let map = result.map(
        MapWindow(west: -180, south: -90, east: 180, north: 90, zoom: zoom))
      #expect(map.clusters.reduce(0) { $0 + $1.count } == map.placed)
      #expect(map.placed > 0 && map.placed + map.unplaced == result.count)
      #expect(Set(map.clusters.map(\.id)).count == map.clusters.count)
    }
  }

  @Test func `of many photos two threads make the same clusters`() throws {
    let fixture = try ResultFixture(seed: 6, photos: 9000, later: 400)
    let expression: ResolvedExpression? = nil
    for order in [ResultOrder.oldestFirst, .newestFirst] {
      let photos = try fixture.world.catalogue.photos.records(
        try fixture.world.catalogue.search.hits(expression, order: order).ids)
      let window = MapWindow(west: -100, south: -60, east: 170, north: 90, zoom: 6)
      let map = try fixture.index.search(expression, order: order).map(window)
      let wanted = Self.clusters(of: photos, window)
      #expect(wanted.count > 5)
      #expect(map.clusters.map(\.id) == wanted.map(\.id))
      #expect(map.clusters.map(\.count) == wanted.map(\.count))
      // Two sums added are not the one sum to the last digit.
      for (cluster, other) in zip(map.clusters, wanted) {
        #expect(abs(cluster.latitude - other.latitude) < 1e-9)
        #expect(abs(cluster.longitude - other.longitude) < 1e-9)
        #expect([cluster.west, cluster.south] == [other.west, other.south])
        #expect([cluster.east, cluster.north] == [other.east, other.north])
      }
    }
  }
}
