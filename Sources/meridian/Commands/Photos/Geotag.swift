import Analysis
import ArgumentParser
import Catalog
import Foundation
import Geography
import Library
import PhotoCore

struct Geotag: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Set positions from a GPS track, or from the photos taken before and after.",
    discussion: """
      Examples:
        meridian geotag peru.gpx                       what would change
        meridian geotag peru-*.gpx --apply
        meridian geotag peru.gpx --utc-offset -05:00   cameras whose zone is not known
        meridian geotag --neighbours --max-gap 30m     without a track

      Without --apply, this only shows what would change. Files and wall clocks never change. If a \
      camera's time zone is unknown, its offset is worked out from its photos that have a position. \
      Undo with `meridian undo`.
      """)

  @Argument(help: "GPX files.", completion: .file(extensions: ["gpx"]))
  var files: [String] = []

  @Flag(name: .long, help: "Use the photos taken just before and after instead of a track.")
  var neighbours = false

  @Option(help: "The longest gap: between two track points (10m), or to a neighbour (1h).")
  var maxGap: TimeShift?

  @Option(help: "With --neighbours: the longest distance between those photos, in metres.")
  var maxDistance = 1000.0

  @Option(help: "The UTC offset of clocks whose zone is unknown, such as +02:00.")
  var utcOffset: TimeShift?

  @Option(help: "How far the clocks are ahead, such as +90s; negative if they are behind.")
  var clockError: TimeShift?

  @Option(help: "Only photos from this camera.")
  var camera: String?

  @Flag(name: .long, help: "Replace existing positions.")
  var overwrite = false

  @Flag(name: .long, help: "Apply the changes.")
  var apply = false

  @OptionGroup var options: LibraryOptions

  func validate() throws {
    guard files.isEmpty == neighbours else {
      throw ValidationError("Give GPX files or --neighbours.")
    }
    if let maxGap, maxGap.milliseconds <= 0 { throw ValidationError("--max-gap must be positive.") }
    guard maxDistance >= 0 else { throw ValidationError("--max-distance must not be negative.") }
    if let utcOffset, !(-720...840).contains(utcOffset.milliseconds / 60_000) {
      throw ValidationError("--utc-offset must be from -12:00 to +14:00.")
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
          "Without a position or a neighbour that close: \(Terminal.count(plan.without, "photo")).")
        try finish(plan.positions, summary: "positions from neighbours", in: catalogue)
      } else {
        let track = try readTrack()
        let plan = Geotagging(photos: photos, track: track, settings: try settings(catalogue))
        report(plan, track)
        let names = files.map { ($0 as NSString).lastPathComponent }.joined(separator: ", ")
        try finish(plan.positions, summary: "track \(names)", in: catalogue)
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
    case .notGPX: "This is not a GPX file. Export the track as GPX."
    case .noPoints: "It has no track, only routes or waypoints. Export the recorded track."
    case .noTimes:
      "Its track has no times, so photos cannot be matched to it. Export the recorded track."
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
        "\(name): UTC offset \(TimeShift(milliseconds: offset).text), from the positions of its photos"
      )
    }
    for (camera, photos) in plan.withoutOffset {
      let name = Terminal.printable(camera?.name ?? "(no camera)")
      print("\(name): the time zone of \(photos) photos is unknown; pass --utc-offset")
    }
    print(
      "Too far in time from any track point: \(Terminal.count(plan.outside, "photo")).")
  }

  private func finish(
    _ positions: [GivenPosition], summary: String, in catalogue: CatalogDatabase
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
    guard apply else { return print("Nothing was changed. Add --apply to apply it.") }
    let change = try catalogue.changes.give(
      positions, summary: summary, at: WallClock.now().milliseconds)
    print("Done. Undo with: meridian undo \(change.id)")
  }
}
