import ArgumentParser
import Catalog

struct Undo: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take back a correction of a clock or of positions.",
    discussion: "Example:  meridian undo 3      `meridian changes` lists the numbers.")

  @Argument(help: "The number of the change.")
  var number: Int64

  @OptionGroup var options: LibraryOptions

  func run() throws {
    try Failure.explained {
      guard let change = try options.openCatalogue().changes.undo(number) else {
        throw ValidationError("There is no change \(number): see `meridian changes`.")
      }
      print(
        "Taken back: \(Terminal.printable(change.summary)) (\(Terminal.count(change.photos, "photo")))."
      )
    }
  }
}
