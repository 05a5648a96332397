import ArgumentParser
import Catalog
import Foundation
import PhotoCore
import Publishing
import Query

struct Find: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find photos by what is on them, when and where.",
    discussion: """
      Examples:
        meridian find "beach and person and not car"
        meridian find "person >= 3 and 2014-06..2014-07"
        meridian find "dog @ 80% and near:-13.52,-71.97,50km" --why

      Words: and, or, not, ( ). Names of objects and scenes count as a whole; quote those with \
      blanks ("traffic light"). Numbers: person >= 3, dog @ 80%, person larger 20%. Dates: \
      2014-06..2014-07 with both ends, 2014-06.. and ..2014 open. Places: near:LAT,LON,25km. \
      Facts: has:gps, has:time, has:warning. All of it: docs/query-language.md.
      """)

  @Argument(help: "The query; empty for all photos.")
  var query: [String] = []

  @Flag(name: .long, help: "As JSON lines, with objects and scenes.")
  var json = false

  @Flag(name: .long, help: "Only the number of photos.")
  var count = false

  @Flag(name: .long, help: "Say of each photo why it was found.")
  var why = false

  @Option(help: "At most this many photos.")
  var limit: Int?

  @OptionGroup var options: LibraryOptions

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit takes a number from 0 on.") }
  }

  func run() throws {
    try Failure.explained {
      let session = try QuerySession(query.joined(separator: " "), options)
      if count {
        print(session.hits.ids.count)
      } else if json {
        try printLines(session)
      } else {
        try printTable(session)
      }
    }
  }

  private func reasons(_ session: QuerySession, _ photo: PhotoRecord) throws -> [String]? {
    guard why else { return nil }
    guard let expression = session.expression else { return [] }
    return try ReferenceEvaluator.why(expression, photo).map(\.description)
  }

  private func printLines(_ session: QuerySession) throws {
    let photos = session.photos()
    for photo in photos.prefix(limit ?? .max) {
      print(RecordJSON.line(for: photo, reasons: try reasons(session, photo)))
    }
    try photos.finish()
  }

  private func printTable(_ session: QuerySession) throws {
    let total = session.hits.ids.count
    let table = PhotoTable(width: Terminal.width, threshold: session.thresholds.detection)
    if total > 0 { print(table.header) }
    let photos = session.photos()
    for photo in photos.prefix(limit ?? .max) {
      print(table.row(photo))
      for reason in try reasons(session, photo) ?? [] {
        print("    " + Terminal.printable(reason))
      }
    }
    try photos.finish()
    let shown = limit.map { min($0, total) } ?? total
    print(shown < total ? "\(total) photos, \(shown) shown." : "\(total) photos.")
    if let leftOut = session.leftOut { print(leftOut) }
  }
}
