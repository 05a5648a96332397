package import PhotoCore

/// Photos in a given order, read a page at a time so that memory stays flat.
///
/// A sequence cannot throw while it is walked: it ends at the first failure, which
/// ``finish()`` then throws. Whoever writes a document calls it before giving the document its name,
/// so that no document ever lacks photos unnoticed. Walked once, by one thread.
package final class PhotoPages: Sequence, IteratorProtocol {
  private let store: PhotoStore
  private var ids: ArraySlice<Int64>
  private var page: ArraySlice<PhotoRecord> = []
  private var failure: (any Error)?

  /// Small enough to hold, large enough that a page costs little more than its rows.
  private static let pageSize = 500

  init(store: PhotoStore, ids: [Int64]) {
    self.store = store
    self.ids = ids[...]
  }

  /// The next photo; nil at the end, or after a failure.
  package func next() -> PhotoRecord? {
    while page.isEmpty, !ids.isEmpty, failure == nil {
      do {
        page = try store.records(Array(ids.prefix(Self.pageSize)))[...]
        ids = ids.dropFirst(Self.pageSize)
      } catch {
        failure = error
      }
    }
    return page.popFirst()
  }

  /// - Throws: what ended the sequence early; the usual errors of the catalogue.
  package func finish() throws {
    if let failure { throw failure }
  }
}

extension PhotoStore {
  /// The photos of `ids`, in the order of `ids`, a page at a time.
  package func pages(_ ids: [Int64]) -> PhotoPages {
    PhotoPages(store: self, ids: ids)
  }
}
