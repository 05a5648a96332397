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

  @Flag(name: .long, help: "As JSON lines.")
  var json = false

  @OptionGroup var options: LibraryOptions

  func run() throws {
    try Failure.explained {
      let labels = try options.openCatalogue().labels.all()
      for label in labels { print(json ? LabelText.json(label) : LabelText.line(label)) }
      if labels.isEmpty, !json {
        print("There is no label yet: meridian label make me --of person")
      }
    }
  }
}

struct LabelMake: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make", abstract: "Make a label.",
    discussion: """
      Examples:
        meridian label make me --of person
        meridian label make "our tent"
      """)

  @Argument(help: "Its name: any text of at most 100 characters.")
  var name: String

  @Option(name: .customLong("of"), help: "The class whose boxes it is about; whole photos without.")
  var className: String?

  @OptionGroup var options: LibraryOptions

  func run() throws {
    try Failure.explained {
      let catalogue = try options.openCatalogue()
      let subject = try className.map { try self.subject($0, catalogue) } ?? LabelSubject.photo
      let label = try catalogue.labels.make(
        LabelName(name), subject: subject, at: WallClock.now().milliseconds)
      let what = subject.className.map { "the boxes of \($0)" } ?? "whole photos"
      print("Made \(Terminal.printable(label.name)), about \(what).")
    }
  }

  private func subject(_ text: String, _ catalogue: CatalogDatabase) throws -> LabelSubject {
    let classes = try catalogue.models.boxClasses()
    guard let found = classes.first(where: { $0.lowercased() == text.lowercased() }) else {
      throw ValidationError(
        classes.isEmpty
          ? "No photo was analysed yet, so no class is known: add photos first."
          : "No detector finds boxes of “\(text)”: write one of "
            + classes.prefix(12).joined(separator: ", ") + ", …")
    }
    return .boxes(of: found)
  }
}

struct LabelRename: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename", abstract: "Give a label another name.")

  @OptionGroup var arguments: LabelArguments

  @Option(help: "The new name.")
  var to: String

  func run() throws {
    try Failure.explained {
      let (label, catalogue) = try arguments.open()
      try catalogue.labels.rename(label.id, to: LabelName(to))
      print("\(Terminal.printable(label.name)) is called \(Terminal.printable(to)) now.")
    }
  }
}

struct LabelThreshold: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "threshold",
    abstract: "Choose the probability from which a label counts.",
    discussion: """
      Examples:
        meridian label threshold me 80
        meridian label threshold me            back to what the training proposes
      """)

  @OptionGroup var arguments: LabelArguments

  @Argument(help: "Percent, 0 to 100; without it what the training proposes.")
  var percent: Double?

  func validate() throws {
    if let percent, !(0...100).contains(percent) {
      throw ValidationError("The threshold is a number from 0 to 100, in percent.")
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
    commandName: "use", abstract: "Let another version answer, and look at all photos with it.",
    discussion: """
      Examples:
        meridian label use me --list
        meridian label use me --training 2 --learner cnn3
        meridian label use me --before           the version that answered before
        meridian label use me                    look at photos that it has not seen
      """)

  @OptionGroup var arguments: LabelArguments

  @Option(help: "The number of the training.")
  var training: Int?

  @Option(help: "cnn3 or transfer.")
  var learner: LearnerOption?

  @Flag(name: .long, help: "Back to the version that answered before.")
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
        throw ValidationError("No version answered before: see `meridian label use NAME --list`.")
      }
      if training != nil || learner != nil {
        guard let number = training ?? label.version?.number else {
          throw LabelError.noVersion(1, learner?.learner)
        }
        _ = try catalogue.labelVersions.use(
          number, of: learner?.learner, for: label.id, at: WallClock.now().milliseconds)
      }
      try LabelWork(arguments.options, json: false).apply(label.id, catalogue)
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
    abstract: "Forget a label with its examples and all that it has learnt, without a trace.",
    discussion: """
      Export the examples first if they may be wanted again. Copies of the catalogue that were made \
      before still hold it.
      """)

  @OptionGroup var arguments: LabelArguments

  @Flag(name: .long, help: "Really.")
  var yes = false

  func run() throws {
    try Failure.explained {
      let (label, catalogue) = try arguments.open()
      guard yes else {
        throw ValidationError(
          "This forgets \(label.positives + label.negatives) examples for good: say --yes.")
      }
      _ = try arguments.options.folder.deleteLabel(label.id, from: catalogue)
      print("Forgot \(Terminal.printable(label.name)).")
    }
  }
}
