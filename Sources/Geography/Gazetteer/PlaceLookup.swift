internal import Foundation
package import PhotoCore

/// From a name to places: forward look-up.
extension Gazetteer {
  /// Where `name` is: of several places the one that is most likely meant.
  ///
  /// The name may be the place's own or one it has in another language, and may go on with a comma
  /// and a country or region (`Cambridge, US`; `Cambridge, Massachusetts`; `Cambridge, MA, US`). Of
  /// several places the most populous is taken, an own name counting ten times: `Cologne` is Köln,
  /// though some villages are called just so.
  ///
  /// - Returns: nil where nothing is called so.
  package func find(_ name: String) -> (place: Place, coordinate: Coordinate)? {
    let best = matches(name).max { left, right in
      // Ties go to the lower id, whatever the order of the file.
      (weight(left), -file.uint32(.id, left.place)) < (
        weight(right), -file.uint32(.id, right.place)
      )
    }
    return best.map { (place($0.place), coordinate($0.place)) }
  }

  /// The ids of all places called `name`, which may go on with a comma and a country or region.
  package func cities(named name: String) -> Set<Int64> {
    Set(matches(name).map { Int64(file.uint32(.id, $0.place)) })
  }

  /// The codes of the country called `name`: two letters of ISO 3166-1, or its English name; empty
  /// where there is none.
  package func countries(named name: String) -> Set<String> {
    let key = Self.key(for: name)
    var codes: Set<String> = []
    for index in 0..<file.countryCount {
      let code = file.text(file.uint32(.countryCode, index))
      if code.lowercased() == key || Self.key(for: countryName(index)) == key { codes.insert(code) }
    }
    return codes
  }

  /// The regions called `name`, which may go on with a comma and a country; empty for none.
  ///
  /// A region is also found without the word for its kind: `La Paz` for `La Paz Department`.
  package func regions(named name: String) -> Set<RegionReference> {
    let (wanted, qualifiers) = Self.parts(of: name)
    let exact = regionIndices { $0 == wanted }
    let indices = exact.isEmpty ? regionIndices { Self.isKind($0, of: wanted) } : exact
    return Set(
      indices.filter { index in
        qualifiers.allSatisfy { isCountry(file.uint16(.regionCountry, index), $0) }
      }.map { index in
        RegionReference(
          country: file.text(file.uint32(.countryCode, file.uint16(.regionCountry, index))),
          name: file.text(file.uint32(.regionName, index)))
      })
  }

  /// Names that begin like `name`, most populous first, for completion and for suggestions.
  package func suggestions(for name: String, limit: Int = 5) -> [String] {
    let wanted = Self.parts(of: name).name
    // Down to three letters: a mistake further ahead is left to the reader.
    for length in stride(from: wanted.count, through: min(3, wanted.count), by: -1) {
      let found = cities(beginningWith: String(wanted.prefix(length)))
      if !found.isEmpty { return Array(found.prefix(limit)) }
    }
    return []
  }

  /// The English names of all countries.
  package var countryNames: [String] { (0..<file.countryCount).map(countryName) }

  /// The names of all regions, each once.
  package var regionNames: [String] {
    var seen: Set<String> = []
    return (0..<file.regionCount).map { file.text(file.uint32(.regionName, $0)) }
      .filter { seen.insert($0).inserted }
  }

  private struct Match {
    let place: Int
    let isOwnName: Bool
  }

  private func matches(_ name: String) -> [Match] {
    let (wanted, qualifiers) = Self.parts(of: name)
    guard !wanted.isEmpty else { return [] }
    let key = Data(wanted.utf8)
    var found: [Match] = []
    var index = lowerBound(key)
    while index < file.keyCount, file.bytes(file.uint32(.keyText, index)) == key {
      let entry = file.uint32(.keyPlace, index)
      let place = entry >> 1
      if place < file.placeCount, qualifiers.allSatisfy({ isIn(place, $0) }) {
        found.append(Match(place: place, isOwnName: entry & 1 == 1))
      }
      index += 1
    }
    return found
  }

  private func weight(_ match: Match) -> Int {
    (file.uint32(.population, match.place) + 1) * (match.isOwnName ? 10 : 1)
  }

  private func cities(beginningWith prefix: String) -> [String] {
    let key = Data(prefix.utf8)
    var best: [(name: String, population: Int)] = []
    var index = lowerBound(key)
    while index < file.keyCount, file.bytes(file.uint32(.keyText, index)).starts(with: key) {
      let place = file.uint32(.keyPlace, index) >> 1
      index += 1
      guard place < file.placeCount else { continue }
      best.append((file.text(file.uint32(.name, place)), file.uint32(.population, place)))
    }
    var seen: Set<String> = []
    return best.sorted { ($1.population, $0.name) < ($0.population, $1.name) }
      .map(\.name).filter { seen.insert($0).inserted }
  }

  /// The first key that is not before `key`.
  private func lowerBound(_ key: Data) -> Int {
    var low = 0
    var high = file.keyCount
    while low < high {
      let middle = (low + high) / 2
      if file.bytes(file.uint32(.keyText, middle)).lexicographicallyPrecedes(key) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  private static func parts(of name: String) -> (name: String, qualifiers: [String]) {
    let parts = name.split(separator: ",").map { key(for: String($0)) }
    return (parts.first ?? "", parts.dropFirst().filter { !$0.isEmpty })
  }

  /// Whether the place lies in the country or region of this key.
  private func isIn(_ place: Int, _ key: String) -> Bool {
    if isCountry(file.uint16(.country, place), key) { return true }
    let region = file.uint16(.region, place)
    guard region < file.regionCount else { return false }
    let name = Self.key(for: file.text(file.uint32(.regionName, region)))
    return name == key || Self.isKind(name, of: key)
      || file.text(file.uint32(.regionCode, region)).lowercased() == key
  }

  private func isCountry(_ index: Int, _ key: String) -> Bool {
    index < file.countryCount
      && (file.text(file.uint32(.countryCode, index)).lowercased() == key
        || Self.key(for: countryName(index)) == key)
  }

  private func countryName(_ index: Int) -> String { file.text(file.uint32(.countryName, index)) }

  private func regionIndices(where holds: (String) -> Bool) -> [Int] {
    (0..<file.regionCount).filter { holds(Self.key(for: file.text(file.uint32(.regionName, $0)))) }
  }

  /// Whether `name` is `key` with a word for the kind of region before or after it.
  private static func isKind(_ name: String, of key: String) -> Bool {
    kinds.contains { name == "\(key) \($0)" || name == "\($0) \(key)" || name == "\($0) of \(key)" }
  }

  /// The words for kinds of regions that GeoNames uses in English.
  private static let kinds = [
    "department", "province", "region", "county", "state", "governorate", "district", "oblast",
    "prefecture", "municipality", "canton", "parish", "republic", "autonomous region", "city",
  ]
}
