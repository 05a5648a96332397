internal import Search
internal import Catalog
internal import PhotoCore
internal import Synchronization

/// Results in the order of a column. A table that is scrolled asks for the same one again and again.
final class SortedResults: Sendable {
  private struct Sorted {
    let version: Int64
    let text: String
    let column: PhotoColumn
    let isDescending: Bool
    let ids: [Int64]
  }

  private let catalogue: CatalogDatabase
  private let last = Mutex<Sorted?>(nil)

  init(_ catalogue: CatalogDatabase) { self.catalogue = catalogue }

  /// A page of a result in the order of a column; fewer at its end.
  func ids(
    of found: QueryResult, by column: PhotoColumn, _ isDescending: Bool, _ range: Range<Int>
  ) throws -> [Int64] {
    let version = found.result.version
    let known = last.withLock { last in
      last.flatMap { sorted in
        sorted.version == version && sorted.text == found.text && sorted.column == column
          && sorted.isDescending == isDescending ? sorted.ids : nil
      }
    }
    let ids =
      try known
      ?? catalogue.search.sorted(
        found.result.allIDs(), by: column, descending: isDescending,
        thresholds: found.snapshot.thresholds)
    if known == nil {
      last.withLock {
        $0 = Sorted(
          version: version, text: found.text, column: column, isDescending: isDescending, ids: ids)
      }
    }
    return Array(ids[range.clamped(to: 0..<ids.count)])
  }
}
