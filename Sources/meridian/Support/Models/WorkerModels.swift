import Analysis
import Catalog
import Library
import PhotoCore
import Recognition

/// The networks that a run's workers have.
struct WorkerModels {
  /// The ids of their records; nil for none.
  let detector, classifier: String?
  /// Whether the detector also runs on tiles.
  let isThorough: Bool
  /// As the catalogue keeps them.
  let models: [RegisteredModel]

  /// Those whose results count: chosen ones, else the defaults.
  ///
  /// - Parameter thoroughly: whether the detector also runs on tiles, whatever the library's setting.
  /// - Throws: ``ModelChoiceError`` where a chosen one is not installed, so that no photo silently gets
  ///   the results of another.
  static func active(
    _ options: LibraryOptions, thoroughly: Bool
  ) throws -> WorkerModels {
    let catalogue = options.folder.exists ? try options.folder.openCatalogue() : nil
    func model(_ task: RecognitionTask, _ usual: String) throws -> RegisteredModel {
      guard let chosen = try catalogue?.models.active(for: task) else {
        return try options.models.catalogModel(usual)
      }
      do {
        return try options.models.catalogModel(chosen)
      } catch RecognitionError.notInstalled {
        throw ModelChoiceError.notInstalled(chosen, usual: usual)
      }
    }
    let detector = try model(.detection, ModelStore.defaultDetector)
    let classifier = try model(.classification, ModelStore.defaultClassifier)
    return WorkerModels(
      detector: detector.name, classifier: classifier.name,
      isThorough: try thoroughly || catalogue?.settings.looksThoroughly() ?? false,
      models: [detector, classifier])
  }

  /// One network alone.
  static func only(
    _ target: ReanalysisTarget, _ options: LibraryOptions
  ) throws -> WorkerModels {
    let model = try options.models.catalogModel(target.model)
    let isDetector = model.labels.task == .detection
    return WorkerModels(
      detector: isDetector ? model.name : nil, classifier: isDetector ? nil : model.name,
      isThorough: target.isThorough, models: [model])
  }

  /// As `meridian analyze` takes them.
  var arguments: [String] {
    ["--detector", detector ?? "none", "--classifier", classifier ?? "none"]
      + (isThorough ? ["--thorough"] : [])
  }
}

/// Why no run begins.
enum ModelChoiceError: Error, CustomStringConvertible {
  /// The network whose results count is not there.
  case notInstalled(String, usual: String)

  var description: String {
    switch self {
    case .notInstalled(let id, let usual):
      "The active model \(id) is not installed. Install it again, or "
        + "choose another: meridian models use \(usual)"
    }
  }
}
