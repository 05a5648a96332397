import ArgumentParser
import Catalog
import Foundation
import Library
import PhotoCore
import Query
import Search

/// A query against an open library: what `find`, `report`, `export` and the marks share.
struct QuerySession {
  let catalogue: CatalogDatabase
  let expression: ResolvedExpression?
  let hits: PhotoHits
  let thresholds: Thresholds
  let lexicon: Lexicon
  /// The query in its canonical text; empty for all photos.
  let text: String

  /// - Parameters:
  ///   - query: empty for all photos.
  ///   - saved: the name of a saved search that the query is joined to by `and`.
  init(
    _ query: String, _ options: LibraryOptions, saved: String? = nil, order: OrderOption = .oldest
  ) throws {
    let catalogue = try options.openCatalogue()
    self.catalogue = catalogue
    (lexicon, thresholds) = try options.lexicon(catalogue)
    let parts = [try saved.map { try Self.savedQuery($0, catalogue) }, query].compactMap { $0 }
      .filter { !$0.allSatisfy(\.isWhitespace) }
    let joined = parts.count > 1 ? parts.map { "(\($0))" }.joined(separator: " and ") : parts.first
    if let joined {
      let parsed = try QueryParser.parseKeepingOffsets(joined)
      expression = try lexicon.resolve(parsed, thresholds: thresholds)
      text = parsed.expression.description
    } else {
      expression = nil
      text = ""
    }
    hits = try catalogue.search.hits(expression, order: try order.order(for: expression))
  }

  private static func savedQuery(_ name: String, _ catalogue: CatalogDatabase) throws -> String {
    let all = try catalogue.savedSearches.all()
    guard let found = all.first(where: { $0.name.lowercased() == name.lowercased() }) else {
      let names = all.map(\.name).joined(separator: ", ")
      throw ValidationError(
        "Saved search “\(name)” not found. "
          + (names.isEmpty
            ? "Save one with `meridian find QUERY --save NAME`." : "Saved: \(names)."))
    }
    return found.query
  }

  /// The photos, a page at a time; ``PhotoPages/finish()`` says whether all of them came.
  func photos() -> PhotoPages {
    catalogue.photos.pages(hits.ids)
  }

  /// All photos at once, for documents that need to know how many come.
  func allPhotos() throws -> [PhotoRecord] {
    let pages = photos()
    let all = Array(pages)
    try pages.finish()
    return all
  }

  /// How many photos of the result have what; counted by an index made for the purpose.
  func facets() throws -> Facets {
    let index = try SearchIndex(catalogue, lexicon.facetScheme(thresholds))
    return try index.search(expression).facets()
  }

  /// What the query left out because it is unknown, in sentences; nil for nothing.
  var leftOut: String? {
    LeftOut(expression, undated: hits.undated, unplaced: hits.unplaced).sentence
  }
}

/// The order of a result, as the command line names it.
enum OrderOption: String, CaseIterable, ExpressibleByArgument {
  case oldest, newest, nearest, surest

  func order(for expression: ResolvedExpression?) throws -> ResultOrder {
    switch self {
    case .oldest: return .oldestFirst
    case .newest: return .newestFirst
    case .surest: return .surestFirst
    case .nearest:
      guard let centre = expression?.centre else {
        throw ValidationError("--order nearest needs a near: term in the query.")
      }
      return .nearestFirst(centre)
    }
  }
}
