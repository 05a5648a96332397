import ArgumentParser
import Library
import PhotoCore

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Copy photos into the library and index the copies.",
    discussion: """
      Example:  meridian import /media/card/DCIM

      Exact copies go to originals/YYYY/MM in the library. Photos that are already in the library are \
      not copied again. The source is never changed.
      """)

  @Argument(help: "The folders to copy from.")
  var folders: [String]

  @OptionGroup var options: LibraryOptions
  @OptionGroup var running: RunOptions
  @OptionGroup var looking: RecognitionOptions

  func run() throws {
    try Failure.explained {
      try running.run(
        .copy(folders.map { FilePath($0) }), options, thoroughly: looking.thorough)
    }
  }
}
