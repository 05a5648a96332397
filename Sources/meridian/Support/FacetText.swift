import Foundation
import PhotoCore
import Query

/// Facets as lines of a terminal, and as JSON.
enum FacetText {
  /// The most values of one kind that are shown.
  private static let most = 12

  static func lines(_ facets: Facets, places: [Int64: String], width: Int) -> [String] {
    let cities = facets.cities.map { (places[$0.key] ?? "?", $0.value) }
    let parts: [(String, [(String, Int)])] = [
      ("concepts", facets.concepts.map { ($0.key, $0.value) }),
      ("labels", facets.labels.map { ($0.key, $0.value) }),
      ("classes", facets.classes.map { ("\($0.key.vocabulary):\($0.key.className)", $0.value) }),
      ("countries", facets.countries.map { ($0.key, $0.value) }),
      ("regions", facets.regions.map { ($0.key.name, $0.value) }), ("cities", cities),
      ("light", facets.lights.map { ($0.key.rawValue, $0.value) }),
      ("cameras", facets.cameras.map { ($0.key.name, $0.value) }),
      ("ratings", facets.ratings.map { ("\($0.key)", $0.value) }),
    ]
    let months = facets.months.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    return parts.compactMap { name, values in line(name, values) }
      + (months.isEmpty ? [] : [cut("months", months)])
      + [
        "favourites \(facets.favourites), undated \(facets.undated), "
          + "without position \(facets.unplaced)"
      ]
  }

  private static func line(_ name: String, _ values: [(String, Int)]) -> String? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    return cut(name, sorted.map { "\(Terminal.printable($0.0)) \($0.1)" })
  }

  private static func cut(_ name: String, _ values: [String]) -> String {
    let more = values.count - most
    return "\(name): " + values.prefix(most).joined(separator: ", ")
      + (more > 0 ? ", and \(more) more" : "")
  }

  /// `{"facets": {…}}`, with every value.
  static func json(_ facets: Facets, places: [Int64: String]) -> String {
    func named<Key>(_ counts: [Key: Int], _ name: (Key) -> String) -> [String: Int] {
      Dictionary(counts.map { (name($0.key), $0.value) }, uniquingKeysWith: +)
    }
    let object: [String: Any] = [
      "classes": named(facets.classes) { "\($0.vocabulary):\($0.className)" },
      "labels": facets.labels,
      "concepts": facets.concepts, "countries": facets.countries,
      "regions": named(facets.regions) { "\($0.name), \($0.country)" },
      "cities": named(facets.cities) { places[$0] ?? "?" },
      "months": named(facets.months) { $0.description },
      "light": named(facets.lights) { $0.rawValue },
      "cameras": named(facets.cameras) { $0.name },
      "ratings": named(facets.ratings) { String($0) }, "models": facets.models,
      "favourites": facets.favourites, "undated": facets.undated, "unplaced": facets.unplaced,
    ]
    let data = try? JSONSerialization.data(
      withJSONObject: ["facets": object], options: [.sortedKeys, .withoutEscapingSlashes])
    return String(decoding: data ?? Data(), as: UTF8.self)
  }
}
