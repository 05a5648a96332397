package import Inference
package import PhotoCore
package import Recognition

extension ModelPreset {
  /// Everything that a record must say of a network of this kind.
  ///
  /// - Parameters:
  ///   - inputs: what the network takes, as its file has it.
  ///   - outputs: what it gives.
  ///   - size: the size of the picture; nil for the network's own.
  /// - Throws: ``RecognitionError/openSize(shape:)`` where neither says the size,
  ///   ``RecognitionError/notOfPreset(_:detail:)`` where the network is of another kind.
  package func draft(
    inputs: [Port], outputs: [Port], size: PixelSize? = nil
  ) throws(RecognitionError) -> RecordDraft {
    guard !isDarknet else {
      throw .notOfPreset(rawValue, detail: "it is made from Darknet's .cfg and .weights")
    }
    let ports = PresetPorts(preset: self, outputs: outputs)
    let input = try PresetInput(preset: self, inputs: inputs, size: size)
    switch self {
    case .yolov5, .yolov8, .yolox, .cornerBoxes: return try oneOutput(ports, input)
    case .detr, .rtDETR, .rfDETR: return try transformer(ports, input)
    case .ssd: return try cutSSD(ports, input)
    case .ssdSuppressed, .ssdLite: return try suppressedSSD(ports, input)
    case .detectionOutput: return try detectionOutput(ports, input)
    default: return try classifier(ports, input)
    }
  }

  func detector(
    _ input: ModelInput, outputs: [String: [Int]], _ decoding: ModelDecoding, classCount: Int
  ) -> RecordDraft {
    RecordDraft(
      task: .detection, input: input, outputs: outputs, decoding: decoding,
      classCount: classCount, scoreFloor: thresholds.floor,
      defaultThreshold: thresholds.standard, suppression: suppression)
  }
}
