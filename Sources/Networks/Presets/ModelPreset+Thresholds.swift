internal import Recognition

extension ModelPreset {
  /// Results below `floor` are not stored, those below `standard` do not count unless a search says so.
  ///
  /// Sources: SSD and classifiers as the default models, `docs/recognition.md`; Darknet's `-thresh 0.25`;
  /// Ultralytics' `conf=0.25`; YOLOX 0.25, where four of five classes found on COCO's photos are right
  /// (measured); the examples of DETR and its heirs, which show boxes from 0.4 (D-FINE) to 0.6 (RT-DETR)
  /// on; NanoDet, whose scores run low, 0.4 (measured: 87 % of the classes found are right).
  var thresholds: (floor: Double, standard: Double) {
    switch self {
    case .yolov3: (EarlyYOLO.minimumObjectness, EarlyYOLO.minimumObjectness)
    case .darknet, .darknetLetterbox, .yolov5, .yolov8, .yolox: (0.1, 0.25)
    case .ssd, .ssdSuppressed, .ssdLite, .detectionOutput: (0.1, 0.25)
    case .detr, .rtDETR, .rfDETR: (0.1, 0.5)
    case .cornerBoxes: (0.1, 0.4)
    case .torchvision, .vgg16, .tensorflow, .efficientNetLite: (0, 0.3)
    }
  }

  /// What becomes of overlapping boxes. The limits within a class are those with which the families'
  /// authors show pictures; DETR and its heirs give each object once, so nothing is dropped.
  var suppression: ModelSuppression? {
    switch self {
    case .yolov3: nil
    case .darknet, .darknetLetterbox, .yolov5, .yolox: Self.usual(0.45)
    case .yolov8: Self.usual(0.7)
    case .detr, .rtDETR, .rfDETR: ModelSuppression(sameClassIoU: 1, crossClassIoU: nil)
    case .cornerBoxes: Self.usual(0.6)
    case .ssd, .ssdSuppressed, .ssdLite, .detectionOutput: Self.usual(0.6)
    case .torchvision, .vgg16, .tensorflow, .efficientNetLite: nil
    }
  }

  /// Two classes on the very same pixels are one object; see ``DetectionSettings``.
  private static func usual(_ sameClassIoU: Double) -> ModelSuppression {
    ModelSuppression(
      sameClassIoU: sameClassIoU, crossClassIoU: DetectionSettings(scoreFloor: 0).crossClassIoU)
  }
}
