internal import Foundation

/// The world map that `make` installs: picture tiles of the Web Mercator projection in one file.
///
///     "MRDTILE1", largest zoom (UInt32), 0 (UInt32)
///     for each zoom, row, column: place in the file (UInt64), length (UInt32), 0 (UInt32)
///     the tiles, PNG
///
/// All numbers are little-endian. The file is mapped, not read.
struct TileArchive: Sendable {
  private static let headerLength = 16
  private static let entryLength = 16

  private let data: Data
  private let largestZoom: Int

  /// - Returns: nil where the file is missing or damaged.
  init?(path: String) {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped),
      data.count > Self.headerLength, data.prefix(8) == Data("MRDTILE1".utf8)
    else { return nil }
    self.data = data
    largestZoom = Int(Self.number(in: data, at: 8, count: 4))
    guard (0...12).contains(largestZoom),
      data.count >= Self.headerLength + Self.first(largestZoom + 1) * Self.entryLength
    else { return nil }
  }

  /// A tile; nil for one that is not there.
  func tile(zoom: Int, column: Int, row: Int) -> [UInt8]? {
    guard (0...largestZoom).contains(zoom) else { return nil }
    let side = 1 << zoom
    guard (0..<side).contains(column), (0..<side).contains(row) else { return nil }
    let entry = Self.headerLength + (Self.first(zoom) + row * side + column) * Self.entryLength
    let place = Self.number(in: data, at: entry, count: 8)
    let length = Self.number(in: data, at: entry + 8, count: 4)
    guard length > 0, place <= UInt64(data.count), length <= UInt64(data.count) - place else {
      return nil
    }
    let start = data.startIndex + Int(place)
    return [UInt8](data[start..<start + Int(length)])
  }

  /// How many tiles all smaller zooms have.
  private static func first(_ zoom: Int) -> Int { ((1 << (2 * zoom)) - 1) / 3 }

  /// - Parameter count: how many bytes it has.
  private static func number(in data: Data, at place: Int, count: Int) -> UInt64 {
    (0..<count).reduce(0) { $0 | UInt64(data[data.startIndex + place + $1]) << (8 * UInt64($1)) }
  }
}
