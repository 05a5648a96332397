import ArgumentParser
import Foundation
import Networks
import OrderedJSON
import Recognition

struct ModelsGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "models",
    abstract: "List, install, add, verify and remove models.",
    discussion: """
      Examples:
        meridian models
        meridian models list --available
        meridian models install yolox-s
        meridian models use yolox-s
        meridian models add yolov3.cfg yolov3.weights
        meridian models thorough on

      docs/models.md explains what you can add and how.
      """,
    subcommands: [
      ModelsList.self, ModelsShow.self, ModelsInstall.self, ModelsAdd.self, ModelsRemove.self,
      ModelsVerify.self, ModelsUse.self, ModelsThorough.self,
    ], defaultSubcommand: ModelsList.self)
}

struct ModelsList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the installed models, or those available to install.",
    discussion: """
      Examples:
        meridian models list
        meridian models list --available
      """)

  @Flag(help: "List the models that you can install by name.")
  var available = false

  @Flag(help: "Print one JSON object.")
  var json = false

  @OptionGroup var options: LibraryOptions

  func run() throws {
    try Failure.explained {
      let selection = try ModelSelection(options)
      if available {
        let installed = Set(selection.store.installed().map(\.record.id))
        print(
          json
            ? ModelJSON.installable(installed).line : ModelTable.installable(installed: installed))
      } else {
        print(json ? ModelJSON.list(selection).line : ModelTable.list(selection))
      }
    }
  }
}

struct ModelsShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show everything about an installed model.",
    discussion: "Example:  meridian models show ssd-mobilenet-v2")

  @Argument(help: "The model's id, as listed by `meridian models`.")
  var id: String

  @Flag(help: "Print the record as stored, in JSON.")
  var json = false

  @OptionGroup var options: LibraryOptions

  func run() throws {
    try Failure.explained {
      let model = try options.models.model(id)
      print(json ? model.recordJSON : ModelTable.record(model))
    }
  }
}
