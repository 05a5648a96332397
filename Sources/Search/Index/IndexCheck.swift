package import Catalog
internal import PhotoCore
package import Query

/// Asks an index and SQLite the same questions.
package struct IndexCheck {
  private let catalogue: CatalogDatabase
  private let index: SearchIndex
  private let lexicon: Lexicon
  private let thresholds: Thresholds

  /// - Parameters:
  ///   - index: of the catalogue.
  ///   - thresholds: those that the index counts with.
  package init(
    catalogue: CatalogDatabase, index: SearchIndex, lexicon: Lexicon,
    thresholds: Thresholds
  ) {
    self.catalogue = catalogue
    self.index = index
    self.lexicon = lexicon
    self.thresholds = thresholds
  }

  /// Where the two disagree: a sentence for each query; empty when all is well.
  ///
  /// - Parameter progress: told of each kind of question as it begins.
  package func problems(progress: (String) -> Void) throws -> [String] {
    progress("all photos, their order and their facets")
    var problems = try compare(nil, "all photos")
    let all = try index.search(nil).facets()
    var queries: [String] = Light.allCases.map { "light:\($0.rawValue)" }
    queries += all.months.keys.sorted().map(\.description)
    queries += all.countries.keys.sorted().map { "country:\($0)" }
    queries += all.concepts.keys.sorted().map { "\"\($0)\"" }
    queries += all.classes.keys.sorted().map { "\($0.vocabulary):\"\($0.className)\"" }
    queries += all.labels.keys.sorted().flatMap { name -> [String] in
      let term = Name(rawValue: name).map { Term.label(LabelTerm(name: $0)).description }
      return term.map { [$0, "\($0) @ 50%"] } ?? []
    }
    queries += ["favourite", "rating >= 1", "has:gps", "has:time", "has:warning", "has:objects"]
    progress("\(queries.count) queries")
    for text in queries {
      // A country that a newer gazetteer does not know any more cannot be asked for.
      guard let expression = try meaning(of: text) else { continue }
      problems += try compare(expression, text)
    }
    return problems
  }

  private func meaning(of text: String) throws -> ResolvedExpression? {
    do {
      return try lexicon.resolve(
        QueryParser.parseKeepingOffsets(text), thresholds: thresholds)
    } catch is QueryError {
      return nil
    }
  }

  private func compare(_ expression: ResolvedExpression?, _ text: String) throws -> [String] {
    let found = try index.search(expression)
    let ids = try catalogue.search.hits(expression).ids
    var problems: [String] = []
    if found.allIDs() != ids {
      problems.append("\(text): the index finds \(found.count) photos, the catalogue \(ids.count).")
    }
    guard expression == nil else { return problems }
    let counted = try catalogue.search.facets(expression, lexicon.facetScheme(thresholds))
    if found.facets() != counted { problems.append("\(text): the facets differ.") }
    return problems
  }
}
