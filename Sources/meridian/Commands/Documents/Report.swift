import Analysis
import ArgumentParser
import Catalog
import Foundation
import Geography
import Library
import PhotoCore
import Publishing
import Query

struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the photos of a query to one HTML file with pictures.",
    discussion: """
      Example:  meridian report "beach and 2014" -o trip.html

      The file is self-contained: it opens anywhere, offline.
      """)

  @Argument(help: "The query; empty for all photos.")
  var query: [String] = []

  @Option(name: .shortAndLong, help: "The file to write.")
  var output: String

  @Option(help: "The title of the report.")
  var title = "Meridian"

  @Flag(name: .long, help: "Replace the file if it exists.")
  var overwrite = false

  @OptionGroup var options: LibraryOptions

  func run() throws {
    try Failure.explained {
      let session = try QuerySession(query.joined(separator: " "), options)
      let library = options.folder
      let heading = HTMLReport.Heading(
        title: title, query: session.text, made: String(WallClock.now().description.prefix(10)),
        models: try session.catalogue.models.all().map(\.line),
        thresholds: session.thresholds, leftOut: session.leftOut,
        attribution: Gazetteer.attribution)
      let report = HTMLReport(heading: heading) { photo in
        FileManager.default.contents(atPath: library.smallThumbnail(of: photo.sha256).description)
          .map { [UInt8]($0) }
      }
      let file = try OutputFile(output, overwrite: overwrite)
      let photos = session.photos()
      try report.write(photos, count: session.hits.ids.count, to: file)
      try photos.finish()
      try file.finish()
      print("\(session.hits.ids.count) photos in \(Terminal.printable(output))")
    }
  }
}
