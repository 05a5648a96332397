import Fixtures
import Foundation
import Networks
import PhotoCore
import Recognition
import Testing

/// Headers, lengths and contents of `.weights` files.
struct DarknetWeightsTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// Two convolutions, at lines 7 and 16, with 4 × 4 + 4 × 3 and 6 + 6 × 4 numbers.
  private var network: ReferenceDarknet {
    var network = ReferenceDarknet(columns: 4, rows: 4)
    network.convolution(4, normalised: true, activation: "leaky")
    network.head()
    return network
  }

  private let first = DarknetPlace(section: "convolutional", layer: 0, line: 7)
  private let second = DarknetPlace(section: "convolutional", layer: 1, line: 16)

  private func open(_ bytes: [UInt8]) throws -> DarknetNetwork {
    let weights = try DarknetWeights(path: folder.write(bytes, to: "net.weights"))
    return try DarknetNetwork(
      configuration: DarknetConfiguration(parsing: network.text), weights: weights)
  }

  @Test(arguments: [
    ([0, 1, 0], 16), ([0, 2, 0], 20), ([0, 2, 5], 20), ([1, 0, 0], 20), ([0, 0, 9], 16),
    ([1000, 2, 0], 16), ([0, 1000, 0], 16), ([-1, 0, 0], 16),
  ])
  func `the version says how long the header is`(version: [Int32], length: Int) throws {
    let bytes = network.file(version: version, isLong: length == 20)
    let opened = try open(bytes).weights
    #expect(opened.headerByteCount == length)
    #expect(opened.version == version)
    #expect(opened.seen == (length == 20 ? 1 << 32 + 7 : 7))
    #expect(opened.byteCount == bytes.count)
  }

  @Test(arguments: [[0, 1, 0], [0, 2, 0]])
  func `the numbers are the same after either header`(version: [Int32]) throws {
    try open(network.file(version: version, isLong: version[1] == 2)).write(to: folder.path("a"))
    try open(network.file()).write(to: folder.path("b"))
    #expect(folder.read("a/model.bin") == folder.read("b/model.bin"))
  }

  @Test(arguments: [0, 1, 11, 12, 15, 16, 19])
  func `a file shorter than its header is refused`(count: Int) throws {
    let path = try folder.write(Array(network.file().prefix(count)), to: "short.weights")
    #expect(throws: DarknetError.noHeader(path: path, byteCount: count)) {
      _ = try DarknetWeights(path: path)
    }
  }

  @Test func `a file that is not there is named`() {
    let path = folder.path("missing.weights")
    let refused = #expect(throws: DarknetError.self) { _ = try DarknetWeights(path: path) }
    guard case .unreadable(path, _)? = refused else {
      Issue.record("\(String(describing: refused))")
      return
    }
  }

  @Test(arguments: [20, 21, 131])
  func `weights that end in the first layer name it`(count: Int) {
    #expect(throws: DarknetError.weightsTooShort(first, needed: 132, found: count)) {
      _ = try open(Array(network.file().prefix(count)))
    }
  }

  @Test(arguments: [132, 248, 251])
  func `weights that end in the second layer name it`(count: Int) {
    #expect(throws: DarknetError.weightsTooShort(second, needed: 252, found: count)) {
      _ = try open(Array(network.file().prefix(count)))
    }
  }

  @Test(arguments: [1, 4, 1000])
  func `weights that go on after the last layer are refused`(count: Int) {
    let extra = [UInt8](repeating: 0, count: count)
    #expect(throws: DarknetError.weightsTooLong(second, expected: 252, found: 252 + count)) {
      _ = try open(network.file(extra: extra))
    }
  }

  @Test func `a header of the wrong kind is found by the four bytes it shifts`() {
    #expect(throws: DarknetError.weightsTooShort(second, needed: 252, found: 248)) {
      _ = try open(network.file(isLong: false))
    }
    #expect(throws: DarknetError.weightsTooLong(second, expected: 248, found: 252)) {
      _ = try open(network.file(version: [0, 1, 0], isLong: true))
    }
  }

  /// Bytes whose number at an index is another.
  private func spoilt(_ index: Int, _ value: Float) -> [UInt8] {
    var network = network
    network.weights[index] = value
    return network.file()
  }

  @Test func `numbers that no trained layer has name the layer and leave nothing behind`() throws {
    let cases: [(Int, Float, DarknetPlace, String)] = [
      (0, .nan, first, "its biases hold numbers that are not finite"),
      (4, .infinity, first, "its scales hold numbers that are not finite"),
      (12, -0.5, first, "a variance is -0.5"),
      (27, -.infinity, first, "its kernel hold numbers that are not finite"),
      (57, .nan, second, "its kernel hold numbers that are not finite"),
    ]
    for (index, value, place, detail) in cases {
      let network = try open(spoilt(index, value))
      #expect(throws: DarknetError.weightsMisfit(place, detail: detail)) {
        _ = try network.write(to: folder.path("model"))
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("model")) == [])
    }
  }

  @Test func `a scale that no float holds after normalisation is refused`() throws {
    var network = network
    network.weights[4] = 3e38
    network.weights[12] = 0
    let opened = try open(network.file())
    #expect(
      throws: DarknetError.weightsMisfit(
        first, detail: "its normalised numbers are not finite")
    ) { _ = try opened.write(to: folder.path("model")) }
  }

  @Test func `weights that change after they were opened are refused`() throws {
    let opened = try open(network.file())
    try folder.write(Array(network.file().prefix(200)), to: "net.weights")
    #expect(
      throws: DarknetError.unreadable(
        path: folder.path("net.weights"), detail: "it became shorter while it was being read")
    ) { _ = try opened.write(to: folder.path("model")) }
  }

  @Test func `an older network stays when the new one is refused`() throws {
    try open(network.file()).write(to: folder.path("model"))
    let before = folder.read("model/model.bin")
    let bad = try open(spoilt(57, .nan))
    #expect(throws: DarknetError.self) { _ = try bad.write(to: folder.path("model")) }
    #expect(folder.read("model/model.bin") == before)
  }

  @Test func `the sentences give layer, line and bytes`() {
    let short = DarknetError.weightsTooShort(second, needed: 252, found: 200)
    #expect("\(short)".contains("200 bytes"))
    #expect("\(short)".contains("byte 252: layer 1 [convolutional], line 16."))
    let long = DarknetError.weightsTooLong(second, expected: 252, found: 300)
    #expect("\(long)".contains("300 bytes but the configuration needs 252"))
    #expect("\(long)".contains("layer 1 [convolutional], line 16"))
  }
}
