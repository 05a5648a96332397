package import PhotoCore

/// The numbers with which Meridian's ancestor used YOLOv3; ``ModelPreset/yolov3`` makes a record of them.
///
///     photo    fitted into 416 × 416, centred, the rest grey 128   UInt8   sRGB
///     boxes    the most probable class of each, with the objectness as its confidence
package enum EarlyYOLO {
  /// The network's input.
  package static let inputSize = PixelSize(width: 416, height: 416)
  /// What fills the borders.
  package static let letterboxGrey: UInt8 = 128
  /// Boxes below this are dropped, whatever their class.
  package static let minimumObjectness = 0.8
  /// Of two boxes of one class that overlap by more than this IoU, the one with the higher
  /// objectness stays.
  package static let sameClassIoU = 0.4
}
