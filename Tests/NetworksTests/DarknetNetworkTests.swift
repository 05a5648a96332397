import Fixtures
import Foundation
import Inference
import Networks
import PhotoCore
import Recognition
import Testing

/// Small networks with random weights, through OpenVINO, against the plain reference.
struct DarknetNetworkTests {
  private func expectEqual(_ network: ReferenceDarknet) throws {
    let difference = try network.largestDifference()
    #expect(difference < 1e-5)
  }

  @Test(arguments: [(1, 1), (3, 1), (3, 2), (5, 2)])
  func `a padded convolution`(size: Int, stride: Int) throws {
    var network = ReferenceDarknet(columns: 7, rows: 6)
    network.convolution(4, size: size, stride: stride, pad: true)
    network.head()
    try expectEqual(network)
  }

  @Test func `a convolution without padding shrinks the map`() throws {
    var network = ReferenceDarknet(columns: 7, rows: 5)
    network.convolution(4, size: 3)
    network.head()
    try expectEqual(network)
    #expect(network.maps[0].columns == 5 && network.maps[0].rows == 3)
  }

  @Test(arguments: ["linear", "leaky", "mish", "logistic"])
  func `a normalised convolution with each activation`(activation: String) throws {
    var network = ReferenceDarknet(columns: 6, rows: 5, seed: 2)
    network.convolution(5, size: 3, pad: true, normalised: true, activation: activation)
    network.head()
    try expectEqual(network)
  }

  @Test(arguments: [(2, 4), (4, 4), (4, 8)])
  func `a convolution in groups`(groups: Int, filters: Int) throws {
    var network = ReferenceDarknet(columns: 6, rows: 5, channels: 4, seed: 3)
    network.convolution(
      filters, size: 3, pad: true, groups: groups, normalised: true, activation: "leaky")
    network.head()
    try expectEqual(network)
  }

  @Test(arguments: ["linear", "leaky"])
  func `a shortcut adds an earlier layer`(activation: String) throws {
    var network = ReferenceDarknet(columns: 4, rows: 5, seed: 4)
    network.convolution(4, activation: "leaky")
    network.convolution(4, size: 3, pad: true)
    network.convolution(4)
    network.shortcut(from: -3, activation: activation)
    network.shortcut(from: 1)
    network.head()
    try expectEqual(network)
  }

  @Test func `a route puts layers one after the other, counted back or from the start`() throws {
    var network = ReferenceDarknet(columns: 4, rows: 5, seed: 5)
    network.convolution(4, activation: "leaky")
    network.convolution(3)
    network.route([-1, 0])
    network.head()
    try expectEqual(network)
    #expect(network.maps[2].channels == 7)
  }

  @Test(arguments: [0, 1])
  func `a route in groups takes one part of each layer`(group: Int) throws {
    var network = ReferenceDarknet(columns: 4, rows: 5, seed: 6)
    network.convolution(4, activation: "leaky")
    network.convolution(6)
    network.route([-1], groups: 2, group: group)
    network.route([-2, 0], groups: 2, group: group)
    network.head()
    try expectEqual(network)
    #expect(network.maps[2].channels == 3 && network.maps[3].channels == 5)
  }

  @Test(arguments: [1, 2, 3])
  func `upsampling repeats each value`(stride: Int) throws {
    var network = ReferenceDarknet(columns: 3, rows: 4, seed: 7)
    network.convolution(4)
    network.upsample(stride)
    network.head()
    try expectEqual(network)
  }

  @Test(arguments: [(2, 2, nil), (2, 1, nil), (3, 1, nil), (5, 1, nil), (3, 2, 0), (3, 2, 3)])
  func `the largest of a window, with more padding behind than before`(
    size: Int, stride: Int, padding: Int?
  ) throws {
    var network = ReferenceDarknet(columns: 7, rows: 6, seed: 8)
    network.convolution(4)
    network.maximum(size: size, stride: stride, padding: padding)
    network.head()
    try expectEqual(network)
  }

  @Test func `dropout does nothing, but counts as a layer`() throws {
    var network = ReferenceDarknet(columns: 4, rows: 4, seed: 9)
    network.convolution(4)
    network.dropout()
    network.shortcut(from: -2)
    network.head()
    try expectEqual(network)
  }

  @Test func `two heads at two sizes, as in the tiny networks`() throws {
    var network = ReferenceDarknet(columns: 16, rows: 8, seed: 10)
    network.convolution(4, size: 3, pad: true, normalised: true, activation: "leaky")
    network.maximum(size: 2, stride: 2)
    network.convolution(8, size: 3, stride: 2, pad: true, normalised: true, activation: "leaky")
    network.head()
    network.route([-3])
    network.convolution(3, activation: "leaky")
    network.upsample(2)
    network.route([-1, 1])
    network.head()
    try expectEqual(network)
  }

  @Test func `what is written says what a record needs`() throws {
    var network = ReferenceDarknet(columns: 8, rows: 6)
    network.convolution(4, size: 3, stride: 2, pad: true)
    network.head()
    let folder = try TemporaryFolder()
    let description = try network.network(in: folder).write(to: folder.path("a/model"))
    #expect(description.input == PixelSize(width: 8, height: 6))
    #expect(description.version == "0.2.0")
    #expect(description.seen == 1 << 32 + 7)
    #expect(description.weightCount == network.weights.count)
    let head = try #require(description.heads.first)
    #expect(head.output == "head0" && head.mask == [0] && head.classCount == 1)
    #expect(head.anchors == [YOLOHead.Anchor(width: 10, height: 14)])
    #expect(head.stride == 2 && head.grid == PixelSize(width: 4, height: 3))
    let file = Data(folder.read("a/model/darknet.json"))
    #expect(try JSONDecoder().decode(DarknetDescription.self, from: file) == description)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("a/model"))
    #expect(names.sorted() == ["darknet.json", "model.bin", "model.xml"])
  }

  @Test func `the network takes bytes of a picture and names its heads`() throws {
    var network = ReferenceDarknet(columns: 8, rows: 6)
    network.head()
    let folder = try TemporaryFolder()
    try network.network(in: folder).write(to: folder.path)
    let runner = try Network(path: folder.path("model.xml"), precision: .f32)
    #expect(runner.inputs == [Port(name: "image", shape: [1, 6, 8, 3], type: "u8")])
    #expect(runner.outputs == [Port(name: "head0", shape: [1, 6, 6, 8], type: "f32")])
  }

  @Test func `a folder that cannot be made is named`() throws {
    var network = ReferenceDarknet(columns: 8, rows: 6)
    network.head()
    let folder = try TemporaryFolder()
    let path = try folder.write([], to: "file") + "/model"
    let refused = #expect(throws: DarknetError.self) {
      _ = try network.network(in: folder).write(to: path)
    }
    guard case .unwritable(path, _)? = refused else {
      Issue.record("\(String(describing: refused))")
      return
    }
  }
}
