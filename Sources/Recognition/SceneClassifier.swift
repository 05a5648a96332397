package import Inference
package import PhotoCore

/// Names what a photo shows as a whole, and gives its embedding.
///
///     view            what the recipe makes of the photo UInt8   sRGB
///     scenes          class, probability                 0...1, surest first
///     embedding       what the last layer sees           half precision; nil where it is no output
///
/// Used by one thread.
package final class SceneClassifier {
  /// The model.
  package let model: InstalledModel
  private let network: Network
  private let decoder: ClassifierDecoder

  /// Loads the network and checks it against its record.
  ///
  /// - Throws: as ``ObjectDetector/init(model:threads:precision:)``.
  package init(
    model: InstalledModel, threads: Int = 1, precision: Precision = .automatic
  ) throws(RecognitionError) {
    self.model = model
    decoder = try ClassifierDecoder(model.record)
    network = try NetworkCheck.load(model, threads: threads, precision: precision)
  }

  /// How a photo must be resized for ``scenes(in:count:)``.
  package var recipe: InputRecipe { model.record.input.recipe }

  /// The best scenes, surest first, and the embedding.
  ///
  /// - Parameter count: how many scenes; five are stored.
  /// - Throws: ``RecognitionError/inference(_:)``, ``RecognitionError/notFinite(model:)``.
  package func scenes(
    in view: NetworkView, count: Int = 5
  ) throws(RecognitionError) -> (scenes: [SceneScore], embedding: EmbeddingBytes?) {
    let (probabilities, embedding) = try decoder.decode(
      try network.outputs(decoder.outputs, of: view.image.pixels))
    let best = Self.best(probabilities, count: count).map { index in
      SceneScore(
        className: model.labels.classes[index].name,
        probability: min(1, Double(probabilities[index])))
    }
    return (best, embedding.map { EmbeddingBytes(halfPrecision: $0) })
  }

  /// Indices of the largest values, largest first; of equal ones the first.
  static func best(_ values: [Float], count: Int) -> [Int] {
    Array(
      values.indices.sorted { values[$0] != values[$1] ? values[$0] > values[$1] : $0 < $1 }
        .prefix(count))
  }
}

extension EmbeddingBytes {
  /// Rounds each number to half precision: an embedding's numbers need no more, and it halves them.
  package init(halfPrecision values: [Float]) {
    self.init(
      bytes: values.flatMap { value in
        let bits = Float16(value).bitPattern
        return [UInt8(truncatingIfNeeded: bits), UInt8(bits >> 8)]
      })
  }

  /// The numbers; empty where the bytes are not whole numbers.
  package var values: [Float] {
    guard bytes.count.isMultiple(of: 2) else { return [] }
    return stride(from: 0, to: bytes.count, by: 2).map { index in
      Float(Float16(bitPattern: UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8))
    }
  }
}
