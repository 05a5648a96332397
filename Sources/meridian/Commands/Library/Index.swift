import ArgumentParser
import Catalog
import Query
import Search

struct Index: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Verify that the search index answers as the catalogue does.",
    discussion: """
      Example:  meridian index

      The index is made from the catalogue whenever it is needed, and never stored. This makes one and \
      asks it and SQLite the same: all photos, in order, with all counts, and each class, concept, \
      month, light and place that occurs. Takes minutes for a million photos.
      """)

  @OptionGroup var options: LibraryOptions

  func run() throws {
    try Failure.explained {
      let catalogue = try options.openCatalogue()
      let (lexicon, thresholds) = try options.lexicon(catalogue)
      let clock = ContinuousClock()
      let start = clock.now
      let index = try SearchIndex(catalogue, lexicon.facetScheme(thresholds))
      print("Loaded \(index.count) photos in \(start.duration(to: clock.now)).")
      let check = IndexCheck(catalogue, index, lexicon, thresholds)
      let problems = try check.problems { print("  \($0)") }
      guard problems.isEmpty else {
        problems.forEach { Terminal.complain($0) }
        throw ExitCode(1)
      }
      print("The index and the catalogue agree.")
    }
  }
}
