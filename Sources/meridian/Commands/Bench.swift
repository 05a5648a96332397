import ArgumentParser

struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure the import against its two limits, decoding and inference.",
    discussion: """
      Example:  meridian bench ~/Pictures/Peru-2014

      All figures come from one run on the same files, in photos per second, with one worker for \
      each processor.
      """)

  @Argument(help: "A folder of photos; the larger they are, the more decoding counts.")
  var folder: String

  @OptionGroup var options: LibraryOptions

  func run() throws {
    try Failure.explained { try Benchmark(folder: folder, models: options.models).run() }
  }
}
