public import PhotoCore

/// YOLOv3 as Meridian's ancestor used it: its numbers, and which boxes they leave.
///
///     photo    fitted into 416 × 416, centred, the rest grey 128   UInt8   sRGB
///     boxes    fractions of the input, the grey borders included
public enum AncestorYOLO {
  /// The network's input.
  public static let inputSize = PixelSize(width: 416, height: 416)
  /// What fills the borders.
  public static let letterboxGrey: UInt8 = 128
  /// Boxes below this are dropped, whatever their class.
  public static let minimumObjectness = 0.8
  /// Of two boxes of one class that overlap by more than this IoU, the one with the higher
  /// objectness stays.
  public static let sameClassIoU = 0.4

  /// What is left of all heads' boxes, highest objectness first.
  ///
  /// - Parameter outputs: the heads and their values, as ``YOLOHead/decode(_:floor:)`` takes them.
  /// - Throws: as ``YOLOHead/decode(_:floor:)``.
  public static func boxes(
    of outputs: [(head: YOLOHead, values: [Float])]
  ) throws(DarknetError) -> [YOLOBox] {
    var boxes: [YOLOBox] = []
    for (head, values) in outputs {
      boxes += try head.mostProbable(values, minimumObjectness: minimumObjectness)
    }
    return survivors(of: boxes)
  }

  /// Suppression goes by objectness, so that stands in for the confidence.
  private static func survivors(of boxes: [YOLOBox]) -> [YOLOBox] {
    let settings = DetectionSettings(
      scoreFloor: minimumObjectness, sameClassIoU: sameClassIoU, crossClassIoU: nil,
      maximumCount: .max)
    let candidates = boxes.map {
      Candidate(classIndex: $0.classIndex, confidence: $0.objectness, box: $0.box)
    }
    return NonMaximumSuppression.survivors(of: candidates, settings).compactMap { kept in
      boxes.first {
        $0.classIndex == kept.classIndex && $0.objectness == kept.confidence && $0.box == kept.box
      }
    }
  }
}
