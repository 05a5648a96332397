import ArgumentParser
import Catalog

struct Searches: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the saved searches, or delete one.",
    discussion: """
      Examples:
        meridian searches
        meridian searches --forget "Peru"

      Save one with `meridian find QUERY --save NAME`, and use it with `meridian find --saved NAME`.
      """)

  @Option(help: "Delete the saved search with this name.")
  var forget: String?

  @OptionGroup var options: LibraryOptions

  func run() throws {
    try Failure.explained {
      let catalogue = try options.openCatalogue()
      if let forget {
        guard try catalogue.savedSearches.delete(forget) else {
          throw ValidationError("Saved search “\(forget)” not found. See `meridian searches`.")
        }
        print("Forgot \(Terminal.printable(forget)).")
        return
      }
      let searches = try catalogue.savedSearches.all()
      for search in searches {
        let query = search.query.isEmpty ? "(all photos)" : search.query
        print("\(Terminal.printable(search.name)): \(Terminal.printable(query))")
      }
      if searches.isEmpty { print("No saved searches. Save one: meridian find QUERY --save NAME") }
    }
  }
}
