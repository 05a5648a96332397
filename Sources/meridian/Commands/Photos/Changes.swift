import ArgumentParser
import Catalog
import PhotoCore

struct Changes: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the corrections of clocks and positions that hold.",
    discussion: "Example:  meridian changes      Take one back with `meridian undo NUMBER`.")

  @OptionGroup var options: LibraryOptions

  func run() throws {
    try Failure.explained {
      let changes = try options.openCatalogue().changes.all()
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
