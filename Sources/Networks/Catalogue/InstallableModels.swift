internal import PhotoCore
internal import Recognition

/// The networks that can be installed by their ids.
///
/// Sources of addresses, lengths and hashes: the projects' pages (pjreddie.com/darknet/yolo, the
/// releases of AlexeyAB/darknet and of Megvii-BaseDetection/YOLOX) and public scripts that pin these
/// files and agree with each other. The lengths of Darknet's files follow from their structures.
package enum InstallableModels {
  /// All of them, the most useful first.
  package static let all = [
    yolox("s", name: "YOLOX-S", mAP: 40.5, byteCount: 35_858_002, side: 640, hash: yoloxS),
    yolox("tiny", name: "YOLOX-Tiny", mAP: 32.8, byteCount: 20_219_662, side: 416, hash: yoloxTiny),
    darknet(
      .yolov3, name: "YOLOv3", byteCount: 248_007_048, hash: yolov3, preset: .yolov3,
      published: PublishedAccuracy(mAP: 31.0, set: "COCO test-dev at 416 pixels"),
      note: "Set up as in Meridian's predecessor: only objects with high confidence."),
    darknet(
      .yolov3SPP, name: "YOLOv3-SPP", byteCount: 252_209_544, hash: yolov3SPP,
      preset: .darknetLetterbox,
      published: PublishedAccuracy(set: "COCO test-dev at 608 pixels: AP50 60.6"),
      note: "AP50 60.6 at 608 pixels; runs at 416 here."),
    darknet(
      .yolov3Tiny, name: "YOLOv3-tiny", byteCount: 35_434_956, hash: yolov3Tiny,
      preset: .darknetLetterbox,
      published: PublishedAccuracy(set: "COCO test-dev at 416 pixels: AP50 33.1"),
      note: "AP50 33.1; fast."),
    darknet(
      .yolov4, name: "YOLOv4", byteCount: 257_717_640, hash: yolov4, preset: .darknet,
      published: PublishedAccuracy(mAP: 41.2, set: "COCO test-dev at 416 pixels"),
      note: "The most accurate here, and as slow as YOLOv3."),
    darknet(
      .yolov4Tiny, name: "YOLOv4-tiny", byteCount: 24_251_276, hash: yolov4Tiny, preset: .darknet,
      published: PublishedAccuracy(mAP: 22.0, set: "COCO test-dev at 416 pixels"),
      note: "Fast, about as accurate as the default."),
  ]

  /// The network of this id; nil for none.
  package static func model(_ id: String) -> InstallableModel? { all.first { $0.id == id } }

  private static let yoloxS = "c5c2d13e59ae883e6af3b45daea64af4833a4951c92d116ec270d9ddbe998063"
  private static let yoloxTiny = "427cc366d34e27ff7a03e2899b5e3671425c262ea2291f88bb942bc1cc70b0f7"
  private static let yolov3 = "523e4e69e1d015393a1b0a441cef1d9c7659e3eb2d7e15f793f060a21b32f297"
  private static let yolov3SPP = "87a1e8c85c763316f34e428f2295e1db9ed4abcec59dd9544f8052f50de327b4"
  private static let yolov3Tiny = "dccea06f59b781ec1234ddf8d1e94b9519a97f4245748a7d4db75d5b7080a42c"
  private static let yolov4 = "e8a4f6c62188738d86dc6898d82724ec0964d0eb9d2ae0f0a9d53d65d108d562"
  private static let yolov4Tiny = "037676f0d929c24e1bd9a0037fe30dc416fc26e0ca2a4491a44d024873316061"

  private static func yolox(
    _ size: String, name: String, mAP: Double, byteCount: Int64, side: Int, hash: String
  ) -> InstallableModel {
    InstallableModel(
      id: "yolox-\(size)", name: name, task: .detection,
      address: "https://github.com/Megvii-BaseDetection/YOLOX/releases/download/0.1.1rc0/"
        + "yolox_\(size).onnx",
      sha256: hash, byteCount: byteCount, licence: "Apache-2.0",
      published: PublishedAccuracy(mAP: mAP, set: "COCO val2017 at \(side) pixels"),
      preset: .yolox, architecture: nil,
      note: size == "s" ? "About twice as accurate as the default." : "Between the default and S.")
  }

  private static func darknet(
    _ architecture: DarknetArchitecture, name: String, byteCount: Int64, hash: String,
    preset: ModelPreset, published: PublishedAccuracy, note: String
  ) -> InstallableModel {
    InstallableModel(
      id: architecture.rawValue, name: "\(name), COCO", task: .detection,
      address: architecture.address, sha256: hash, byteCount: byteCount,
      licence: architecture.isOfVersion4 ? "YOLO licence" : "public domain (YOLO licence)",
      published: published, preset: preset, architecture: architecture, note: note)
  }
}

extension DarknetArchitecture {
  fileprivate var isOfVersion4: Bool { self == .yolov4 || self == .yolov4Tiny }

  /// Where the weights were published.
  fileprivate var address: String {
    let releases = "https://github.com/AlexeyAB/darknet/releases/download"
    return switch self {
    case .yolov4: "\(releases)/darknet_yolo_v3_optimal/yolov4.weights"
    case .yolov4Tiny: "\(releases)/darknet_yolo_v4_pre/yolov4-tiny.weights"
    case .yolov3, .yolov3SPP, .yolov3Tiny: "https://pjreddie.com/media/files/\(rawValue).weights"
    }
  }
}
