internal import PhotoCore

/// A network's outputs, by name, in their layouts.
typealias NetworkOutputs = [String: [Float]]

/// Reads the boxes out of a family of networks. One for each family; see ``ModelDecoding/Family``.
protocol BoxDecoder: Sendable {
  /// The outputs that are read.
  var outputs: [String] { get }

  /// Every box and class at or above the floor, in fractions of the network's input, neither cut at its
  /// edges nor suppressed, in the order of the outputs.
  ///
  /// - Throws: ``RecognitionError/notFinite(model:)`` where a number that matters is not finite.
  func candidates(
    _ values: NetworkOutputs, floor: Double
  ) throws(RecognitionError) -> [Candidate]
}

extension ModelRecord {
  /// The decoder of this record's family.
  ///
  /// - Throws: ``RecognitionError/output(model:name:expected:found:)`` where the record's outputs have
  ///   not the shapes that the family needs.
  func boxDecoder() throws(RecognitionError) -> any BoxDecoder {
    switch decoding.family {
    case .ssdDecoded: try DecodedSSD(self)
    case .ssdSuppressed: try SuppressedSSD(self)
    case .detectionOutput: try DetectionOutputDecoder(self)
    case .darknet: try DarknetDecoder(self)
    case .yolov5: try YOLOv5Decoder(self)
    case .yolov8: try YOLOv8Decoder(self)
    case .yolox: try YOLOXDecoder(self)
    case .detr: try DETRDecoder(self)
    case .cornerBoxes: try CornerBoxDecoder(self)
    case .classifier: throw .badRecord(path: id, detail: "a classifier finds no boxes")
    }
  }
}
