package import PhotoCore

/// A kind of network that people have: how it is fed and read where its file does not say so.
///
/// Thresholds: a detector's floor is 0.1, as the default detector's, so that a search may ask for less
/// than the default; the default is the one with which a family's authors show pictures, or a measured
/// one. `ModelPreset+Thresholds.swift` says which is from where.
package enum ModelPreset: String, Sendable, Codable, CaseIterable {
  /// Darknet's YOLOv3 as Meridian's ancestor used it: letterbox, objectness at least 0.8.
  case yolov3
  /// Darknet's YOLOv3 and YOLOv4 by confidence; photos are stretched.
  case darknet
  /// The same with the photo's shape kept, as the first Darknet did.
  case darknetLetterbox = "darknet-letterbox"
  /// YOLOv5, YOLOv7.
  case yolov5
  /// YOLOv8, YOLO11.
  case yolov8
  /// YOLOX.
  case yolox
  /// DETR, whose last class is "no object".
  case detr
  /// RT-DETR, D-FINE.
  case rtDETR = "rt-detr"
  /// RF-DETR.
  case rfDETR = "rf-detr"
  /// SSD with decoded boxes, cut before its suppression.
  case ssd
  /// TensorFlow's SSD with its own suppression, class ids from 1.
  case ssdSuppressed = "ssd-nms"
  /// The same as TensorFlow Lite has it, class ids from 0.
  case ssdLite = "ssd-tflite"
  /// A network of OpenVINO's that ends in `DetectionOutput`.
  case detectionOutput = "detection-output"
  /// NanoDet with decoded boxes, and others with corners in pixels.
  case cornerBoxes = "corner-boxes"
  /// torchvision's classifiers and others trained in its way.
  case torchvision
  /// VGG16 as Meridian's ancestor used it.
  case vgg16
  /// TensorFlow's and Keras' classifiers that take numbers from −1 to 1.
  case tensorflow
  /// EfficientNet-Lite.
  case efficientNetLite = "efficientnet-lite"

  /// One line for a list of choices.
  package var summary: String {
    switch self {
    case .yolov3:
      "YOLOv3 (.cfg, .weights): grey letterbox, objectness from 0.8, as in the predecessor"
    case .darknet: "YOLOv3, YOLOv4 (.cfg, .weights): stretched, by confidence"
    case .darknetLetterbox: "YOLOv3 (.cfg, .weights): grey letterbox, by confidence"
    case .yolov5: "YOLOv5, YOLOv7: [1, n, 5 + classes]"
    case .yolov8: "YOLOv8, YOLO11: [1, 4 + classes, n]"
    case .yolox: "YOLOX without its last step: [1, n, 5 + classes] on grids of 8, 16, 32 pixels"
    case .detr: "DETR: logits with a last \"no object\", boxes in fractions"
    case .rtDETR: "RT-DETR, D-FINE: logits for sigmoid, boxes in fractions"
    case .rfDETR: "RF-DETR: the same with ImageNet's mean and deviation"
    case .ssd: "SSD before suppression: boxes [n, 4], scores [n, classes]"
    case .ssdSuppressed: "TensorFlow's SSD with suppression: boxes, scores, class ids from 1, count"
    case .ssdLite: "TensorFlow Lite's SSD with suppression: class ids from 0"
    case .detectionOutput: "OpenVINO's DetectionOutput: [1, 1, n, 7], BGR"
    case .cornerBoxes: "NanoDet with decoded boxes: [1, n, 4 + classes] of corners in pixels, BGR"
    case .torchvision: "Classifiers of torchvision: shorter side to 8/7 of the input, centre crop"
    case .vgg16: "VGG16 as in the predecessor: shorter side to the input, centre crop"
    case .tensorflow:
      "Classifiers of TensorFlow and Keras that take −1 to 1; 1001 outputs are known"
    case .efficientNetLite: "EfficientNet-Lite: bicubic centre crop"
    }
  }

  /// What it does.
  package var task: RecognitionTask {
    switch self {
    case .torchvision, .vgg16, .tensorflow, .efficientNetLite: .classification
    default: .detection
    }
  }

  /// Whether it is made from Darknet's `.cfg` and `.weights`.
  package var isDarknet: Bool {
    switch self {
    case .yolov3, .darknet, .darknetLetterbox: true
    default: false
    }
  }
}
