import ArgumentParser
import Catalog

struct Undo: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Undo a correction of a clock or of positions.",
    discussion: "Example:  meridian undo 3      `meridian changes` lists the numbers.")

  @Argument(help: "The number of the correction.")
  var number: Int64

  @OptionGroup var options: LibraryOptions

  func run() throws {
    try Failure.explained {
      guard let change = try options.openCatalogue().changes.undo(number) else {
        throw ValidationError("Correction \(number) not found. See `meridian changes`.")
      }
      print(
        "Undone: \(Terminal.printable(change.summary)) (\(Terminal.count(change.photos, "photo")))."
      )
    }
  }
}
