internal import Analysis
package import Inference
internal import PhotoCore
package import Recognition

/// Runs a classifier over labelled pictures.
package enum SceneRun {
  /// - Parameters:
  ///   - images: the folder of the pictures.
  ///   - threads: pictures at the same time, each with a network of its own.
  ///   - progress: called with the number of pictures done, from any thread.
  /// - Throws: ``EvaluationError``, ``RecognitionError``, ``ImagingError``.
  package static func evaluate(
    _ model: InstalledModel, _ map: LabelMap, images: String,
    precision: Precision = .automatic, threads: Int = 2,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) throws -> SceneEvaluation {
    let indices = Dictionary(
      model.labels.classes.enumerated().map { ($0.element.name, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    return SceneEvaluation(
      try ParallelItems.map(map.pictures, threads: threads, progress: progress) {
        let classifier = try SceneClassifier(model: model, precision: precision)
        return { picture in
          let scales = try EvaluationPicture.scales("\(images)/\(picture.file)")
          let view = try NetworkInputs(scales).view(for: classifier.recipe)
          let best = try classifier.scenes(in: view).scenes.map { scene in
            SceneEvaluation.RankedClass(
              index: indices[scene.className] ?? -1, probability: scene.probability)
          }
          return SceneEvaluation.Answer(file: picture.file, truth: picture.classes, best: best)
        }
      })
  }
}
