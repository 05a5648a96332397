import Analysis
import ArgumentParser
import Catalog
import Foundation
import Geography
import Library
import PhotoCore

struct Geotag: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Give photos a position from a GPS track, or from the photos taken before and after.",
    discussion: """
      Examples:
        meridian geotag peru.gpx                       what would change
        meridian geotag peru-*.gpx --apply
        meridian geotag peru.gpx --utc-offset -05:00   cameras whose zone is not known
        meridian geotag --neighbours --max-gap 30m     without a track

      Nothing is changed without --apply, no file ever is, and wall clocks stay. A camera whose clock's \
      zone is not known is put beside the track by those of its photos that have a position. \
      `meridian undo` takes the positions back.
      """)

  @Argument(help: "GPX files.", completion: .file(extensions: ["gpx"]))
  var files: [String] = []

  @Flag(name: .long, help: "From the photos taken just before and after instead of a track.")
  var neighbours = false

  @Option(help: "The longest gap: between two points of the track (10m), to a neighbour (1h).")
  var maxGap: TimeShift?

  @Option(help: "Of --neighbours: the most metres between the photos before and after.")
  var maxDistance = 1000.0

  @Option(help: "What clocks of unknown zone are ahead of UTC by, such as +02:00.")
  var utcOffset: TimeShift?

  @Option(help: "What the clocks are fast by, such as +90s; slow is negative.")
  var clockError: TimeShift?

  @Option(help: "Only photos of this camera.")
  var camera: String?

  @Flag(name: .long, help: "Replace positions that are there.")
  var overwrite = false

  @Flag(name: .long, help: "Do it.")
  var apply = false

  @OptionGroup var options: LibraryOptions

  func validate() throws {
    guard files.isEmpty == neighbours else {
      throw ValidationError("Give GPX files, or --neighbours.")
    }
    if let maxGap, maxGap.milliseconds <= 0 { throw ValidationError("--max-gap is above 0.") }
    guard maxDistance >= 0 else { throw ValidationError("--max-distance is not negative.") }
    if let utcOffset, !(-720...840).contains(utcOffset.milliseconds / 60_000) {
      throw ValidationError("--utc-offset is from -12:00 to +14:00.")
    }
  }

  func run() throws {
    try Failure.explained {
      let catalogue = try options.openCatalogue()
      let photos = try catalogue.photos.timeline()
      if neighbours {
        var settings = NeighbourPositions.Settings()
        if let maxGap {
          settings.maximumGap = maxGap.milliseconds
          settings.maximumGapAlone = min(settings.maximumGapAlone, maxGap.milliseconds)
        }
        settings.maximumDistance = maxDistance
        let plan = NeighbourPositions(photos: photos, settings: settings)
        print(
          "Without a position and a neighbour that near: \(Terminal.count(plan.without, "photo")).")
        try finish(plan.positions, "positions from neighbours", catalogue)
      } else {
        let track = try readTrack()
        let plan = Geotagging(photos: photos, track: track, settings: try settings(catalogue))
        report(plan, track)
        let names = files.map { ($0 as NSString).lastPathComponent }.joined(separator: ", ")
        try finish(plan.positions, "track \(names)", catalogue)
      }
    }
  }

  private func settings(_ catalogue: CatalogDatabase) throws -> Geotagging.Settings {
    var settings = Geotagging.Settings()
    if let maxGap { settings.maximumGap = maxGap.milliseconds }
    settings.utcOffsetMinutes = utcOffset.map { Int($0.milliseconds / 60_000) }
    settings.clockError = clockError?.milliseconds ?? 0
    settings.cameras = try camera.map { [try CameraChoice.find($0, catalogue)] }
    settings.replacesPositions = overwrite
    return settings
  }

  /// All files as one track.
  private func readTrack() throws -> Track {
    var points: [Track.Point] = []
    for file in files {
      guard let data = FileManager.default.contents(atPath: file) else {
        throw ValidationError("\(Terminal.printable(file)) cannot be read: check its name.")
      }
      do {
        points += try GPXFile.track(in: Array(data)).points
      } catch {
        throw ValidationError("\(Terminal.printable(file)): \(Self.sentence(error))")
      }
    }
    return Track(points: points)
  }

  private static func sentence(_ problem: GPXFile.Problem) -> String {
    switch problem {
    case .notGPX: "This is no GPX file. Export the track as GPX."
    case .noPoints: "There is no track in it, only routes or waypoints. Export the recorded track."
    case .noTimes:
      "Its track has no times, so no photo can be put on it. Export the recorded track."
    }
  }

  private func report(_ plan: Geotagging, _ track: Track) {
    if let first = track.points.first, let last = track.points.last {
      print(
        "Track: \(Terminal.count(track.points.count, "point")), "
          + "\(WallTime(milliseconds: first.utcMilliseconds)) to "
          + "\(WallTime(milliseconds: last.utcMilliseconds)) UTC")
    }
    for (camera, offset) in plan.estimated {
      let name = Terminal.printable(camera?.name ?? "(no camera)")
      print(
        "\(name): its clock is \(TimeShift(milliseconds: offset).text) from UTC, by its own positions"
      )
    }
    for (camera, photos) in plan.withoutOffset {
      let name = Terminal.printable(camera?.name ?? "(no camera)")
      print("\(name): the zone of \(photos) photos is not known; give --utc-offset")
    }
    print(
      "Too long before or after any point of the track: \(Terminal.count(plan.outside, "photo")).")
  }

  private func finish(
    _ positions: [GivenPosition], _ summary: String, _ catalogue: CatalogDatabase
  ) throws {
    print("\(Terminal.count(positions.count, "photo")) would get a position.")
    guard !positions.isEmpty else { return }
    let few = Array(positions.prefix(5))
    for (photo, given) in zip(try catalogue.photos.records(few.map(\.photo)), few) {
      let point = given.position.coordinate
      let place =
        catalogue.gazetteer?.nearest(to: point).map { ", \($0.city), \($0.country)" } ?? ""
      print(
        String(
          format: "  %@: %.5f,%.5f", Terminal.printable(photo.path.name.description),
          point.latitude, point.longitude) + place)
    }
    if positions.count > few.count { print("  …") }
    guard apply else { return print("Nothing was changed. Add --apply to do it.") }
    let change = try catalogue.changes.give(
      positions, summary: summary, at: WallClock.now().milliseconds)
    print("Done. Take it back with: meridian undo \(change.id)")
  }
}
