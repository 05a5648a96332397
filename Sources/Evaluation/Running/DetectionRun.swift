internal import Analysis
package import Inference
internal import PhotoCore
package import Recognition

/// Runs a detector over annotated pictures.
package struct DetectionRun: Sendable {
  /// What is measured, and how.
  package struct Settings: Sendable {
    /// The network.
    package var model: InstalledModel
    /// The folder of the pictures.
    package var images: String
    /// The numbers in which it computes.
    package var precision = Precision.automatic
    /// Whether tiles are looked at as well.
    package var isThorough = false
    /// Pictures at the same time, each with a network of its own.
    package var threads = 2

    /// - Parameter images: the folder of the pictures.
    package init(model: InstalledModel, images: String) {
      self.model = model
      self.images = images
    }
  }

  /// The boxes of the usual protocol: score floor 0.01, suppression at IoU 0.6 within each class.
  package let byProtocol: [ScoredBox]
  /// The boxes that an import keeps.
  package let kept: [ScoredBox]

  /// The usual protocol's floor and suppression.
  static let protocolSettings = DetectionSettings(
    scoreFloor: 0.01, sameClassIoU: 0.6, crossClassIoU: nil)

  /// - Parameter progress: called with the number of pictures done, from any thread.
  /// - Throws: ``EvaluationError``, ``RecognitionError``, ``ImagingError``.
  package init(
    _ settings: Settings, truth: COCOTruth, progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) throws {
    let record = settings.model.record
    let ids = try truth.categoryIDs(of: settings.model.labels, model: record.id)
    let found = try ParallelItems.map(
      truth.images, threads: settings.threads, progress: progress
    ) {
      let detector = try ObjectDetector(model: settings.model, precision: settings.precision)
      let both = [Self.protocolSettings, detector.settings]
      return { image in
        let scales = try EvaluationPicture.scales("\(settings.images)/\(image.fileName)")
        let inputs = try NetworkInputs(scales)
        return try detector.objects(under: both, isThorough: settings.isThorough) {
          try inputs.view(for: detector.recipe, tile: $0)
        }.map { truth.scored($0, on: image, categoryIDs: ids) }
      }
    }
    byProtocol = found.flatMap { $0[0] }
    kept = found.flatMap { $0[1] }
  }
}
