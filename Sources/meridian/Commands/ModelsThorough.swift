import ArgumentParser
import Catalog
import Library
import Publishing

struct ModelsThorough: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "thorough",
    abstract: "Say whether imports look for objects in overlapping tiles, too.",
    discussion: """
      Examples:
        meridian models thorough          what is set
        meridian models thorough on

      Finds about twice as many small things, such as bottles, and takes about three times as long a \
      photo. Photos that are in the library already are looked at by `meridian analyze-again --model \
      ID --thorough`.
      """)

  enum Choice: String, CaseIterable, ExpressibleByArgument {
    case on, off
  }

  @Argument(help: "on or off; without it, what is set is said.")
  var choice: Choice?

  @Flag(help: "The setting as a JSON object, for programs.")
  var json = false

  @OptionGroup var options: LibraryOptions

  func run() throws {
    try ModelJSON.explained(json) {
      let isThorough = try settled()
      print(
        json
          ? JSONText.object([("thorough_imports", .bool(isThorough))]).line
          : isThorough
            ? "on: imports look for objects in overlapping tiles, too."
            : "off: imports look at each photo as a whole.")
    }
  }

  /// Changes the setting where that is asked for.
  ///
  /// - Returns: what it is now; off for a library that is not there yet.
  private func settled() throws -> Bool {
    guard let choice else {
      return options.folder.exists ? try options.folder.openCatalogue().looksThoroughly() : false
    }
    try options.folder.openOrMakeCatalogue().setLooksThoroughly(choice == .on)
    return choice == .on
  }
}
