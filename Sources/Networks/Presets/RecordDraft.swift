package import PhotoCore
package import Recognition

/// The part of a record that follows from a network's inputs and outputs and its ``ModelPreset``.
package struct RecordDraft: Hashable, Sendable {
  /// What the network does.
  package var task: RecognitionTask
  /// How the photo is brought to the network.
  package var input: ModelInput
  /// The outputs that are read, by name, and their shapes for one photo.
  package var outputs: [String: [Int]]
  /// How the outputs are read.
  package var decoding: ModelDecoding
  /// How many classes, without a background class. Where a network gives ids (see
  /// ``takesAnyClassCount``), COCO's 80 until ``setClassCount(_:)``.
  package var classCount: Int
  /// Results below this are not stored, 0...1.
  package var scoreFloor: Double
  /// Results below this do not count in a search that does not say otherwise, 0...1.
  package var defaultThreshold: Double
  /// What becomes of overlapping boxes; nil for classifiers.
  package var suppression: ModelSuppression?

  package init(
    task: RecognitionTask, input: ModelInput, outputs: [String: [Int]], decoding: ModelDecoding,
    classCount: Int, scoreFloor: Double, defaultThreshold: Double,
    suppression: ModelSuppression? = nil
  ) {
    self.task = task
    self.input = input
    self.outputs = outputs
    self.decoding = decoding
    self.classCount = classCount
    self.scoreFloor = scoreFloor
    self.defaultThreshold = defaultThreshold
    self.suppression = suppression
  }

  /// Whether the network gives ids of classes, so that its outputs do not say how many there are.
  package var takesAnyClassCount: Bool {
    decoding.family == .ssdSuppressed || decoding.family == .detectionOutput
  }

  /// Takes as many classes as there are labels: ids then are places among the labels, with 80 classes
  /// COCO's. Does nothing unless ``takesAnyClassCount``.
  package mutating func setClassCount(_ count: Int) {
    guard takesAnyClassCount, count != classCount else { return }
    classCount = count
    decoding.classIDs = nil
  }
}
