import ArgumentParser
import Foundation
import Models
import Publishing
import Recognition

struct ModelsGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "models",
    abstract: "List, install, add, check and remove the networks that look at photos.",
    discussion: """
      Examples:
        meridian models
        meridian models list --available
        meridian models install yolox-s
        meridian models use yolox-s
        meridian models add yolov3.cfg yolov3.weights
        meridian models thorough on

      docs/models.md says what can be added and how.
      """,
    subcommands: [
      ModelsList.self, ModelsShow.self, ModelsInstall.self, ModelsAdd.self, ModelsRemove.self,
      ModelsVerify.self, ModelsUse.self, ModelsThorough.self,
    ], defaultSubcommand: ModelsList.self)
}

struct ModelsList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the installed networks, or those that can be installed.",
    discussion: """
      Examples:
        meridian models list
        meridian models list --available
      """)

  @Flag(help: "The networks that `meridian models install` knows.")
  var available = false

  @Flag(help: "One JSON object, for programs.")
  var json = false

  @OptionGroup var options: LibraryOptions

  func run() throws {
    try Failure.explained {
      let desk = try ModelDesk(options)
      if available {
        let installed = Set(desk.store.installed().map(\.record.id))
        print(
          json
            ? ModelJSON.installable(installed).line : ModelTable.installable(installed: installed))
      } else {
        print(json ? ModelJSON.list(desk).line : ModelTable.list(desk))
      }
    }
  }
}

struct ModelsShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show all that is known of an installed network.",
    discussion: "Example:  meridian models show ssd-mobilenet-v2")

  @Argument(help: "The network's id, as `meridian models` lists it.")
  var id: String

  @Flag(help: "The record as it lies there, for programs.")
  var json = false

  @OptionGroup var options: LibraryOptions

  func run() throws {
    try Failure.explained {
      let model = try options.models.model(id)
      print(json ? model.recordJSON : ModelTable.record(model))
    }
  }
}
