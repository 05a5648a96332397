import Fixtures
import Foundation
import Networks
import PhotoCore
import Recognition

/// Small networks made by code, in the shapes of large ones.
enum NetworkFixtures {
  /// A classifier as torchvision exports it.
  static func classifier(classes: Int = 1000, shape: [Int?] = [1, 3, 8, 8]) -> ONNXFixture {
    ONNXFixture(
      inputs: [.init("image", shape)], outputs: [.init("logits", [1, classes])],
      nodes: [
        .init("GlobalAveragePool", ["image"], ["means"]), .init("Flatten", ["means"], ["flat"]),
        .init("Gemm", ["flat", "weights"], ["logits"]),
      ],
      initialisers: [.init("weights", [3, classes], floats: numbers(3 * classes))])
  }

  /// A detector with YOLOX's outputs: 21 cells for 32 × 32 pixels.
  static func yolox(classes: Int = 80) -> ONNXFixture {
    let columns = 5 + classes
    return ONNXFixture(
      inputs: [.init("images", [1, 3, 32, 32])], outputs: [.init("output", [1, 21, columns])],
      nodes: [
        .init("GlobalAveragePool", ["images"], ["means"]), .init("Flatten", ["means"], ["flat"]),
        .init("Gemm", ["flat", "weights"], ["row"]),
        .init("Reshape", ["row", "shape"], ["output"]),
      ],
      initialisers: [
        .init("weights", [3, 21 * columns], floats: numbers(3 * 21 * columns)),
        .init("shape", [3], integers: [1, 21, columns]),
      ])
  }

  /// One that computes what nobody knows.
  static func unknownOperator() -> ONNXFixture {
    var network = classifier()
    network.nodes[0].operation = "Frobnicate"
    return network
  }

  /// The `.cfg` of a network with YOLOv3's three heads and almost nothing before them.
  static let threeHeads: String = {
    var text = "[net]\nwidth=608\nheight=608\nchannels=3\n"
    for (stride, mask) in [(8, "0,1,2"), (2, "3,4,5"), (2, "6,7,8")] {
      if stride == 2 { text += "[route]\nlayers=-3\n" }
      text += "[convolutional]\nfilters=3\nsize=1\nstride=\(stride)\nactivation=leaky\n"
      text += "[convolutional]\nfilters=255\nsize=1\nstride=1\nactivation=linear\n"
      text += "[yolo]\nmask=\(mask)\nclasses=80\nnum=9\n"
      text += "anchors=10,13,16,30,33,23,30,61,62,45,59,119,116,90,156,198,373,326\n"
    }
    return text
  }()

  /// Weights that fit a `.cfg`.
  static func weights(for text: String) throws -> [UInt8] {
    let count = try DarknetConfiguration(parsing: text).weightCount
    let header: [UInt8] = [0, 0, 0, 0, 2, 0, 0, 0] + Array(repeating: 0, count: 12)
    return header + numbers(count).flatMap { bytes($0) }
  }

  private static func bytes(_ number: Float) -> [UInt8] {
    let bits = number.bitPattern
    return [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: bits >> $0) }
  }

  private static func numbers(_ count: Int) -> [Float] {
    (0..<count).map { Float($0 % 17) / 17 - 0.5 }
  }
}

/// A library's empty folder of models beside the installed default ones, and an installer for it.
struct ModelsFixture {
  let folder: TemporaryFolder
  var models: String { folder.path("library/models") }

  init() throws { folder = try TemporaryFolder() }

  var store: ModelStore { ModelStore(folders: [models, Installed.models], library: models) }
  var installer: ModelInstaller { installer(DownloadLimits()) }

  func installer(_ limits: DownloadLimits) -> ModelInstaller {
    ModelInstaller(store: store, folder: models, limits: limits)
  }

  /// What lies in the library's folder, hidden things too, but not the lock and what is coming.
  var names: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: models)) ?? []
    return names.filter { $0 != ".lock" && $0 != ".downloads" }.sorted()
  }

  /// Files that came in part.
  var parts: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: models + "/.downloads")) ?? []).sorted()
  }

  /// Writes the files of a Darknet network.
  func darknet(_ text: String = NetworkFixtures.threeHeads, dropping: Int = 0) throws -> [String] {
    let weights = try NetworkFixtures.weights(for: text)
    return [
      try folder.write(Array(text.utf8), to: "yolov3.cfg"),
      try folder.write(Array(weights.dropLast(dropping)), to: "yolov3.weights"),
    ]
  }
}
