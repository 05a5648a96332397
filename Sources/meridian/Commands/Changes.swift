import Catalog
import ArgumentParser
import PhotoCore

struct Changes: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the corrections of clocks and positions that hold.",
    discussion: "Example:  meridian changes      Take one back with `meridian undo NUMBER`.")

  @OptionGroup var options: LibraryOptions

  func run() throws {
    try Failure.explained {
      let changes = try options.openCatalogue().changes()
      for change in changes {
        let made = WallTime(milliseconds: change.madeMilliseconds).description.prefix(16)
        print(
          "\(change.id)  \(made)  \(change.kind.rawValue)  \(Terminal.count(change.photos, "photo"))  "
            + Terminal.printable(change.summary))
      }
      if changes.isEmpty {
        print("Nothing was corrected: see `meridian time` and `meridian geotag`.")
      }
    }
  }
}

struct Undo: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take back a correction of a clock or of positions.",
    discussion: "Example:  meridian undo 3      `meridian changes` lists the numbers.")

  @Argument(help: "The number of the change.")
  var number: Int64

  @OptionGroup var options: LibraryOptions

  func run() throws {
    try Failure.explained {
      guard let change = try options.openCatalogue().undo(number) else {
        throw ValidationError("There is no change \(number): see `meridian changes`.")
      }
      print(
        "Taken back: \(Terminal.printable(change.summary)) (\(Terminal.count(change.photos, "photo")))."
      )
    }
  }
}
