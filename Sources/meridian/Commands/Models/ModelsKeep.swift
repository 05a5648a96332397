import ArgumentParser
import Catalog
import Library
import Networks
import OrderedJSON
import PhotoCore
import Recognition

struct ModelsRemove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Remove a model from the library. Its results stay.",
    discussion: "Example:  meridian models remove yolov3-tiny")

  @Argument(help: "The model's id.")
  var id: String

  @Flag(help: "Print the outcome as a JSON object.")
  var json = false

  @OptionGroup var options: LibraryOptions

  func run() throws {
    try ModelJSON.explained(json) {
      let selection = try ModelSelection(options)
      try ModelSelection.installer(options).remove(id, active: Set(selection.active.values))
      print(
        json
          ? JSONText.object([("removed", .text(id))]).line
          : "Removed \(id). Its results stay in the catalogue.")
    }
  }
}

struct ModelsVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check the files of models, and that they run.",
    discussion: """
      Examples:
        meridian models verify
        meridian models verify yolox-s
      """)

  @Argument(help: "The models' ids. Default: all.")
  var ids: [String] = []

  @Flag(help: "Print the outcome as a JSON object.")
  var json = false

  @OptionGroup var options: LibraryOptions

  func run() throws {
    try Failure.explained {
      let installer = ModelSelection.installer(options)
      let wanted = ids.isEmpty ? installer.store.allIDs : ids
      var outcomes: [(id: String, problem: String?)] = []
      for id in wanted {
        let problem = Self.problem(of: id, installer)
        outcomes.append((id, problem))
        if !json { print(problem.map { "BAD  \(id): \($0)" } ?? "ok   \(id)") }
      }
      if json { print(ModelJSON.verified(outcomes).line) }
      guard outcomes.allSatisfy({ $0.problem == nil }) else { throw ExitCode(1) }
    }
  }

  private static func problem(of id: String, _ installer: ModelInstaller) -> String? {
    do {
      try installer.verify(id)
      return nil
    } catch {
      return error.description
    }
  }
}

struct ModelsUse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "use",
    abstract: "Choose the active model: it analyses new photos and its results count.",
    discussion: """
      Example:  meridian models use yolox-s

      Photos that are already in the library keep their earlier results until you run \
      `meridian analyze-again --model ID`.
      """)

  @Argument(help: "The model's id.")
  var id: String

  @Flag(help: "Print the outcome as a JSON object.")
  var json = false

  @OptionGroup var options: LibraryOptions

  func run() throws {
    try ModelJSON.explained(json) {
      // A network that does not run would spoil the next import.
      try ModelSelection.installer(options).verify(id)
      let task = try options.models.model(id).record.task
      try options.folder.openOrMakeCatalogue().models.setActive(id, for: task)
      print(
        json
          ? JSONText.object([("speaking", .text(id)), ("task", .text(task.rawValue))]).line
          : "\(id) is now active for \(task.things). Run `meridian analyze-again --model \(id)` to "
            + "analyse the photos that are already in the library.")
    }
  }
}
