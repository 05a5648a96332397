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
        meridian time                                     which cameras there are
        meridian time --camera "NIKON D90" --shift +6h    what would change
        meridian time --camera "NIKON D90" --shift +6h --from 2014-06-12 --apply

      Nothing is changed without --apply, and no file ever is. --from and --to are by the camera's own \
      clock, both days included. Photos of this camera that come later are corrected, too. Times that come \
      from GPS are right already and stay. Corrections add up; `meridian undo` takes one back.
      """)

  @Option(help: "The camera's name, or a part that no other has.")
  var camera: String?

  @Flag(name: .long, help: "The photos that name no camera.")
  var noCamera = false

  @Option(help: "What to add to its clock: +6h, -1d2h30m, +05:45, 90s.")
  var shift: TimeShift?

  @Option(
    help: "Only from this date on, such as 2014-06-12 or 2014-06-12T18:00.",
    transform: PartialDate.argument)
  var from: PartialDate?

  @Option(help: "Only up to this date, itself included.", transform: PartialDate.argument)
  var to: PartialDate?

  @Flag(name: .long, help: "Do it.")
  var apply = false

  @OptionGroup var options: LibraryOptions

  func validate() throws {
    if camera != nil, noCamera { throw ValidationError("Give --camera or --no-camera, not both.") }
    if shift?.milliseconds == 0 { throw ValidationError("A shift of nothing changes nothing.") }
    if let from, let to, to.end <= from.start {
      throw ValidationError("--to is before --from: exchange them.")
    }
    if (camera != nil || noCamera) != (shift != nil) {
      throw ValidationError("Give both a camera and a --shift; or neither, for a list of cameras.")
    }
  }

  func run() throws {
    try Failure.explained {
      let catalogue = try options.openCatalogue()
      guard let shift else { return try list(catalogue) }
      let correction = ClockShift(
        camera: try camera.map { try CameraChoice.find($0, catalogue) },
        milliseconds: shift.milliseconds, from: from?.start, before: to?.end)
      let photos = try catalogue.photos(of: correction)
      let name = correction.camera?.name ?? "photos without a camera"
      print(
        "\(Terminal.printable(name)), \(shift.text): \(Terminal.count(photos.count, "photo"))")
      guard !photos.isEmpty else { return }
      try show(photos, shift, catalogue)
      guard apply else { return print("Nothing was changed. Add --apply to do it.") }
      let change = try catalogue.add(
        correction, summary: "\(name) \(shift.text)\(range)", at: WallClock.now().milliseconds)
      print("Done. Take it back with: meridian undo \(change.id)")
    }
  }

  private var range: String {
    (from.map { " from \($0.rawValue)" } ?? "") + (to.map { " to \($0.rawValue)" } ?? "")
  }

  private func list(_ catalogue: CatalogDatabase) throws {
    let cameras = try catalogue.cameras()
    for (camera, photos) in cameras {
      print(
        "\(Terminal.printable(camera?.name ?? "(no camera)")): \(Terminal.count(photos, "photo"))")
    }
    if cameras.isEmpty { print("No photos yet: meridian add FOLDER") }
  }

  /// The first and the last photos, before and after.
  private func show(_ ids: [Int64], _ shift: TimeShift, _ catalogue: CatalogDatabase) throws {
    let few = ids.count <= 6 ? ids : Array(ids.prefix(3) + ids.suffix(3))
    for (number, photo) in try catalogue.photos(few).enumerated() {
      guard let taken = photo.taken else { continue }
      if number == 3, ids.count > 6 { print("  …") }
      let after = WallTime(milliseconds: taken.wall.milliseconds + shift.milliseconds)
      print("  \(Terminal.printable(photo.path.name.description)): \(taken.wall) → \(after)")
    }
  }
}
