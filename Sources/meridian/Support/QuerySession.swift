import Catalog
import Foundation
import Library
import PhotoCore
import Query

/// A query against an open library: what `find`, `report` and `export` share.
struct QuerySession {
  let catalogue: CatalogDatabase
  let expression: ResolvedExpression?
  let hits: PhotoHits
  let thresholds: Thresholds
  /// The query in its canonical text; empty for all photos.
  let text: String

  /// - Parameter query: empty for all photos.
  init(_ query: String, _ options: LibraryOptions) throws {
    catalogue = try options.folder.openCatalogue()
    let (lexicon, thresholds) = try options.lexicon(catalogue)
    self.thresholds = thresholds
    if query.allSatisfy(\.isWhitespace) {
      (expression, text) = (nil, "")
    } else {
      let parsed = try QueryParser.parseKeepingOffsets(query)
      expression = try lexicon.resolve(parsed, thresholds: thresholds)
      text = parsed.expression.description
    }
    hits = try catalogue.search(expression)
  }

  /// The photos, a page at a time; ``PhotoPages/finish()`` says whether all of them came.
  func photos() -> PhotoPages {
    catalogue.photoPages(hits.ids)
  }

  /// All photos at once, for documents that need to know how many come.
  func allPhotos() throws -> [PhotoRecord] {
    let pages = photos()
    let all = Array(pages)
    try pages.finish()
    return all
  }

  /// A sentence about what the query left out for want of knowledge; nil for nothing.
  var leftOut: String? {
    var parts: [String] = []
    if hits.undated > 0 { parts.append("\(hits.undated) without a date") }
    if hits.unplaced > 0 { parts.append("\(hits.unplaced) without a position") }
    return parts.isEmpty
      ? nil : "Not looked at for want of knowledge: \(parts.joined(separator: ", "))."
  }
}
