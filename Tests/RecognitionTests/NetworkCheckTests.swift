import Fixtures
import Foundation
import Inference
import PhotoCore
import Testing

@testable import Recognition

/// A network and a record that do not belong together are refused in one sentence that says why.
struct NetworkCheckTests {
  /// A classifier of five classes that leaves open how large its picture is.
  private static let network = ONNXFixture.ofMeanColour(
    input: .init("image", [nil, 3, nil, nil]), channelsFirst: true,
    output: .init("scores", [1, 5]),
    constants: [0, 1, 2, 3, 4], multiples: [(0, 0, 1)])

  private static let record = ModelRecord(
    id: "m", name: "M", task: .classification, vocabulary: "v", source: "", sourceSHA256: "",
    format: .onnx, network: "network.onnx",
    input: ModelInput(
      name: "image", layout: .nchw, type: .f32,
      recipe: InputRecipe(
        size: PixelSize(width: 6, height: 4), fit: .stretch, interpolation: .bilinear,
        antialias: true)),
    outputs: ["scores": [1, 5]],
    decoding: ModelDecoding(family: .classifier, roles: ["probabilities": "scores"]), classCount: 5,
    scoreFloor: 0.01, defaultThreshold: 0.5)

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// What loading the network by a changed record says; nil where it works.
  private func refusal(
    _ network: ONNXFixture = Self.network, _ change: (inout ModelRecord) -> Void = { _ in }
  ) throws -> String? {
    var record = Self.record
    change(&record)
    try folder.write(network.data, to: "network.onnx")
    try folder.write([UInt8](JSONEncoder().encode(record)), to: "record.json")
    let labels = (0..<record.classCount).map { "class \($0)\n" }.joined()
    try folder.write([UInt8](labels.utf8), to: "labels.txt")
    let model = try InstalledModel(folder: folder.path)
    do {
      let loaded = try NetworkCheck.load(model, threads: 1, precision: .f32)
      #expect(loaded.inputs.map(\.shape) == [[1, 4, 6, 3]])
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test func `a network that leaves its size open works by the record's size`() throws {
    #expect(try refusal() == nil)
  }

  @Test func `another name, layout or type of the input is refused with what it should be`() throws
  {
    let found = "but takes image [?, 3, ?, ?] f32. Install it again."
    #expect(
      try refusal { $0.input.name = "picture" }
        == "The model m should take one input picture [1, 3, 4, 6] f32 \(found)")
    #expect(
      try refusal { $0.input.layout = .nhwc }
        == "The model m should take one input image [1, 4, 6, 3] f32 \(found)")
    #expect(
      try refusal { $0.input.type = .u8 }
        == "The model m should take one input image [1, 3, 4, 6] u8 \(found)")
  }

  @Test func `another size than the network's is refused with both`() throws {
    var fixed = Self.network
    fixed.inputs = [.init("image", [1, 3, 8, 8])]
    #expect(
      try refusal(fixed)
        == "The model m should take one input image [1, 3, 4, 6] f32 but takes image [1, 3, 8, 8] "
        + "f32. Install it again.")
  }

  @Test func `an output of another name or number of classes is refused by name`() throws {
    #expect(
      try refusal {
        $0.outputs = ["p": [1, 5]]
      } == "The output p of the model m should be [1, 5] f32 but is missing among scores. "
        + "Install it again.")
    #expect(
      try refusal {
        $0.outputs = ["scores": [1, 6]]
        $0.classCount = 6
      } == "The output scores of the model m should be [1, 6] f32 but is [1, 5] f32. "
        + "Install it again.")
  }

  @Test func `an output whose length varies from photo to photo is refused by name`() throws {
    let varying = ONNXFixture(
      inputs: [.init("image", [1, 3, 4, 6])], outputs: [.init("places", [4, nil], .i64)],
      nodes: [.init("NonZero", ["image"], ["places"])])
    let text = try #require(try refusal(varying) { $0.outputs = ["places": [4, 5]] })
    #expect(text.contains("places of the model m should be [4, 5] f32 but is [4, ?] f32, a length"))
  }

  @Test func `mean and deviation of another number than three are refused`() throws {
    let text = try #require(try refusal { $0.input.mean = [127] })
    #expect(text.contains("mean and deviation must be three numbers, or none"))
  }

  @Test func `bytes that a quantised network gives are probabilities in 256ths`() throws {
    let network = ONNXFixture(
      inputs: [.init("image", [1, 3, 1, 1])], outputs: [.init("p", [1, 3, 1, 1], .u8)],
      nodes: [
        .init("Cast", ["image"], ["p"], ["to": .integer(ONNXFixture.Number.u8.rawValue)])
      ])
    let loaded = try Network(
      path: try folder.write(network.data, to: "bytes.onnx"), precision: .f32,
      conversion: InputConversion(
        isChannelsFirst: true, reversesChannels: false, shape: [1, 3, 1, 1]))
    #expect(try loaded.outputs(["p"], of: [0, 128, 192]) == ["p": [0, 0.5, 0.75]])
  }
}
