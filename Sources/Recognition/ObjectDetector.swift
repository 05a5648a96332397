public import Inference
public import PhotoCore

/// Finds objects in a photo.
///
///     photo    the whole photo, stretched to the recipe's size     UInt8   sRGB
///     boxes    [n, 4]         Float   top, left, bottom, right, fractions of the input
///     scores   [n, classes]   Float   0...1
///
/// Boxes are fractions, so stretching needs no undoing. Used by one thread.
public final class ObjectDetector {
  /// The model.
  public let model: InstalledModel
  private let network: Network

  /// Loads the network and checks it against its record.
  ///
  /// - Throws: ``RecognitionError/input(model:expected:found:)``,
  ///   ``RecognitionError/output(model:name:expected:found:)``,
  ///   ``RecognitionError/inference(_:)``.
  public init(
    model: InstalledModel, threads: Int = 1, precision: Precision = .automatic
  ) throws(RecognitionError) {
    self.model = model
    network = try NetworkCheck.load(model, threads: threads, precision: precision)
  }

  /// How a photo must be resized for ``objects(in:settings:)``.
  public var recipe: InputRecipe { model.record.input.recipe }

  /// The objects in a photo, surest first; none found is an empty array, not an error.
  ///
  /// - Parameter settings: nil for the record's floor and the usual suppression.
  /// - Throws: ``RecognitionError/inference(_:)``, ``RecognitionError/notFinite(model:)``.
  public func objects(
    in image: RGBImage, settings: DetectionSettings? = nil
  ) throws(RecognitionError) -> [DetectedObject] {
    let settings = settings ?? DetectionSettings(scoreFloor: model.record.scoreFloor)
    let (boxes, scores) = try run(image)
    let candidates = try Self.candidates(
      boxes: boxes, scores: scores, classCount: model.record.classCount,
      floor: settings.scoreFloor, model: model.record.id)
    return NonMaximumSuppression.survivors(of: candidates, settings).map { candidate in
      DetectedObject(
        className: model.labels.classes[candidate.classIndex].name,
        confidence: candidate.confidence, box: candidate.box)
    }
  }

  private func run(
    _ image: RGBImage
  ) throws(RecognitionError) -> (boxes: [Float], scores: [Float]) {
    do {
      try network.run(image.pixels)
      return (try network.values(of: "boxes"), try network.values(of: "scores"))
    } catch {
      throw .inference(error)
    }
  }

  /// Boxes at or above the floor, cut off at the photo's edges; those wholly outside are dropped.
  static func candidates(
    boxes: [Float], scores: [Float], classCount: Int, floor: Double, model: String
  ) throws(RecognitionError) -> [Candidate] {
    var found: [Candidate] = []
    for (index, score) in scores.enumerated() {
      guard score.isFinite else { throw .notFinite(model: model) }
      guard Double(score) >= floor else { continue }
      let corner = index / classCount * 4
      guard corner + 4 <= boxes.count else { break }
      let b = boxes[corner..<corner + 4].map(Double.init)
      let box = UnitBox(left: b[1], top: b[0], width: b[3] - b[1], height: b[2] - b[0])
      guard b.allSatisfy(\.isFinite) else { throw .notFinite(model: model) }
      guard let clamped = box.clamped else { continue }
      found.append(
        Candidate(
          classIndex: index % classCount, confidence: min(1, Double(score)), box: clamped))
    }
    return found
  }
}
