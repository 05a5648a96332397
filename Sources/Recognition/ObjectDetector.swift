package import Inference
package import PhotoCore

/// Finds objects in a photo.
///
///     view     what the recipe makes of the photo           UInt8   sRGB
///     objects  class, confidence, box on the photo
///
/// Used by one thread.
package final class ObjectDetector {
  /// The model.
  package let model: InstalledModel
  private let network: Network
  private let decoder: any BoxDecoder

  /// Loads the network and checks it against its record.
  ///
  /// - Throws: ``RecognitionError/input(model:expected:found:)``,
  ///   ``RecognitionError/output(model:name:expected:found:)``,
  ///   ``RecognitionError/inference(_:)``.
  package init(
    model: InstalledModel, threads: Int = 1, precision: Precision = .automatic
  ) throws(RecognitionError) {
    self.model = model
    decoder = try model.record.boxDecoder()
    network = try NetworkCheck.load(model, threads: threads, precision: precision)
  }

  /// How a photo must be resized for ``objects(in:settings:)``.
  package var recipe: InputRecipe { model.record.input.recipe }

  /// What becomes of overlapping boxes where nobody says otherwise.
  package var settings: DetectionSettings { DetectionSettings(model.record) }

  /// The objects in a photo, surest first; none found is an empty array, not an error.
  ///
  /// - Parameter settings: nil for the record's floor and suppression.
  /// - Throws: ``RecognitionError/inference(_:)``, ``RecognitionError/notFinite(model:)``.
  package func objects(
    in view: NetworkView, settings: DetectionSettings? = nil
  ) throws(RecognitionError) -> [DetectedObject] {
    let settings = settings ?? self.settings
    return objects(of: try candidates(in: view, floor: settings.scoreFloor), settings)
  }

  /// Boxes at or above the floor, on the photo but not yet cut at its edges.
  func candidates(in view: NetworkView, floor: Double) throws(RecognitionError) -> [Candidate] {
    let values = try network.outputs(decoder.outputs, of: view.image.pixels)
    return try decoder.candidates(values, floor: floor).map { candidate in
      Candidate(
        classIndex: candidate.classIndex, confidence: candidate.confidence,
        box: view.onPhoto(candidate.box))
    }
  }

  /// What suppression leaves, cut at the photo's edges, with names; boxes wholly outside are dropped.
  ///
  /// Cut afterwards, since networks are trained to put boxes around whole things: two that differ only
  /// beyond the edge would look the same.
  func objects(of candidates: [Candidate], _ settings: DetectionSettings) -> [DetectedObject] {
    NonMaximumSuppression.survivors(of: candidates, settings).compactMap { candidate in
      candidate.box.clamped.map { box in
        DetectedObject(
          className: model.labels.classes[candidate.classIndex].name,
          confidence: candidate.confidence, box: box)
      }
    }
  }
}

extension Network {
  /// Runs on the pixels and gives the outputs that a decoder reads.
  ///
  /// Bytes are probabilities in 256ths: TensorFlow Lite's specification of 8-bit quantisation gives
  /// softmax and logistic this scale, whatever the network.
  func outputs(
    _ names: [String], of pixels: [UInt8]
  ) throws(RecognitionError) -> NetworkOutputs {
    do {
      try run(pixels)
      var values: NetworkOutputs = [:]
      let bytes = Set(nativeOutputs.filter { $0.type == "u8" }.map(\.name))
      for name in names {
        let numbers = try self.values(of: name)
        values[name] = bytes.contains(name) ? numbers.map { $0 / 256 } : numbers
      }
      return values
    } catch {
      throw .inference(error)
    }
  }
}
