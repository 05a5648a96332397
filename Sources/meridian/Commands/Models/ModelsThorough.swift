import ArgumentParser
import Catalog
import Library
import OrderedJSON

struct ModelsThorough: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "thorough",
    abstract: "Show or set whether imports also run the detector on overlapping tiles.",
    discussion: """
      Examples:
        meridian models thorough          the current setting
        meridian models thorough on

      This finds about twice as many small objects, such as bottles, and takes about three times as \
      long per photo. For photos that are already in the library, use `meridian analyze-again \
      --model ID --thorough`.
      """)

  enum Choice: String, CaseIterable, ExpressibleByArgument {
    case on, off
  }

  @Argument(help: "on or off. Default: show the current setting.")
  var choice: Choice?

  @Flag(help: "Print the setting as a JSON object.")
  var json = false

  @OptionGroup var options: LibraryOptions

  func run() throws {
    try ModelJSON.explained(json) {
      let isThorough = try settled()
      print(
        json
          ? JSONText.object([("thorough_imports", .bool(isThorough))]).line
          : isThorough
            ? "on: imports also run the detector on overlapping tiles."
            : "off: imports run the detector on whole photos only.")
    }
  }

  /// Changes the setting where that is asked for.
  ///
  /// - Returns: what it is now; off for a library that is not there yet.
  private func settled() throws -> Bool {
    guard let choice else {
      return options.folder.exists
        ? try options.folder.openCatalogue().settings.looksThoroughly() : false
    }
    try options.folder.openOrMakeCatalogue().settings.setLooksThoroughly(choice == .on)
    return choice == .on
  }
}
