package import PhotoCore

/// The least confidences that count: one for each task, and those of single classes that have their own.
package struct Thresholds: Hashable, Sendable {
  /// For boxes of classes without a value of their own, 0...1.
  package let detection: Double
  /// For scenes of classes without a value of their own, 0...1.
  package let classification: Double
  /// For single classes, 0...1.
  package let own: [ClassReference: Double]

  package init(detection: Double, classification: Double, own: [ClassReference: Double] = [:]) {
    self.detection = detection
    self.classification = classification
    self.own = own
  }

  /// The same for every class.
  package init(everywhere confidence: Double) {
    self.init(detection: confidence, classification: confidence)
  }

  /// For the classes of a task that have no value of their own.
  package func usual(for task: RecognitionTask) -> Double {
    switch task {
    case .detection: detection
    case .classification: classification
    }
  }

  /// For a class: its own value, or the usual one of its task.
  package func value(for reference: ClassReference) -> Double {
    own[reference] ?? usual(for: reference.task)
  }

  /// Whether a box or scene of a photo counts.
  ///
  /// - Parameter vocabulary: of the class's name; nil where it is not known, which leaves the usual value.
  package func counts(
    _ confidence: Double, of className: String, _ task: RecognitionTask, in vocabulary: String?
  ) -> Bool {
    guard let vocabulary, !own.isEmpty else { return confidence >= usual(for: task) }
    let reference = ClassReference(vocabulary: vocabulary, task: task, className: className)
    return confidence >= value(for: reference)
  }

  /// Without the values of other classes, so that what means the same is equal.
  package func restricted(to classes: [ClassReference]) -> Thresholds {
    guard !own.isEmpty else { return self }
    let wanted = Set(classes)
    return Thresholds(
      detection: detection, classification: classification,
      own: own.filter { wanted.contains($0.key) })
  }
}

extension PhotoRecord {
  /// Whether one of the photo's boxes counts.
  package func counts(_ object: DetectedObject, _ thresholds: Thresholds) -> Bool {
    thresholds.counts(
      object.confidence, of: object.className, .detection, in: detector?.vocabulary)
  }

  /// Whether one of the photo's scenes counts.
  package func counts(_ scene: SceneScore, _ thresholds: Thresholds) -> Bool {
    thresholds.counts(
      scene.probability, of: scene.className, .classification, in: classifier?.vocabulary)
  }
}
