import Analysis
import ArgumentParser
import Catalog
import PhotoCore
import Query

struct Time: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Correct the clock of a camera.",
    discussion: """
      Examples:
        meridian time                                     list the cameras
        meridian time --camera "NIKON D90" --shift +6h    what would change
        meridian time --camera "NIKON D90" --shift +6h --from 2014-06-12 --apply

      Without --apply, this only shows what would change. Files never change. --from and --to use the \
      camera's own clock and include both days. Photos added later from this camera are corrected too. \
      Times from GPS are not changed. Corrections add up; undo one with `meridian undo`.
      """)

  @Option(help: "The camera's name, or a unique part of it.")
  var camera: String?

  @Flag(name: .long, help: "Photos without a camera name.")
  var noCamera = false

  @Option(help: "The time to add to its clock: +6h, -1d2h30m, +05:45, 90s.")
  var shift: TimeShift?

  @Option(
    help: "Only from this date, such as 2014-06-12 or 2014-06-12T18:00.",
    transform: PartialDate.argument)
  var from: PartialDate?

  @Option(help: "Only up to and including this date.", transform: PartialDate.argument)
  var to: PartialDate?

  @Flag(name: .long, help: "Apply the changes.")
  var apply = false

  @OptionGroup var options: LibraryOptions

  func validate() throws {
    if camera != nil, noCamera { throw ValidationError("Give --camera or --no-camera, not both.") }
    if shift?.milliseconds == 0 { throw ValidationError("The shift is zero. Give another one.") }
    if let from, let to, to.end <= from.start {
      throw ValidationError("--to is before --from. Swap them.")
    }
    if (camera != nil || noCamera) != (shift != nil) {
      throw ValidationError("Give a camera and a --shift, or neither to list the cameras.")
    }
  }

  func run() throws {
    try Failure.explained {
      let catalogue = try options.openCatalogue()
      guard let shift else { return try list(catalogue) }
      let correction = ClockShift(
        camera: try camera.map { try CameraChoice.find($0, catalogue) },
        milliseconds: shift.milliseconds, from: from?.start, before: to?.end)
      let photos = try catalogue.changes.photos(of: correction)
      let name = correction.camera?.name ?? "photos without a camera"
      print(
        "\(Terminal.printable(name)), \(shift.text): \(Terminal.count(photos.count, "photo"))")
      guard !photos.isEmpty else { return }
      try show(photos, shiftedBy: shift, in: catalogue)
      guard apply else { return print("Nothing was changed. Add --apply to apply it.") }
      let change = try catalogue.changes.add(
        correction, summary: "\(name) \(shift.text)\(range)", at: WallClock.now().milliseconds)
      print("Done. Undo with: meridian undo \(change.id)")
    }
  }

  private var range: String {
    (from.map { " from \($0.rawValue)" } ?? "") + (to.map { " to \($0.rawValue)" } ?? "")
  }

  private func list(_ catalogue: CatalogDatabase) throws {
    let cameras = try catalogue.photos.cameras()
    for (camera, photos) in cameras {
      print(
        "\(Terminal.printable(camera?.name ?? "(no camera)")): \(Terminal.count(photos, "photo"))")
    }
    if cameras.isEmpty { print("No photos yet. Add some: meridian add FOLDER") }
  }

  /// The first and the last photos, before and after.
  private func show(
    _ ids: [Int64], shiftedBy shift: TimeShift, in catalogue: CatalogDatabase
  ) throws {
    let few = ids.count <= 6 ? ids : Array(ids.prefix(3) + ids.suffix(3))
    for (number, photo) in try catalogue.photos.records(few).enumerated() {
      guard let taken = photo.taken else { continue }
      if number == 3, ids.count > 6 { print("  …") }
      let after = WallTime(milliseconds: taken.wall.milliseconds + shift.milliseconds)
      print("  \(Terminal.printable(photo.path.name.description)): \(taken.wall) → \(after)")
    }
  }
}
