package import Catalog

/// Who has something to do once an import has stored its photos, such as looking at them with labels.
package protocol ImportListener: Sendable {
  /// Called at the end of each import that nobody stopped, on its thread, while it still holds the library.
  ///
  /// - Parameter progress: to be called often, for a progress bar.
  /// - Throws: what then ends the import; everything that it stored stays.
  func importEnded(_ end: ImportEnd, progress: (RunProgress) -> Void) throws -> ImportFollowUp
}

/// An import that has just stored its photos.
package struct ImportEnd: Sendable {
  /// Where it imported.
  package let library: LibraryFolder
  /// The library's catalogue, open.
  package let catalogue: CatalogDatabase
  /// How it was run.
  package let settings: ImportRun.Settings
  /// Raised by whoever wants it all to end early.
  package let stop: StopSign
}

/// What those did who were told of the end of an import.
package struct ImportFollowUp: Hashable, Sendable {
  /// Photos that they looked at, once for each that looked.
  package var photos = 0
  /// What they could not do, a sentence for each. It fails no import.
  package var problems: [String] = []

  package init() {}

  mutating func add(_ other: ImportFollowUp) {
    photos += other.photos
    problems += other.problems
  }
}
