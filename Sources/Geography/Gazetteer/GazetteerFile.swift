internal import Foundation

/// The gazetteer's file, mapped into memory and read where it lies: opening it costs nothing.
///
/// Little-endian, every section padded to 8 bytes:
///
///     MERIGAZ1, six UInt64: counts of places, countries, regions, zones, keys, bytes of text
///     places     id UInt32 · unit vector 3 × Float64 · latitude and longitude Int32, 1e-5 degrees ·
///                population UInt32 · name UInt32 · country, region (65,535: none), zone UInt16;
///                in the order of a k-d tree: the middle of every range parts it by x, y or z
///     countries  code UInt32 · name UInt32
///     regions    code UInt32 · name UInt32 · country UInt16
///     zones      name UInt32
///     keys       text UInt32, sorted by bytes · place × 2, + 1 where it is the place's own name
///     texts      length UInt16, UTF-8; everything above that is a text is an offset into these
///
/// `scripts/build_gazetteer.py` writes it.
struct GazetteerFile: Sendable {
  let placeCount, countryCount, regionCount, zoneCount, keyCount: Int
  private let data: Data
  private let starts: [Int]
  private let textStart: Int
  private let textLength: Int

  enum Section: Int {
    case id, vector, latitude, longitude, population, name, country, region, zone
    case countryCode, countryName, regionCode, regionName, regionCountry, zoneName
    case keyText, keyPlace
  }

  static let noRegion = 0xFFFF

  /// - Returns: nil where the file is missing or is no gazetteer of this format.
  init?(path: String) {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped),
      data.count >= 56, data.prefix(8) == Data("MERIGAZ1".utf8)
    else { return nil }
    let counts = (0..<6).map { Self.load(data, 8 + $0 * 8, as: UInt64.self) }
    guard counts.allSatisfy({ $0 < 1 << 30 }) else { return nil }
    let places = Int(counts[0])
    let countries = Int(counts[1])
    let regions = Int(counts[2])
    let zones = Int(counts[3])
    let keys = Int(counts[4])
    let sizes =
      [4, 24, 4, 4, 4, 4, 2, 2, 2].map { $0 * places } + [4, 4].map { $0 * countries }
      + [4, 4, 2].map { $0 * regions } + [4 * zones, 4 * keys, 4 * keys]
    var starts: [Int] = []
    var at = 56
    for size in sizes {
      starts.append(at)
      at += (size + 7) / 8 * 8
    }
    guard places > 0, at + Int(counts[5]) <= data.count else { return nil }
    placeCount = places
    countryCount = countries
    regionCount = regions
    zoneCount = zones
    keyCount = keys
    textStart = at
    textLength = Int(counts[5])
    self.data = data
    self.starts = starts
  }

  private static func load<Number: FixedWidthInteger>(
    _ data: Data, _ offset: Int, as: Number.Type
  ) -> Number {
    data.withUnsafeBytes {
      Number(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: Number.self))
    }
  }

  func uint32(_ section: Section, _ index: Int) -> Int {
    Int(Self.load(data, starts[section.rawValue] + index * 4, as: UInt32.self))
  }

  func int32(_ section: Section, _ index: Int) -> Int {
    Int(Self.load(data, starts[section.rawValue] + index * 4, as: Int32.self))
  }

  func uint16(_ section: Section, _ index: Int) -> Int {
    Int(Self.load(data, starts[section.rawValue] + index * 2, as: UInt16.self))
  }

  func vector(_ index: Int) -> UnitVector {
    let start = starts[Section.vector.rawValue] + index * 24
    func component(_ number: Int) -> Double {
      Double(bitPattern: Self.load(data, start + number * 8, as: UInt64.self))
    }
    return UnitVector(x: component(0), y: component(1), z: component(2))
  }

  /// The text at an offset; empty for an offset outside the texts, which a sound file does not have.
  func text(_ offset: Int) -> String {
    String(decoding: bytes(offset), as: UTF8.self)
  }

  func bytes(_ offset: Int) -> Data {
    guard offset + 2 <= textLength else { return Data() }
    let start = textStart + offset
    let length = Int(Self.load(data, start, as: UInt16.self))
    guard offset + 2 + length <= textLength else { return Data() }
    return data[start + 2..<start + 2 + length]
  }
}
