package import Inference
package import PhotoCore

/// The networks that look at a photo: a detector, a classifier, or both.
package final class Recogniser {
  /// Finds objects; nil for none.
  package let detector: ObjectDetector?
  /// Names scenes; nil for none.
  package let classifier: SceneClassifier?
  /// Whether objects are also looked for in tiles; see ``TiledDetection``.
  package let isThorough: Bool

  /// Loads models by their ids.
  ///
  /// - Parameters:
  ///   - detector: nil to look for no objects.
  ///   - classifier: nil to name no scenes.
  ///   - isThorough: whether objects are also looked for in overlapping tiles.
  /// - Throws: ``RecognitionError``.
  package init(
    store: ModelStore, detector: String? = ModelStore.defaultDetector,
    classifier: String? = ModelStore.defaultClassifier, isThorough: Bool = false, threads: Int = 1,
    precision: Precision = .automatic
  ) throws(RecognitionError) {
    self.isThorough = isThorough
    if let detector {
      self.detector = try ObjectDetector(
        model: store.model(detector), threads: threads, precision: precision)
    } else {
      self.detector = nil
    }
    if let classifier {
      self.classifier = try SceneClassifier(
        model: store.model(classifier), threads: threads, precision: precision)
    } else {
      self.classifier = nil
    }
  }

  /// What the networks see.
  ///
  /// - Parameter view: makes what a network is fed: the photo, or a tile of it in fractions of the
  ///   photo, by the recipe.
  package func recognise(
    _ view: (InputRecipe, UnitBox?) throws -> NetworkView
  ) throws -> PhotoRecognition {
    var objects: [DetectedObject] = []
    if let detector {
      objects =
        isThorough
        ? try TiledDetection(detector: detector).objects { try view(detector.recipe, $0) }
        : try detector.objects(in: try view(detector.recipe, nil))
    }
    let scenes = try classifier.map { try $0.scenes(in: try view($0.recipe, nil)) }
    return PhotoRecognition(
      detector: detector?.model.record.id, objects: objects,
      classifier: classifier?.model.record.id, scenes: scenes?.scenes ?? [],
      embedding: scenes?.embedding, isThorough: isThorough && detector != nil)
  }
}
