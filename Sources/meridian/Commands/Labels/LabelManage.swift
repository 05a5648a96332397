import Analysis
import ArgumentParser
import Catalog
import Labels
import Library
import PhotoCore
import Query

struct LabelList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the labels with their examples and photos.")

  @Flag(name: .long, help: "Print JSON lines.")
  var json = false

  @OptionGroup var options: LibraryOptions

  func run() throws {
    try Failure.explained {
      let labels = try options.openCatalogue().labels.all()
      for label in labels { print(json ? LabelText.json(label) : LabelText.line(label)) }
      if labels.isEmpty, !json {
        print("No labels yet. Create one: meridian label make me --of person")
      }
    }
  }
}

struct LabelMake: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make", abstract: "Create a label.",
    discussion: """
      Examples:
        meridian label make me --of person
        meridian label make "our tent"
      """)

  @Argument(help: "The label's name: any text of at most 100 characters.")
  var name: String

  @Option(
    name: .customLong("of"), help: "The class whose boxes it is about. Default: whole photos.")
  var className: String?

  @OptionGroup var options: LibraryOptions

  func run() throws {
    try Failure.explained {
      let catalogue = try options.openCatalogue()
      let subject = try className.map { try self.subject($0, catalogue) } ?? LabelSubject.photo
      let label = try catalogue.labels.make(
        LabelName(name), subject: subject, at: WallClock.now().milliseconds)
      let what = subject.className.map { "the boxes of \($0)" } ?? "whole photos"
      print("Created \(Terminal.printable(label.name)), about \(what).")
    }
  }

  private func subject(_ text: String, _ catalogue: CatalogDatabase) throws -> LabelSubject {
    let classes = try catalogue.models.boxClasses()
    guard let found = classes.first(where: { $0.lowercased() == text.lowercased() }) else {
      throw ValidationError(
        classes.isEmpty
          ? "No photos were analysed yet, so no classes are known. Add photos first."
          : "No detector finds boxes of “\(text)”. Use one of "
            + classes.prefix(12).joined(separator: ", ") + ", …")
    }
    return .boxes(of: found)
  }
}

struct LabelRename: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename", abstract: "Rename a label.")

  @OptionGroup var arguments: LabelArguments

  @Option(help: "The new name.")
  var to: String

  func run() throws {
    try Failure.explained {
      let (label, catalogue) = try arguments.open()
      try catalogue.labels.rename(label.id, to: LabelName(to))
      print("Renamed \(Terminal.printable(label.name)) to \(Terminal.printable(to)).")
    }
  }
}

struct LabelThreshold: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "threshold",
    abstract: "Set the threshold of a label.",
    discussion: """
      Examples:
        meridian label threshold me 80
        meridian label threshold me            the value that training proposed
      """)

  @OptionGroup var arguments: LabelArguments

  @Argument(help: "Percent, 0 to 100. Default: the value that training proposed.")
  var percent: Double?

  func validate() throws {
    if let percent, !(0...100).contains(percent) {
      throw ValidationError("The threshold must be a number from 0 to 100, in percent.")
    }
  }

  func run() throws {
    try Failure.explained {
      let (label, catalogue) = try arguments.open()
      try catalogue.labels.setThreshold(percent.map { $0 / 100 }, of: label.id)
      if let now = try catalogue.labels.label(label.id) { print(LabelText.line(now)) }
    }
  }
}

struct LabelUse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "use", abstract: "Make another version active, and apply it to all photos.",
    discussion: """
      Examples:
        meridian label use me --list
        meridian label use me --training 2 --learner cnn3
        meridian label use me --before           the previously active version
        meridian label use me                    apply it to new photos
      """)

  @OptionGroup var arguments: LabelArguments

  @Option(help: "The number of the training.")
  var training: Int?

  @Option(help: "cnn3 or transfer.")
  var learner: LearnerOption?

  @Flag(name: .long, help: "Back to the previously active version.")
  var before = false

  @Flag(name: .long, help: "List the versions.")
  var list = false

  func run() throws {
    try Failure.explained {
      let (label, catalogue) = try arguments.open()
      if list {
        for version in try catalogue.labelVersions.all(of: label.id) {
          print(LabelText.line(version, isInUse: version.id == label.version?.id))
        }
        return
      }
      if before, try catalogue.labelVersions.undoUse(of: label.id) == nil {
        throw ValidationError("No version was active before. See `meridian label use NAME --list`.")
      }
      if training != nil || learner != nil {
        guard let number = training ?? label.version?.number else {
          throw LabelError.noVersion(1, learner?.learner)
        }
        _ = try catalogue.labelVersions.use(
          number, of: learner?.learner, for: label.id, at: WallClock.now().milliseconds)
      }
      try LabelTrainingSession(arguments.options, json: false).apply(label.id, catalogue)
    }
  }
}

/// The learners, as the command line names them.
enum LearnerOption: String, CaseIterable, ExpressibleByArgument {
  case cnn3, transfer

  var learner: LabelLearner {
    switch self {
    case .cnn3: .cnn3
    case .transfer: .transfer
    }
  }
}

struct LabelDelete: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete",
    abstract: "Delete a label, its examples and everything it has learnt, for good.",
    discussion: """
      Export the examples first if you may want them again. Earlier copies of the catalogue still \
      contain the label.
      """)

  @OptionGroup var arguments: LabelArguments

  @Flag(name: .long, help: "Confirm.")
  var yes = false

  func run() throws {
    try Failure.explained {
      let (label, catalogue) = try arguments.open()
      guard yes else {
        throw ValidationError(
          "This permanently deletes \(label.positives + label.negatives) examples. Pass --yes to confirm."
        )
      }
      _ = try arguments.options.folder.deleteLabel(label.id, from: catalogue)
      print("Forgot \(Terminal.printable(label.name)).")
    }
  }
}
