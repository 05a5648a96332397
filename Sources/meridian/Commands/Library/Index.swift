import ArgumentParser
import Catalog
import Query
import Search

struct Index: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Verify that the search index agrees with the catalogue.",
    discussion: """
      Example:  meridian index

      The index is built from the catalogue when needed and never stored. This command builds one and \
      compares its answers with SQLite's: all photos in order, all counts, and each class, concept, \
      month, light and place that occurs. It takes minutes for a million photos.
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
      let check = IndexCheck(
        catalogue: catalogue, index: index, lexicon: lexicon, thresholds: thresholds)
      let problems = try check.problems { print("  \($0)") }
      guard problems.isEmpty else {
        problems.forEach { Terminal.complain($0) }
        throw ExitCode(1)
      }
      print("The index and the catalogue agree.")
    }
  }
}
