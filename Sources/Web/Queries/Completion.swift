internal import Catalog
internal import Foundation
internal import Geography
internal import OrderedJSON
internal import PhotoCore
internal import Query

/// What the word that is being typed may become.
struct Completion {
  struct Suggestion {
    let text, label, kind: String
    let count: Int?
  }

  let snapshot: QuerySnapshot
  let facets: Facets
  let cameras: [String]
  let saved: [SavedSearch]

  /// The suggestions for the end of `text`, best first, and where the replaced part begins (Unicode
  /// scalars).
  func suggestions(for text: String, limit: Int) -> (from: Int, [Suggestion]) {
    let scalars = Array(text.unicodeScalars)
    let from = Self.start(of: scalars)
    let word = String(String.UnicodeScalarView(scalars[from...]))
    guard !word.isEmpty else { return (from, []) }
    let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2, let field = Field(rawValue: parts[0].lowercased()) {
      let value = parts[1].trimmingCharacters(in: CharacterSet(charactersIn: "\""))
      return (from, Array(values(of: field, beginning: value).prefix(limit)))
    }
    let plain = word.trimmingCharacters(in: CharacterSet(charactersIn: "\""))
    return (from, Array(names(beginning: plain).prefix(limit)))
  }

  /// Behind the last operator, bracket or space that is in no quotation.
  private static func start(of scalars: [Unicode.Scalar]) -> Int {
    var start = 0
    var isQuoted = false
    for (place, scalar) in scalars.enumerated() {
      if scalar == "\"" { isQuoted.toggle() }
      if !isQuoted,
        scalar == " " || scalar == "(" || scalar == ")" || scalar == "&" || scalar == "|"
          || scalar == "!"
      {
        start = place + 1
      }
    }
    return start
  }

  private func names(beginning word: String) -> [Suggestion] {
    let key = word.lowercased()
    var found: [(rank: Int, suggestion: Suggestion)] = []
    func add(_ name: String, text: String, kind: String, count: Int?) {
      let lowered = name.lowercased()
      let begins = lowered.hasPrefix(key)
      guard begins || lowered.split(separator: " ").contains(where: { $0.hasPrefix(key) }) else {
        return
      }
      found.append(
        (
          (begins ? 0 : 1) - (count ?? 0 > 0 ? 2 : 0),
          Suggestion(text: text, label: name, kind: kind, count: count)
        ))
    }
    for label in snapshot.lexicon.labels {
      let name = label.name.rawValue
      add(
        name, text: QueryText.label(name), kind: "label", count: facets.labels[name] ?? 0)
    }
    for concept in snapshot.lexicon.concepts where !concept.meaning.isEmpty {
      let name = concept.name.rawValue
      add(
        name, text: QueryText.name(name), kind: "concept", count: facets.concepts[name] ?? 0)
    }
    var seen: Set<String> = Set(snapshot.lexicon.concepts.map { $0.name.key })
    for reference in snapshot.lexicon.allClasses {
      guard seen.insert(reference.className.lowercased()).inserted else { continue }
      let count = facets.classes[reference] ?? 0
      add(
        reference.className, text: QueryText.name(reference.className),
        kind: reference.vocabulary, count: count)
    }
    for (word, text) in Self.phrases { add(word, text: text, kind: "filter", count: nil) }
    for search in saved {
      add(search.name, text: "(\(search.query))", kind: "saved search", count: nil)
    }
    return found.sorted {
      ($0.rank, -($0.suggestion.count ?? 0), $0.suggestion.label)
        < ($1.rank, -($1.suggestion.count ?? 0), $1.suggestion.label)
    }.map(\.suggestion)
  }

  private static let phrases =
    [
      ("favourite", "favourite"), ("rating", "rating >= 3"), ("and", "and"), ("or", "or"),
      ("not", "not"),
    ] + Field.allCases.map { ($0.rawValue, "\($0.rawValue):") }

  private func values(of field: Field, beginning value: String) -> [Suggestion] {
    switch field {
    case .light: return fixed(Light.allCases.map(\.rawValue), of: field, beginning: value)
    case .has: return fixed(PhotoFact.allCases.map(\.rawValue), of: field, beginning: value)
    case .weekday:
      return fixed(
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
        of: field, beginning: value)
    case .month: return fixed((1...12).map(String.init), of: field, beginning: value)
    case .camera:
      return fixed(cameras, of: field, beginning: value) { QueryText.camera($0) }
    case .model:
      return fixed(snapshot.lexicon.modelNames, of: field, beginning: value) { QueryText.model($0) }
    case .near:
      return places(value).map { name in
        Suggestion(text: "near:\"\(name)\",25km", label: name, kind: "place", count: nil)
      }
    case .city:
      return places(value).map {
        Suggestion(text: QueryText.city($0), label: $0, kind: "city", count: nil)
      }
    case .country:
      return fixed(snapshot.lexicon.countryNames, of: field, beginning: value) {
        "country:\"\($0)\""
      }
    case .region:
      let regions = facets.regions.keys.map { "\($0.name), \($0.country)" }.sorted()
      return fixed(regions, of: field, beginning: value) {
        QueryText.region($0)
      }
    case .label:
      let labels = snapshot.lexicon.labels.map(\.name.rawValue)
      return fixed(labels, of: field, beginning: value) { QueryText.label($0) }
    case .within, .hour, .file, .like: return []
    }
  }

  private func places(_ beginning: String) -> [String] {
    beginning.count < 2 ? [] : snapshot.lexicon.placeNames(beginning: beginning, limit: 8)
  }

  private func fixed(
    _ values: [String], of field: Field, beginning: String,
    text: (String) -> String? = { _ in nil }
  ) -> [Suggestion] {
    let key = beginning.lowercased()
    return values.filter { value in
      key.isEmpty || value.lowercased().hasPrefix(key)
        || value.lowercased().split(separator: " ").contains { $0.hasPrefix(key) }
    }.map { value in
      Suggestion(
        text: text(value) ?? "\(field.rawValue):\(value)", label: value, kind: field.rawValue,
        count: nil)
    }
  }
}
