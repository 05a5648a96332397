import Fixtures
import Foundation
import Inference
import Testing

struct OutputTests {
  @Test func `outputs of whole numbers become floats and keep their names and places`() throws {
    let folder = try TemporaryFolder()
    let shape = [1, 3, 1, 1]
    let fixture = ONNXFixture(
      inputs: [.init("scores", shape)],
      outputs: [
        .init("best", [1, 1, 1], .i64), .init("twice", shape), .init("small", shape, .i32),
      ],
      nodes: [
        .init("ArgMax", ["scores"], ["best"], ["axis": .integer(1), "keepdims": .integer(0)]),
        .init("Add", ["scores", "scores"], ["twice"]),
        .init("Cast", ["scores"], ["small"], ["to": .integer(ONNXFixture.Number.i32.rawValue)]),
      ])
    let network = try Network(
      path: try folder.write(fixture.data, to: "whole.onnx"), precision: .f32,
      conversion: InputConversion(isChannelsFirst: true, reversesChannels: false, shape: shape))
    #expect(network.nativeOutputs.map(\.type) == ["i64", "f32", "i32"])
    #expect(
      network.outputs == [
        Port(name: "best", shape: [1, 1, 1], type: "f32"),
        Port(name: "twice", shape: [1, 3, 1, 1], type: "f32"),
        Port(name: "small", shape: [1, 3, 1, 1], type: "f32"),
      ])
    try network.run([1, 5, 7])
    #expect(try network.values(of: "best") == [2])
    #expect(try network.values(of: "twice") == [2, 10, 14])
    #expect(try network.values(of: "small") == [1, 5, 7])
  }

  @Test func `an output of TensorFlow's detectors goes by the name that everybody knows`() throws {
    let folder = try TinyNetwork.write(outputNames: "a/step/inside:0,detection_boxes:0")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let network = try Network(path: folder + "/model.xml", precision: .f32)
    #expect(network.outputs.map(\.name) == ["detection_boxes:0"])
    try network.run([UInt8](0..<12))
    #expect(try network.values(of: "detection_boxes:0") == (0..<12).map { Float($0) + 1 })
    #expect(
      try NetworkDescription(path: folder + "/model.xml").outputs.map(\.name)
        == ["detection_boxes:0"])
  }

  @Test func `a description is what the file has, open lengths and all`() throws {
    let folder = try TemporaryFolder()
    let fixture = ONNXFixture(
      inputs: [.init("image", [nil, 3, nil, nil])], outputs: [.init("p", [nil, 3, 1, 1])],
      nodes: [.init("GlobalAveragePool", ["image"], ["p"])])
    let description = try NetworkDescription(
      path: try folder.write(fixture.data, to: "open.onnx"))
    #expect(
      description.inputs == [Port(name: "image", shape: [nil, 3, nil, nil], type: "f32")])
    #expect(description.outputs == [Port(name: "p", shape: [nil, 3, 1, 1], type: "f32")])
  }

  @Test func `a network of convolution, bias and softmax computes`() throws {
    let folder = try TemporaryFolder()
    let fixture = ONNXFixture(
      inputs: [.init("image", [1, 3, 2, 2])], outputs: [.init("p", [1, 2])],
      nodes: [
        .init(
          "Conv", ["image", "weights", "bias"], ["c"], ["kernel_shape": .integers([2, 2])]),
        .init("Relu", ["c"], ["r"]),
        .init("Reshape", ["r", "flat"], ["f"]),
        .init("Softmax", ["f"], ["p"], ["axis": .integer(1)]),
      ],
      initialisers: [
        .init("weights", [2, 3, 2, 2], floats: [Float](repeating: 0, count: 24)),
        .init("bias", [2], floats: [-5, 1]), .init("flat", [2], integers: [1, 2]),
      ])
    let network = try Network(
      path: try folder.write(fixture.data, to: "small.onnx"), precision: .f32,
      conversion: InputConversion(
        isChannelsFirst: true, reversesChannels: false, shape: [1, 3, 2, 2]))
    try network.run([UInt8](repeating: 9, count: 12))
    let values = try network.values(of: "p")
    // Of the logits 0 (−5 is cut off) and 1.
    #expect(abs(values[0] - 0.26894) < 1e-4 && abs(values[1] - 0.73106) < 1e-4)
  }
}
