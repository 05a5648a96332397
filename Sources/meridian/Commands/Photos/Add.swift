import ArgumentParser
import Library
import PhotoCore

struct Add: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Index folders of photos where they are; nothing is copied or changed.",
    discussion: """
      Example:  meridian add ~/Pictures/Peru-2014

      Can be repeated at any time and does only what is new. Without a folder, all folders that \
      were added before are looked at again.
      """)

  @Argument(help: "The folders with your photos.")
  var folders: [String] = []

  @OptionGroup var options: LibraryOptions
  @OptionGroup var running: RunOptions
  @OptionGroup var looking: LookOptions

  func run() throws {
    try Failure.explained {
      let target: ImportRun.Target = folders.isEmpty ? .refresh : .add(folders.map { FilePath($0) })
      try running.run(target, options, thoroughly: looking.thorough)
    }
  }
}
