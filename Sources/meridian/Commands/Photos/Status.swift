import ArgumentParser
import Catalog
import Library
import PhotoCore

struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what the library contains.",
    discussion: "Example:  meridian status")

  @Flag(name: .long, help: "Print one JSON object.")
  var json = false

  @OptionGroup var options: LibraryOptions

  func run() throws {
    try Failure.explained {
      let catalogue = try options.openCatalogue()
      let counts = try catalogue.files.counts()
      guard !json else {
        let states = FileState.allCases.map { "\"\($0.rawValue)\":\(counts[$0])" }
        print("{\(states.joined(separator: ",")),\"warnings\":\(counts.warnings)}")
        return
      }
      print("Library: \(Terminal.printable(options.folder.path.description))")
      for source in try catalogue.sources.all() {
        print("Folder:  \(Terminal.printable(source.description))")
      }
      for state in FileState.allCases where counts[state] > 0 {
        print("  \(counts[state]) \(state.rawValue.replacing("_", with: " "))")
      }
      if counts.total == 0 { print("Nothing yet. Start with `meridian add FOLDER`.") }
      if counts[.pending] > 0 { print("Continue with `meridian add`.") }
    }
  }
}
