internal import Geography
internal import PhotoCore
internal import Query

/// Facets with, for each value, the term that asks for it.
struct ListedFacets {
  /// The most values of a kind that are sent: more than anyone looks through; a name can be typed.
  private static let most = 300

  let facets: Facets
  /// City and country by the place's id.
  let places: [Int64: String]
  /// English names of countries by code.
  let countryNames: [String: String]

  /// A value of most kinds.
  struct Value {
    let term, name: String
    let count: Int
  }

  private var classes: [(reference: ClassReference, count: Int)] {
    let sorted = facets.classes.sorted {
      ($1.value, $0.key.className) < ($0.value, $1.key.className)
    }
    return sorted.prefix(Self.most).map { ($0.key, $0.value) }
  }

  private var concepts: [Value] { sorted(facets.concepts) { (QueryText.name($0), $0) } }

  var countries: [Value] {
    sorted(facets.countries) { ("country:\($0)", countryNames[$0] ?? $0) }
  }

  private var regions: [Value] {
    sorted(facets.regions) { (QueryText.region("\($0.name), \($0.country)"), $0.name) }
  }

  var cities: [Value] {
    sorted(facets.cities) { id in places[id].map { (QueryText.city($0), $0) } }
  }

  private var months: [(month: YearMonth, count: Int)] {
    facets.months.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  var lights: [Value] { sorted(facets.lights) { ("light:\($0.rawValue)", $0.rawValue) } }
  var cameras: [Value] { sorted(facets.cameras) { (QueryText.camera($0.name), $0.name) } }

  private var ratings: [(stars: Int, count: Int)] {
    facets.ratings.sorted { $0.key > $1.key }.map { ($0.key, $0.value) }
  }

  private var models: [Value] { sorted(facets.models) { (QueryText.model($0), $0) } }
  private var labels: [Value] { sorted(facets.labels) { (QueryText.label($0), $0) } }

  /// The most frequent first.
  ///
  /// - Parameter text: the term and the name of a value; nil for one that is left out.
  private func sorted<Key>(
    _ counts: [Key: Int], _ text: (Key) -> (term: String, name: String)?
  ) -> [Value] {
    let values = counts.compactMap { key, count in
      text(key).map { Value(term: $0.term, name: $0.name, count: count) }
    }
    return Array(
      values.sorted { ($1.count, $0.name) < ($0.count, $1.name) }.prefix(Self.most))
  }
}

/// Facets as the API shows them.
extension ListedFacets {
  static let shape = Shape<ListedFacets>.object([
    .field("classes", .list(classShape)) { $0.classes },
    .field("concepts", .list(value)) { $0.concepts },
    .field("countries", .list(value)) { $0.countries },
    .field("regions", .list(value)) { $0.regions }, .field("cities", .list(value)) { $0.cities },
    .field("months", .list(month)) { $0.months }, .field("lights", .list(value)) { $0.lights },
    .field("cameras", .list(value)) { $0.cameras },
    .field("ratings", .list(rating)) { $0.ratings },
    .field("models", .list(value)) { $0.models }, .field("labels", .list(value)) { $0.labels },
    .field("favourites", .integer) { $0.facets.favourites },
    .field("undated", .integer) { $0.facets.undated },
    .field("unplaced", .integer) { $0.facets.unplaced },
  ]).named("Facets")

  static let value = Shape<Value>.object([
    .field("term", .string) { $0.term }, .field("name", .string) { $0.name },
    .field("count", .integer) { $0.count },
  ]).named("Facet")

  static let month = Shape<(month: YearMonth, count: Int)>.object([
    .field("term", .string) { $0.month.description },
    .field("month", .string) { $0.month.description }, .field("count", .integer) { $0.count },
  ]).named("MonthFacet")

  private static let classShape = Shape<(reference: ClassReference, count: Int)>.object([
    .field("term", .string) { QueryText.classTerm($0.reference) },
    .field("name", .string) { $0.reference.className },
    .field("vocabulary", .string) { $0.reference.vocabulary },
    .field("count", .integer) { $0.count },
  ]).named("ClassFacet")

  private static let rating = Shape<(stars: Int, count: Int)>.object([
    .field("term", .string) { "rating = \($0.stars)" }, .field("stars", .integer) { $0.stars },
    .field("count", .integer) { $0.count },
  ]).named("RatingFacet")
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
