import ArgumentParser
import Catalog
import Library
import PhotoCore

struct Retry: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Analyse set-aside files again.",
    discussion: """
      Example:  meridian retry --reason decoder_timed_out --timeout 300

      Files whose content changes are tried again automatically by the next `meridian add`.
      """)

  @Option(help: "Only files set aside for this reason; can be repeated.")
  var reason: [String] = []

  @OptionGroup var options: LibraryOptions
  @OptionGroup var running: RunOptions
  @OptionGroup var looking: RecognitionOptions

  func validate() throws {
    for text in reason where SetAsideReason(rawValue: text) == nil {
      let known = SetAsideReason.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("Unknown reason \(text). Use one of: \(known).")
    }
  }

  func run() throws {
    try Failure.explained {
      let reasons = reason.compactMap { SetAsideReason(rawValue: $0) }
      let count = try options.folder.openCatalogue()
        .files.retrySetAside(reasons: reasons.isEmpty ? nil : reasons)
      Terminal.note("Trying \(count) files again.")
      try running.run(.pendingOnly, options, thoroughly: looking.thorough)
    }
  }
}
