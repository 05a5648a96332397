public import Inference
public import PhotoCore

/// Both networks together: what a photo is worth to a search.
public final class Recogniser {
  /// Finds objects.
  public let detector: ObjectDetector
  /// Names scenes.
  public let classifier: SceneClassifier

  /// Loads the default models.
  ///
  /// - Throws: ``RecognitionError``.
  public init(
    store: ModelStore, threads: Int = 1, precision: Precision = .automatic
  ) throws(RecognitionError) {
    detector = try ObjectDetector(
      model: store.model(ModelStore.defaultDetector), threads: threads, precision: precision)
    classifier = try SceneClassifier(
      model: store.model(ModelStore.defaultClassifier), threads: threads, precision: precision)
  }

  /// What the networks see.
  ///
  /// - Parameters:
  ///   - detectorInput: the photo by the detector's recipe.
  ///   - classifierInput: the photo by the classifier's recipe.
  public func recognise(
    detectorInput: RGBImage, classifierInput: RGBImage
  ) throws(RecognitionError) -> PhotoRecognition {
    let objects = try detector.objects(in: detectorInput)
    let (scenes, embedding) = try classifier.scenes(in: classifierInput)
    return PhotoRecognition(
      detector: detector.model.record.id, objects: objects,
      classifier: classifier.model.record.id, scenes: scenes, embedding: embedding)
  }
}
