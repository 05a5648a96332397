internal import PhotoCore

/// The hits of a part of the map that lie close together at its zoom.
package struct MapCluster: Hashable, Sendable {
  /// The mean of the hits' positions, in degrees.
  package let latitude, longitude: Double
  /// How many hits.
  package let count: Int
  /// The row id of the first of them in the order of the result.
  package let id: Int64
  /// The smallest box around them, in degrees; it never crosses the antimeridian.
  package let west, south, east, north: Double
}

/// What a map shows of a result.
package struct MapClusters: Sendable {
  /// The hits in the window, in cells of 56 pixels of the Web Mercator map at its zoom; in the order of
  /// their first hits.
  package let clusters: [MapCluster]
  /// How many hits have a position, in the window or not.
  package let placed: Int
  /// How many hits have none.
  package let unplaced: Int
  /// The smallest box around all hits with a position, in degrees; `west` is above `east` where it
  /// crosses the antimeridian. nil where none has one.
  package let bounds: (west: Double, south: Double, east: Double, north: Double)?
}

extension SearchResult {
  /// The hits in a part of the map, as clusters.
  package func map(_ window: MapWindow) -> MapClusters {
    let base = state.base.segment
    let delta = state.delta?.segment
    let placed = zip(state.segments, hits).reduce(0) { $0 + $1.0.placed.populationOfBoth($1.1) }
    let places = places()
    let range = window.range
    let zoom = window.zoom
    let parts = HalvedCount.parts(of: places.count) { numbers in
      var part = MapPart()
      places.withUnsafeBufferPointer { places in
        for place in places[numbers] {
          // Each segment by its own name: taken out of a list, it would be retained for each photo.
          if place.segment == 0 {
            part.add(place, of: base, in: range, zoom: zoom)
          } else if let delta {
            part.add(place, of: delta, in: range, zoom: zoom)
          }
        }
      }
      return part
    }
    var cells = parts[0].cells
    var extent = parts[0].extent
    for part in parts.dropFirst() {
      cells.add(part.cells)
      extent.add(part.extent)
    }
    let segments = state.segments
    return MapClusters(
      clusters: cells.clusters { Int64(segments[$0.segment].ids[$0.ordinal]) }, placed: placed,
      unplaced: count - placed, bounds: extent.bounds)
  }
}

/// What one thread makes of its hits.
private struct MapPart: Sendable {
  var cells = MapCells()
  var extent = MapExtent()

  @inline(__always)
  mutating func add(
    _ place: HitIndex, of segment: Segment, in range: MapWindow.Range, zoom: Int
  ) {
    let ordinal = place.ordinal
    guard segment.placed.contains(ordinal) else { return }
    let latitude = segment.latitudes[ordinal]
    let longitude = segment.longitudes[ordinal]
    extent.add(latitude: latitude, longitude: longitude)
    guard range.contains(latitude: latitude, longitude: longitude) else { return }
    cells.add(
      place, latitude: latitude, longitude: longitude,
      cell: segment.mercator[ordinal].cell(zoom: zoom))
  }
}

/// Hits counted by cell.
private struct MapCells: Sendable {
  private struct Cell: Sendable {
    let key: UInt64
    let first: HitIndex
    var count = 0
    var latitudes = 0.0
    var longitudes = 0.0
    var west = Double.infinity
    var south = Double.infinity
    var east = -Double.infinity
    var north = -Double.infinity
  }

  /// In the order of their first hits.
  private var cells: [Cell] = []
  private var numbers: [UInt64: Int] = [:]
  /// Neighbours in time are mostly neighbours on the map, too.
  private var last: (key: UInt64, number: Int)?

  @inline(__always)
  mutating func add(_ place: HitIndex, latitude: Double, longitude: Double, cell key: UInt64) {
    let number = number(of: key, first: place)
    cells[number].count += 1
    cells[number].latitudes += latitude
    cells[number].longitudes += longitude
    cells[number].west = min(cells[number].west, longitude)
    cells[number].east = max(cells[number].east, longitude)
    cells[number].south = min(cells[number].south, latitude)
    cells[number].north = max(cells[number].north, latitude)
  }

  /// Adds hits that come later in the order.
  mutating func add(_ other: MapCells) {
    for cell in other.cells {
      let number = number(of: cell.key, first: cell.first)
      cells[number].count += cell.count
      cells[number].latitudes += cell.latitudes
      cells[number].longitudes += cell.longitudes
      cells[number].west = min(cells[number].west, cell.west)
      cells[number].east = max(cells[number].east, cell.east)
      cells[number].south = min(cells[number].south, cell.south)
      cells[number].north = max(cells[number].north, cell.north)
    }
  }

  @inline(__always)
  private mutating func number(of key: UInt64, first: HitIndex) -> Int {
    if let last, last.key == key { return last.number }
    let number = numbers[key] ?? cells.count
    if number == cells.count {
      cells.append(Cell(key: key, first: first))
      numbers[key] = number
    }
    last = (key, number)
    return number
  }

  func clusters(id: (HitIndex) -> Int64) -> [MapCluster] {
    cells.map { cell in
      MapCluster(
        latitude: cell.latitudes / Double(cell.count),
        longitude: cell.longitudes / Double(cell.count), count: cell.count, id: id(cell.first),
        west: cell.west, south: cell.south, east: cell.east, north: cell.north)
    }
  }
}
