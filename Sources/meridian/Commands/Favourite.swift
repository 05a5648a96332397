import PhotoCore
import Catalog
import Analysis
import ArgumentParser

struct Favourite: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Mark the photos of a query as favourites.",
    discussion: """
      Examples:
        meridian favourite 'file:DSCN0042'
        meridian favourite --remove "favourite and 2014"

      The mark belongs to the photo, wherever its file is. Find them with the word favourite.
      """, aliases: ["favorite"])

  @Argument(help: "The query.")
  var query: [String]

  @Flag(name: .long, help: "Take the mark away.")
  var remove = false

  @OptionGroup var options: LibraryOptions

  func run() throws {
    try Failure.explained {
      let session = try QuerySession(query.joined(separator: " "), options)
      let changed = try session.catalogue.setFavourite(
        !remove, of: session.hits.ids, at: WallClock.now().milliseconds)
      print("\(changed) of \(session.hits.ids.count) photos \(remove ? "unmarked" : "marked").")
    }
  }
}

struct Rate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Give the photos of a query 1 to 5 stars; 0 takes them away.",
    discussion: """
      Example:  meridian rate 5 'file:DSCN0042'

      Find them with rating >= 3.
      """)

  @Argument(help: "0 to 5.")
  var stars: Int

  @Argument(help: "The query.")
  var query: [String]

  @OptionGroup var options: LibraryOptions

  func validate() throws {
    guard (0...5).contains(stars) else { throw ValidationError("The stars are 0 to 5.") }
    guard !query.isEmpty else { throw ValidationError("Which photos? Write a query.") }
  }

  func run() throws {
    try Failure.explained {
      let session = try QuerySession(query.joined(separator: " "), options)
      let changed = try session.catalogue.rate(
        session.hits.ids, stars: stars, at: WallClock.now().milliseconds)
      print("\(changed) of \(session.hits.ids.count) photos changed.")
    }
  }
}
