import ArgumentParser
import Catalog
import PhotoCore

struct Changes: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the corrections of clocks and positions.",
    discussion: "Example:  meridian changes      Undo one with `meridian undo NUMBER`.")

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
        print("No corrections yet. See `meridian time` and `meridian geotag`.")
      }
    }
  }
}
