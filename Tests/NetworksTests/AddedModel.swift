import Fixtures
import Foundation
import Inference
import PhotoCore

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

extension ONNXFixture {
  /// A network that looks at nothing but the picture's mean colour: each number that it gives is a
  /// constant plus multiples of the three means, in the order and scale in which it is fed.
  static func ofMeanColour(
    input: Value, channelsFirst: Bool, output: Value, constants: [Float],
    multiples: [(number: Int, channel: Int, factor: Float)], softmax: Bool = false
  ) -> ONNXFixture {
    var weights = [Float](repeating: 0, count: 3 * constants.count)
    for multiple in multiples {
      weights[multiple.channel * constants.count + multiple.number] = multiple.factor
    }
    let shape = output.shape.map { $0 ?? 1 }
    let last = softmax ? "numbers" : output.name
    return ONNXFixture(
      inputs: [input], outputs: [output],
      nodes: [
        Node(
          "ReduceMean", [input.name], ["means"],
          ["axes": .integers(channelsFirst ? [2, 3] : [1, 2]), "keepdims": .integer(0)]),
        Node("Gemm", ["means", "weights", "constants"], ["row"]),
        Node("Reshape", ["row", "shape"], [last]),
      ] + (softmax ? [Node("Softmax", [last], [output.name], ["axis": .integer(-1)])] : []),
      initialisers: [
        Tensor("weights", [3, constants.count], floats: weights),
        Tensor("constants", [constants.count], floats: constants),
        Tensor("shape", [shape.count], integers: shape),
      ])
  }
}
