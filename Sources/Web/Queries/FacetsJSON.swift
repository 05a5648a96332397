internal import Geography
internal import OrderedJSON
internal import PhotoCore
internal import Query

/// Facets with, for each value, the term that asks for it.
struct FacetsJSON {
  /// The most values of a kind that are sent: more than anyone looks through; a name can be typed.
  private static let most = 300

  let facets: Facets
  let words: Words
  /// City and country by the place's id.
  let places: [Int64: String]
  /// English names of countries by code.
  let countries: [String: String]

  /// The kinds whose values are listed.
  struct Lists {
    let countries, regions, cities, lights, cameras: JSONText
  }

  var lists: Lists {
    Lists(
      countries: countriesJSON, regions: regions, cities: cities,
      lights: values(
        facets.lights.map { ("light:\($0.key.rawValue)", $0.key.rawValue, $0.value) }),
      cameras: values(
        facets.cameras.map { (QueryText.camera($0.key.name), $0.key.name, $0.value) }))
  }

  var json: JSONText {
    let lists = lists
    return .object([
      ("classes", classes), ("concepts", concepts), ("countries", lists.countries),
      ("regions", lists.regions), ("cities", lists.cities),
      ("months", .array(facets.months.sorted { $0.key < $1.key }.map(Self.month))),
      ("lights", lists.lights), ("cameras", lists.cameras), ("ratings", ratings),
      ("models", values(facets.models.map { (QueryText.model($0.key), $0.key, $0.value) })),
      ("labels", values(facets.labels.map { (QueryText.label($0.key), $0.key, $0.value) })),
      ("favourites", .count(facets.favourites)), ("undated", .count(facets.undated)),
      ("unplaced", .count(facets.unplaced)),
    ])
  }

  static func month(_ month: YearMonth, _ count: Int) -> JSONText {
    .object([
      ("term", .text(month.description)), ("month", .text(month.description)),
      ("count", .count(count)),
    ])
  }

  private var classes: JSONText {
    let sorted = facets.classes.sorted {
      ($1.value, $0.key.className) < ($0.value, $1.key.className)
    }
    return .array(
      sorted.prefix(Self.most).map { reference, count in
        .object([
          ("term", .text(QueryText.classTerm(reference))), ("name", .text(reference.className)),
          ("vocabulary", .text(reference.vocabulary)), ("count", .count(count)),
        ])
      })
  }

  private var concepts: JSONText {
    values(facets.concepts.map { (QueryText.name($0.key), $0.key, $0.value) })
  }

  private var countriesJSON: JSONText {
    values(facets.countries.map { ("country:\($0.key)", countries[$0.key] ?? $0.key, $0.value) })
  }

  private var regions: JSONText {
    values(
      facets.regions.map {
        (QueryText.region("\($0.key.name), \($0.key.country)"), $0.key.name, $0.value)
      })
  }

  private var cities: JSONText {
    values(
      facets.cities.compactMap { id, count in
        places[id].map { (QueryText.city($0), $0, count) }
      })
  }

  private var ratings: JSONText {
    .array(
      facets.ratings.sorted { $0.key > $1.key }.map { stars, count in
        .object([
          ("term", .text("rating = \(stars)")), ("stars", .count(stars)), ("count", .count(count)),
        ])
      })
  }

  private func values(_ values: [(term: String, name: String, count: Int)]) -> JSONText {
    .array(
      values.sorted { ($1.count, $0.name) < ($0.count, $1.name) }.prefix(Self.most).map { value in
        .object([
          ("term", .text(value.term)), ("name", .text(value.name)), ("count", .count(value.count)),
        ])
      })
  }
}

/// Terms of the language as text, from values.
enum QueryText {
  static func name(_ name: String) -> String {
    Name(rawValue: name).map { Term.name(NameTerm(name: $0)).description } ?? ""
  }

  static func classTerm(_ reference: ClassReference) -> String {
    guard let name = Name(rawValue: reference.className) else { return "" }
    let vocabulary = VocabularyID(rawValue: reference.vocabulary)
    return Term.name(NameTerm(name: name, vocabulary: vocabulary)).description
  }

  static func label(_ name: String) -> String {
    Name(rawValue: name).map { Term.label(LabelTerm(name: $0)).description } ?? ""
  }

  static func camera(_ name: String) -> String { text(name) { .camera($0) } }
  static func model(_ name: String) -> String { text(name) { .model($0) } }
  static func city(_ name: String) -> String { place(.city, name) }
  static func region(_ name: String) -> String { place(.region, name) }

  private static func text(_ text: String, _ term: (SearchText) -> Term) -> String {
    SearchText(rawValue: text).map { term($0).description } ?? ""
  }

  private static func place(_ level: PlaceTerm.Level, _ name: String) -> String {
    Name(rawValue: name).map { Term.place(PlaceTerm(level: level, name: $0)).description } ?? ""
  }
}
