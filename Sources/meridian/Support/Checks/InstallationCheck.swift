import Crypto
import Foundation
import Geography
import Imaging
import Inference
import Library
import Networks
import PhotoCore
import Recognition

/// Looks at what came with the program.
enum InstallationCheck {
  static func all(models: ModelStore) -> [HealthCheck] {
    [
      HealthCheck("OpenVINO") {
        "\(Network.runtimeVersion), finds \(InferenceDevice.available.joined(separator: ", ")); "
          + "models run on \(InferenceDevice.chosen)"
      },
      HealthCheck("picture decoders") {
        try ImagingEngine.start()
        return "libvips with " + PictureFormat.allCases.map(\.rawValue).joined(separator: ", ")
      },
      HealthCheck("gazetteer") {
        guard let gazetteer = Installation.gazetteer else {
          throw LibraryError.noGazetteer
        }
        return "\(gazetteer.count) places. \(Gazetteer.attribution)"
      },
      HealthCheck("curl") {
        DownloadLimits().programPath
          ?? "missing; only `meridian models install` needs it (on Debian: apt-get install curl)"
      },
      network(ModelStore.defaultDetector, models) { _ = try ObjectDetector(model: $0) },
      network(ModelStore.defaultClassifier, models) { _ = try SceneClassifier(model: $0) },
    ]
  }

  private static func network(
    _ id: String, _ models: ModelStore, load: (InstalledModel) throws -> Void
  ) -> HealthCheck {
    HealthCheck("model \(id)") {
      let model = try models.model(id)
      try model.verify(sha256: sha256)
      try load(model)
      return "\(model.record.name), \(model.record.licence)"
    }
  }

  private static func sha256(_ path: String) -> String? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    return ContentHash(bytes: Array(SHA256.hash(data: data)))?.hex
  }
}
