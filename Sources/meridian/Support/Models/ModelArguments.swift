import ArgumentParser
import Foundation
import Networks
import OrderedJSON
import PhotoCore
import Recognition

/// What `models add` and `models install` share: what a file does not say, and how progress is shown.
struct ModelArguments: ParsableArguments {
  @Option(help: "How input and output are handled. Default: detected from the model.")
  var preset: String?

  @Option(
    help: "A file with its classes, one per line. Default: COCO's 80 or ImageNet's 1000.",
    completion: .file())
  var labels: String?

  @Option(help: "The picture size, such as 640x640, if the model does not fix it.")
  var size: String?

  @Option(help: "The model's id. Default: the file name.")
  var id: String?

  @Option(help: "The name to show. Default: the id.")
  var name: String?

  @Option(help: "The licence of its weights.")
  var licence: String?

  @Option(help: "The origin of the model. Default: the file name or the address.")
  var source: String?

  @Flag(help: "Replace the model with this id.")
  var replace = false

  @Flag(help: "Print progress and outcome as JSON lines.")
  var json = false

  /// Whether anything is said of the network itself.
  var describes: Bool {
    [preset, labels, size, id, name, licence, source].contains { $0 != nil }
  }

  func modelOptions() throws -> ModelOptions {
    var options = ModelOptions()
    options.preset = try modelPreset()
    options.labels = labels
    options.size = try pixelSize()
    options.id = id
    options.name = name
    options.source = source
    options.replaces = replace
    if let licence { options.licence = licence }
    return options
  }

  private func modelPreset() throws -> ModelPreset? {
    guard let preset else { return nil }
    if let known = ModelPreset(rawValue: preset) { return known }
    let choices = ModelPreset.allCases.map { "  \($0.rawValue): \($0.summary)" }
    throw ValidationError(
      "Unknown preset \(preset). Use one of:\n\(choices.joined(separator: "\n"))")
  }

  private func pixelSize() throws -> PixelSize? {
    guard let size else { return nil }
    let numbers = size.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let width = numbers[0], let height = numbers[1],
      (1...4096).contains(width), (1...4096).contains(height)
    else { throw ValidationError("--size takes a width and a height, such as 640x640.") }
    return PixelSize(width: width, height: height)
  }

  /// Does the work, shows its progress, and says what came of it.
  func report(
    _ what: String, _ work: (@escaping ProgressReport) throws -> InstalledModel
  ) throws {
    let line = ByteProgressLine(asJSON: json)
    do {
      let model = try work { line.show($0) }
      line.endLine()
      if json {
        Terminal.line(JSONText.object([("installed", .text(model.record.id))]).line)
      } else {
        print(ModelTable.added(model))
      }
    } catch let error as ModelInstallError {
      line.endLine()
      if json {
        Terminal.line(JSONText.object([("error", .text("\(error)"))]).line)
      } else {
        Terminal.complain("\(error)")
      }
      throw ExitCode(error == .stopped ? 130 : 1)
    }
  }
}
