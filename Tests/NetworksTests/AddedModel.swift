import Fixtures
import Foundation
import Inference
import PhotoCore

@testable import Networks
@testable import Recognition

/// A network made by code, as a model in a folder of its own: read, guessed, recorded.
struct AddedModel {
  let preset: ModelPreset?
  let model: InstalledModel
  private let folder: TemporaryFolder

  /// - Parameter preset: nil for the one that is guessed.
  init(_ network: ONNXFixture, preset: ModelPreset? = nil) throws {
    folder = try TemporaryFolder()
    let path = try folder.write(network.data, to: "network.onnx")
    let ports = try NetworkDescription(path: path)
    self.preset = ModelPreset.guess(inputs: ports.inputs, outputs: ports.outputs)
    guard let preset = preset ?? self.preset else { throw RecognitionError.notInstalled("m") }
    let draft = try preset.draft(inputs: ports.inputs, outputs: ports.outputs)
    let record = ModelRecord(draft, format: .onnx, network: "network.onnx")
    try folder.write([UInt8](JSONEncoder().encode(record)), to: "record.json")
    let labels = (0..<record.classCount).map { "class \($0)\n" }.joined()
    try folder.write([UInt8](labels.utf8), to: "labels.txt")
    model = try InstalledModel(folder: folder.path)
  }
}
