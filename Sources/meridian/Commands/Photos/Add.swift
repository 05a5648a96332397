import ArgumentParser
import Library
import PhotoCore

struct Add: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Index folders of photos in place; nothing is copied or changed.",
    discussion: """
      Example:  meridian add ~/Pictures/Peru-2014

      You can repeat this at any time: only new and changed files are processed. Without a folder, \
      all folders added before are scanned again.
      """)

  @Argument(help: "The folders with your photos.")
  var folders: [String] = []

  @OptionGroup var options: LibraryOptions
  @OptionGroup var running: RunOptions
  @OptionGroup var looking: RecognitionOptions

  func run() throws {
    try Failure.explained {
      let target: ImportRun.Target = folders.isEmpty ? .refresh : .add(folders.map { FilePath($0) })
      try running.run(target, options, thoroughly: looking.thorough)
    }
  }
}
