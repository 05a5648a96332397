import Catalog
import Foundation
import Geography
import Glibc
import PhotoCore
import Recognition

/// Where this program and what came with it are.
enum Installation {
  /// The program's own file, as it was called when it was first asked for: an upgrade may replace it
  /// while a server runs.
  static let executable = FilePath(
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "")

  /// MERIDIAN_MODELS, `share/meridian/models` of an installation, and the `.deps/models` that `make`
  /// fills, in any folder above the program.
  static var modelFolders: [String] { places(of: "models", environment: "MERIDIAN_MODELS") }

  /// The gazetteer: MERIDIAN_GAZETTEER, else where the models are; nil where there is none.
  static let gazetteer: Gazetteer? = places(
    of: "gazetteer/gazetteer.bin", environment: "MERIDIAN_GAZETTEER"
  ).lazy.compactMap { Gazetteer(path: $0) }.first

  /// The map and the scripts of others for the web app: MERIDIAN_WEB, else where the models are; nil
  /// where they are not installed.
  static let webFiles: String? = places(of: "web", environment: "MERIDIAN_WEB")
    .first { FileManager.default.fileExists(atPath: $0 + "/vendor") }

  private static func places(of name: String, environment: String) -> [String] {
    var places: [String] = []
    if let given = ProcessInfo.processInfo.environment[environment] { places.append(given) }
    var folder = executable.parent
    while folder.bytes.count > 1 {
      places.append(folder.appending("share/meridian/\(name)").description)
      places.append(folder.appending(".deps/\(name)").description)
      folder = folder.parent
    }
    return places
  }

  /// The default networks as the catalogue keeps them.
  static func catalogModels(_ store: ModelStore) throws -> [RegisteredModel] {
    try [ModelStore.defaultDetector, ModelStore.defaultClassifier].map {
      try store.catalogModel($0)
    }
  }

  /// Processors that this process may use.
  static var coreCount: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }
}

extension ModelStore {
  /// An installed network as the catalogue keeps it.
  func catalogModel(_ id: String) throws -> RegisteredModel {
    let model = try model(id)
    return RegisteredModel(
      name: model.record.id, labels: model.labels, threshold: model.record.defaultThreshold,
      recordJSON: model.recordJSON)
  }
}
