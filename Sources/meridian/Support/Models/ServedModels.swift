import Foundation
import Library
import Networks
import PhotoCore
import Recognition
import Web

/// What the web app knows of networks, and the commands that do things with them. They run in
/// processes of their own: downloads and strangers' files stay out of the server.
struct ServedModels {
  let options: LibraryOptions

  var webModels: WebModels {
    let options = options
    return WebModels(
      installed: { Self.installed(options.models) },
      installable: InstallableModels.all.map(Self.installable),
      presets: ModelPreset.allCases.map {
        WebPreset(id: $0.rawValue, summary: $0.summary, needsTwoFiles: $0.isDarknet)
      },
      remove: { id, active in
        let installer = ModelInstaller(
          store: options.models, folder: options.modelFolder)
        try installer.remove(id, active: active)
      },
      command: { task in
        WebModels.Command(
          executable: Installation.executable,
          arguments: ["models"] + Self.arguments(task) + [
            "--json", "--library", options.folder.path.description,
          ])
      })
  }

  private static func arguments(_ task: ModelTask) -> [String] {
    switch task {
    case .install(let id): ["install", id]
    case .verify(let id): ["verify", id]
    case .download(let download):
      ["install", download.address, "--sha256", download.sha256]
        + option("--preset", download.preset) + option("--id", download.id)
        + option("--name", download.name) + option("--licence", download.licence)
    case .add(let files):
      ["add"] + files.paths + option("--labels", files.labels) + option("--size", files.size)
        + option("--preset", files.preset) + option("--id", files.id)
        + option("--name", files.name) + option("--licence", files.licence)
    }
  }

  private static func option(_ name: String, _ value: String?) -> [String] {
    value.map { [name, $0] } ?? []
  }

  private static func installed(_ store: ModelStore) -> [WebModel] {
    let defaults: Set = [ModelStore.defaultDetector, ModelStore.defaultClassifier]
    let sound = store.installed().map { model in
      WebModel(
        id: model.record.id, facts: facts(model), bytes: model.byteCount,
        isRemovable: store.isRemovable(model), isDefault: defaults.contains(model.record.id))
    }
    let broken = store.broken().map { model in
      WebModel(
        id: model.id, facts: nil, problem: model.problem.description, bytes: 0,
        isRemovable: store.isRemovable(folder: model.folder), isDefault: false)
    }
    return sound + broken
  }

  private static func facts(_ model: InstalledModel) -> WebModel.RecordFacts {
    let record = model.record
    return WebModel.RecordFacts(
      name: record.name, task: record.task, version: record.version, vocabulary: record.vocabulary,
      classCount: record.classCount, threshold: record.defaultThreshold,
      recordJSON: model.recordJSON)
  }

  private static func installable(_ model: InstallableModel) -> WebInstallableModel {
    let published = (try? JSONEncoder().encode(model.published)).map {
      String(decoding: $0, as: UTF8.self)
    }
    return WebInstallableModel(
      id: model.id, name: model.name, task: model.task, bytes: model.byteCount,
      licence: model.licence, address: model.address, publishedJSON: published ?? "{}",
      note: model.note)
  }
}
