import Analysis
import ArgumentParser
import Catalog
import PhotoCore

struct Favourite: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Mark the photos of a query as favourites.",
    discussion: """
      Examples:
        meridian favourite 'file:DSCN0042'
        meridian favourite --remove "favourite and 2014"

      The mark stays with the photo, wherever its file is. Find favourites with the term favourite.
      """, aliases: ["favorite"])

  @Argument(help: "The query.")
  var query: [String]

  @Flag(name: .long, help: "Remove the mark.")
  var remove = false

  @OptionGroup var options: LibraryOptions

  func run() throws {
    try Failure.explained {
      let session = try QuerySession(query.joined(separator: " "), options)
      let changed = try session.catalogue.marks.setFavourite(
        !remove, of: session.hits.ids, at: WallClock.now().milliseconds)
      print("\(changed) of \(session.hits.ids.count) photos \(remove ? "unmarked" : "marked").")
    }
  }
}
