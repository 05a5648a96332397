import PhotoCore

@testable import Learning

/// Vectors around two centres.
enum SyntheticEmbeddings {
  /// Two to a group, a third of them yes.
  ///
  /// - Parameter distance: between the centres, in deviations of the noise along that line.
  static func examples(
    _ count: Int, dimensions: Int = 40, distance: Double, seed: UInt64
  ) -> [Labelled<[Float]>] {
    (0..<count).map { index in
      var generator = SeededGenerator(seed, UInt64(index))
      let isYes = (index / 2) % 3 == 0
      // All embeddings of a real network share a large part; here 3 in every dimension.
      var vector = (0..<dimensions).map { _ in Float(3 + generator.normal()) }
      vector[0] += Float(isYes ? distance : 0)
      let example = Example(
        id: "\(index)", group: "\(index / 2)", isYes: isYes,
        size: PixelSize(width: 60, height: 60))
      return Labelled(example, input: vector)
    }
  }
}
