import Foundation
import Imaging
import Inference
import PhotoCore
import Testing

@testable import Networks
@testable import Recognition

/// Meridian's half of `make check-onnx`, which compares it with another runtime.
///
/// For each folder in the one that the environment names that has a `network.onnx` (it is called after
/// its preset, or is torchvision's), and each picture `pictures/*.rgb` (width and height as 32-bit
/// numbers, then the pixels), it writes what the network looks at (`*.view`, 224 × 224 × 3 bytes) and
/// the probabilities (`*.f32`).
struct ONNXCheck {
  private static let folder = ProcessInfo.processInfo.environment["MERIDIAN_CHECK_ONNX"]

  @Test(
    .enabled(
      if: folder != nil,
      "compares whole networks with ONNX Runtime, which `make check-onnx` installs; run that"))
  func `whole networks give their probabilities to make check-onnx`() throws {
    let folder = try #require(Self.folder)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    where FileManager.default.fileExists(atPath: "\(folder)/\(name)/network.onnx") {
      try run("\(folder)/\(name)", pictures: "\(folder)/pictures")
    }
  }

  private func run(_ folder: String, pictures: String) throws {
    let preset = ModelPreset(rawValue: (folder as NSString).lastPathComponent) ?? .torchvision
    let ports = try NetworkDescription(path: folder + "/network.onnx")
    let draft = try preset.draft(inputs: ports.inputs, outputs: ports.outputs)
    let record = ModelRecord(draft, format: .onnx, network: "network.onnx")
    try JSONEncoder().encode(record).write(to: URL(fileURLWithPath: folder + "/record.json"))
    let labels = (0..<record.classCount).map { "class \($0)\n" }.joined()
    try Data(labels.utf8).write(to: URL(fileURLWithPath: folder + "/labels.txt"))
    let classifier = try SceneClassifier(
      model: InstalledModel(folder: folder), threads: 2, precision: .f32)
    for name in try FileManager.default.contentsOfDirectory(atPath: pictures).sorted() {
      let image = try picture("\(pictures)/\(name)")
      let view = try #require(NetworkInput.make(from: image, recipe: classifier.recipe))
      try Data(view.image.pixels).write(to: URL(fileURLWithPath: "\(folder)/\(name).view"))
      try write(classifier, view, to: "\(folder)/\(name).f32")
    }
  }

  private func picture(_ path: String) throws -> RGBImage {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    let lengths = data.prefix(8).withUnsafeBytes { Array($0.bindMemory(to: UInt32.self)) }
    let size = PixelSize(
      width: Int(UInt32(littleEndian: lengths[0])), height: Int(UInt32(littleEndian: lengths[1])))
    return try #require(RGBImage(size: size, pixels: [UInt8](data.dropFirst(8))))
  }

  /// All classes by their numbers, as 32-bit floats.
  private func write(
    _ classifier: SceneClassifier, _ view: NetworkView, to path: String
  ) throws {
    let classes = classifier.model.labels.classes
    let numbers = Dictionary(uniqueKeysWithValues: zip(classes.map(\.name), classes.indices))
    var probabilities = [Float](repeating: 0, count: classes.count)
    for scene in try classifier.scenes(in: view, count: classes.count).scenes {
      probabilities[try #require(numbers[scene.className])] = Float(scene.probability)
    }
    try probabilities.withUnsafeBytes { Data($0) }.write(to: URL(fileURLWithPath: path))
  }
}
