import Analysis
import ArgumentParser
import Catalog
import Foundation
import PhotoCore
import Publishing
import Query

struct Find: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find photos by what they show, when and where.",
    discussion: """
      Examples:
        meridian find "beach and person and not car"
        meridian find "person >= 3 and 2014-06..2014-07"
        meridian find 'sunset and near:"Cusco",50km' --order nearest
        meridian find "dog @ 80% and country:PE" --why --facets

      Combine:  and, or, not, ( )            also & | !
      Names:    dog  "traffic light"  beach  coco:zebra         whole names only
      Boxes:    person >= 3   dog @ 80%   person larger 20%
      Time:     2014   2014-06..2014-07   2014-06-12T18:00..   ..2014
                month:7   weekday:sat..sun   hour:5..8          both ends included
      Place:    near:55.86,-4.25,25km   near:"Cambridge, US",10km   country:PE
                region:Scotland   city:Cusco   within:"LAT,LON LAT,LON LAT,LON"
      Light:    light:sunset, sunrise, golden-hour, blue-hour, day, night
      Yours:    favourite   rating >= 3   me @ 90%   label:"my dog"
      Files:    camera:"NIKON D90"   file:DSCN   model:NAME   like:DSCN0042.JPG
      Facts:    has:gps   has:time   has:warning   has:objects   has:scenes

      Undated photos match no time, and photos without a position match no place. The last line says \
      how many were not included. Full reference: docs/query-language.md.
      """)

  @Argument(help: "The query; empty for all photos.")
  var query: [String] = []

  @Flag(name: .long, help: "Print JSON lines, with objects and scenes.")
  var json = false

  @Flag(name: .long, help: "Print only the number of photos.")
  var count = false

  @Flag(name: .long, help: "Show why each photo was found.")
  var why = false

  @Flag(
    name: .long, help: "Show counts by content, place and time.")
  var facets = false

  @Option(help: "The maximum number of photos.")
  var limit: Int?

  @Option(help: "The order: `oldest`, `newest`, `nearest` (to the query's near:) or `surest`.")
  var order = OrderOption.oldest

  @Option(help: "Save the query under this name.")
  var save: String?

  @Option(help: "Use a saved search; a query narrows it down.")
  var saved: String?

  @OptionGroup var options: LibraryOptions

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit takes a number of 0 or more.") }
    if let save, save.allSatisfy(\.isWhitespace) {
      throw ValidationError("--save needs a name.")
    }
  }

  func run() throws {
    try Failure.explained {
      let session = try QuerySession(
        query.joined(separator: " "), options, saved: saved, order: order)
      if let save { try keep(session, as: save) }
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
    if facets {
      print(FacetText.json(try session.facets(), places: try session.catalogue.photos.placeNames()))
    }
  }

  private func keep(_ session: QuerySession, as name: String) throws {
    try session.catalogue.savedSearches.save(
      session.text, as: name, at: WallClock.now().milliseconds)
    Terminal.note("Saved as \(Terminal.printable(name)): meridian find --saved \"\(name)\"")
  }

  private func printTable(_ session: QuerySession) throws {
    let total = session.hits.ids.count
    let table = PhotoTable(width: Terminal.width, thresholds: session.thresholds)
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
    let found = Terminal.count(total, "photo")
    print(shown < total ? "\(found), \(shown) shown." : "\(found).")
    if let leftOut = session.leftOut { print(leftOut) }
    if facets {
      let text = FacetText.lines(
        try session.facets(), places: try session.catalogue.photos.placeNames(),
        width: Terminal.width)
      text.forEach { print($0) }
    }
  }
}
