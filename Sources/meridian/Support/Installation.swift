import Catalog
import Foundation
import Glibc
import PhotoCore
import Recognition

/// Where this programme and what came with it are.
enum Installation {
  /// The programme's own file.
  static var executable: FilePath {
    FilePath((try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "")
  }

  /// MERIDIAN_MODELS, `share/meridian/models` of an installation, and the `.deps/models` that `make`
  /// fills, in any folder above the programme.
  static var modelFolders: [String] {
    var folders: [String] = []
    if let given = ProcessInfo.processInfo.environment["MERIDIAN_MODELS"] { folders.append(given) }
    var folder = executable.parent
    while folder.bytes.count > 1 {
      folders.append(folder.appending("share/meridian/models").description)
      folders.append(folder.appending(".deps/models").description)
      folder = folder.parent
    }
    return folders
  }

  /// The default networks as the catalogue keeps them.
  static func catalogModels(_ store: ModelStore) throws -> [CatalogModel] {
    try [ModelStore.defaultDetector, ModelStore.defaultClassifier].map { id in
      let model = try store.model(id)
      return CatalogModel(
        name: model.record.id, labels: model.labels, threshold: model.record.defaultThreshold,
        recordJSON: model.recordJSON)
    }
  }

  /// Processors that this process may use.
  static var coreCount: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }
}
