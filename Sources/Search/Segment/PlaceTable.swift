internal import PhotoCore
internal import Query

/// The places of a segment under small numbers, from 1, and what they belong to.
struct PlaceTable: Sendable {
  /// Places by number less 1.
  let places: [Place]
  private let countries: [String]
  private let regions: [RegionReference]
  /// By number less 1; for places of no region one more than there are regions.
  private let countryOf, regionOf: [UInt32]

  init(_ places: [Place]) {
    self.places = places
    (countries, countryOf) = Self.numbered(places.map(\.country))
    let references = places.map(\.regionReference)
    let (regions, _) = Self.numbered(references.compactMap { $0 })
    let numbers = Dictionary(
      regions.enumerated().map { ($1, UInt32($0)) }, uniquingKeysWith: { first, _ in first })
    self.regions = regions
    regionOf = references.map { $0.flatMap { numbers[$0] } ?? UInt32(regions.count) }
  }

  private static func numbered<Key: Hashable>(_ keys: [Key]) -> ([Key], [UInt32]) {
    var numbers: [Key: UInt32] = [:]
    var distinct: [Key] = []
    let numbered = keys.map { key -> UInt32 in
      if let number = numbers[key] { return number }
      numbers[key] = UInt32(distinct.count)
      distinct.append(key)
      return UInt32(distinct.count - 1)
    }
    return (distinct, numbered)
  }

  /// The numbers of the places in any of some countries.
  func numbers(inCountries codes: Set<String>) -> [Int] {
    numbers(countryOf, countries.map(codes.contains))
  }

  /// The numbers of the places in any of some regions.
  func numbers(inRegions wanted: Set<RegionReference>) -> [Int] {
    numbers(regionOf, regions.map(wanted.contains) + [false])
  }

  /// The numbers of some places.
  func numbers(of ids: Set<Int64>) -> [Int] {
    places.indices.filter { ids.contains(places[$0].id) }.map { $0 + 1 }
  }

  private func numbers(_ column: [UInt32], _ isWanted: [Bool]) -> [Int] {
    column.indices.filter { isWanted[Int(column[$0])] }.map { $0 + 1 }
  }

  /// Adds the counts of places, by number, to facets.
  func add(_ counts: [UInt32], to facets: inout Facets) {
    var perCountry = [Int](repeating: 0, count: countries.count)
    var perRegion = [Int](repeating: 0, count: regions.count + 1)
    for number in 0..<countryOf.count where counts[number + 1] > 0 {
      let count = Int(counts[number + 1])
      facets.cities[places[number].id, default: 0] += count
      perCountry[Int(countryOf[number])] += count
      perRegion[Int(regionOf[number])] += count
    }
    for (number, count) in perCountry.enumerated() where count > 0 {
      facets.countries[countries[number], default: 0] += count
    }
    for (number, count) in perRegion.dropLast().enumerated() where count > 0 {
      facets.regions[regions[number], default: 0] += count
    }
  }
}
