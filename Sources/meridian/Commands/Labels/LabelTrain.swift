import Analysis
import ArgumentParser
import Catalog
import Foundation
import Library
import PhotoCore

struct LabelTrain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Train a label with both learners, measure them, and use the better one.",
    discussion: """
      Examples:
        meridian label train me
        meridian label train me --learner transfer --seed 7

      Each learner is tested on examples it has not seen; photos of one burst stay together. The same \
      examples and seed give the same result. Training leaves one processor free. Ctrl-C stops it \
      without changing anything.
      """)

  @OptionGroup var arguments: LabelArguments

  @Option(help: "Train only cnn3 or only transfer.")
  var learner: LearnerOption?

  @Option(help: "The seed for random choices.")
  var seed: UInt64 = 1

  @Flag(name: .long, help: "Only train: do not apply the label to all photos.")
  var noUse = false

  @Flag(name: .long, help: "Print progress and result as JSON lines.")
  var json = false

  func run() throws {
    try Failure.explained {
      let (label, catalogue) = try arguments.open()
      let work = LabelTrainingSession(arguments.options, json: json)
      let outcome = try work.train(label, catalogue, learner: learner?.learner, seed: seed)
      print(json ? LabelTrainingReport.json(outcome) : LabelTrainingReport.table(outcome))
      if !noUse { try work.apply(label.id, catalogue) }
    }
  }
}

struct LabelReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "List the photos a label is least certain about, or answer them in the terminal.",
    discussion: """
      Examples:
        meridian label review me --limit 10
        meridian label review me --ask

      With --ask, answer each photo: y, n, s to skip, u to undo, q to quit. Train again afterwards.
      """)

  @OptionGroup var arguments: LabelArguments

  @Option(help: "The maximum number of photos.")
  var limit = 20

  @Flag(name: .long, help: "Ask for an answer to each photo.")
  var ask = false

  @Flag(name: .long, help: "Print JSON lines.")
  var json = false

  func run() throws {
    try Failure.explained {
      let (label, catalogue) = try arguments.open()
      guard label.version != nil else {
        throw ValidationError("The label is not trained yet. Train it: meridian label train NAME")
      }
      let uncertainPhotos = try catalogue.labelResults.uncertainPhotos(
        of: label, limit: max(0, limit))
      let photos = try catalogue.photos.records(uncertainPhotos.map(\.mark.photo))
      let paths = Dictionary(photos.map { ($0.id, $0.path) }) { first, _ in first }
      for doubt in uncertainPhotos {
        let path = paths[doubt.mark.photo]
        print(json ? LabelText.json(doubt, path) : LabelText.line(doubt, path))
        if ask, try !answer(doubt, of: label, in: catalogue) { break }
      }
      if uncertainPhotos.isEmpty, !json {
        print("Nothing to review: it is certain about all photos.")
      }
    }
  }

  /// - Returns: false where the user has had enough.
  private func answer(
    _ doubt: UncertainPhoto, of label: LabelRecord, in catalogue: CatalogDatabase
  ) throws -> Bool {
    while true {
      print("  \(Terminal.printable(label.name))? [y/n/s/u/q] ", terminator: "")
      let line = readLine()?.lowercased()
      switch line {
      case "y", "n":
        _ = try catalogue.labels.mark(
          [doubt.mark], as: line == "y", of: label.id, by: .review,
          at: WallClock.now().milliseconds)
        return true
      case "s": return true
      case "u":
        print(
          "  \(Terminal.count(try catalogue.labels.undoMark(of: label.id).count, "answer")) undone."
        )
        continue
      case "q", nil: return false
      default: continue
      }
    }
  }
}
