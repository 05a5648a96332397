import Catalog
import Foundation
import Library
import Networks
import PhotoCore
import Recognition

/// The networks of a library, and which of them are active.
struct ModelSelection {
  let store: ModelStore
  /// The ids of the networks whose results count, by what they do.
  let active: [RecognitionTask: String]

  init(_ options: LibraryOptions) throws {
    store = options.models
    active = try Self.active(options)
  }

  static func installer(
    _ options: LibraryOptions, _ limits: DownloadLimits = DownloadLimits()
  ) -> ModelInstaller {
    ModelInstaller(store: options.models, folder: options.modelFolder, limits: limits)
  }

  /// Those that were chosen, else those that made results first, else the defaults.
  private static func active(_ options: LibraryOptions) throws -> [RecognitionTask: String] {
    var active: [RecognitionTask: String] = [
      .detection: ModelStore.defaultDetector, .classification: ModelStore.defaultClassifier,
    ]
    guard options.folder.exists else { return active }
    let catalogue = try options.folder.openCatalogue()
    let used = try catalogue.models.all()
    for task in RecognitionTask.allCases {
      let chosen = try catalogue.models.active(for: task)
      if let id = chosen ?? used.first(where: { $0.labels.task == task })?.name {
        active[task] = id
      }
    }
    return active
  }
}

extension ModelStore {
  /// The ids of all that lies there, broken or not.
  var allIDs: [String] { (installed().map(\.record.id) + broken().map(\.id)).sorted() }
}

extension RecognitionTask {
  /// What it finds, for people.
  var things: String {
    switch self {
    case .detection: "objects"
    case .classification: "scenes"
    }
  }
}
