import Analysis
import ArgumentParser
import Catalog
import PhotoCore

struct Rate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Give the photos of a query 1 to 5 stars; 0 removes the rating.",
    discussion: """
      Example:  meridian rate 5 'file:DSCN0042'

      Find rated photos with rating >= 3.
      """)

  @Argument(help: "0 to 5.")
  var stars: Int

  @Argument(help: "The query.")
  var query: [String]

  @OptionGroup var options: LibraryOptions

  func validate() throws {
    guard (0...5).contains(stars) else { throw ValidationError("The rating must be 0 to 5.") }
    guard !query.isEmpty else { throw ValidationError("Which photos? Give a query.") }
  }

  func run() throws {
    try Failure.explained {
      let session = try QuerySession(query.joined(separator: " "), options)
      let changed = try session.catalogue.marks.rate(
        session.hits.ids, stars: stars, at: WallClock.now().milliseconds)
      print("\(changed) of \(session.hits.ids.count) photos changed.")
    }
  }
}
