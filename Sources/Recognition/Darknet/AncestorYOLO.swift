public import PhotoCore

/// The numbers with which Meridian's ancestor used YOLOv3; ``ModelPreset/yolov3`` makes a record of them.
///
///     photo    fitted into 416 × 416, centred, the rest grey 128   UInt8   sRGB
///     boxes    the most probable class of each, with the objectness as its confidence
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
}
