import Fixtures
import Foundation
@testable import Inference
import Testing

/// Each measurement of memory has a process of its own: other tests run beside this one.
struct NetworkLifeTests {
  @Test func `opening and closing a network two hundred times keeps no memory`() async {
    await #expect(processExitsWith: .success) {
      let folder = try TemporaryFolder()
      let path = try LargeNetwork.write(to: folder)
      let growth = try ProcessMemory.growth {
        let network = try Network(path: path, conversion: LargeNetwork.conversion)
        try network.run([UInt8](repeating: 1, count: 110_592))
        #expect(try network.values(of: "sum").count == 110_592)
      }
      // One constant a turn would be 21 MiB.
      #expect(growth < 8 << 20)
    }
  }

  @Test func `failing to open a network two hundred times keeps no memory`() async {
    await #expect(processExitsWith: .success) {
      let folder = try TemporaryFolder()
      let path = try LargeNetwork.write(to: folder)
      let other = InputConversion(
        isChannelsFirst: false, reversesChannels: false, shape: [1, 8, 8, 3])
      let growth = try ProcessMemory.growth {
        #expect(throws: InferenceError.self) { _ = try Network(path: path, conversion: other) }
      }
      #expect(growth < 8 << 20)
    }
  }

  @Test func `the bare rate counts inferences, of one network or of several side by side`()
    async throws
  {
    let folder = try TemporaryFolder()
    let path = try LargeNetwork.write(to: folder)
    let network = try Network(path: path, conversion: LargeNetwork.conversion)
    #expect(try network.bareRate(for: .milliseconds(20)) > 0)
    #expect(
      try await Network.bareRate(
        path: path, workers: 2, conversion: LargeNetwork.conversion, for: .milliseconds(20)) > 0)
    await #expect(throws: InferenceError.self) {
      _ = try await Network.bareRate(path: path + "x", workers: 2, for: .milliseconds(20))
    }
  }
}

/// A network of a constant of 432 KiB: a lost one would be seen.
private enum LargeNetwork {
  static let shape = [1, 3, 192, 192]

  static let conversion = InputConversion(
    isChannelsFirst: true, reversesChannels: true, mean: [1, 2, 3], deviation: [4, 5, 6],
    shape: shape)

  static func write(to folder: TemporaryFolder) throws -> String {
    let fixture = ONNXFixture(
      inputs: [.init("image", [1, 3, nil, nil])], outputs: [.init("sum", shape, .i64)],
      nodes: [
        .init("Add", ["image", "weights"], ["a"]),
        .init("Cast", ["a"], ["sum"], ["to": .integer(ONNXFixture.Number.i64.rawValue)]),
      ],
      initialisers: [
        .init("weights", shape, floats: (0..<110_592).map { Float($0) })
      ])
    return try folder.write(fixture.data, to: "large.onnx")
  }
}

private enum ProcessMemory {
  /// Bytes of memory that this process holds; see `proc_pid_statm(5)`.
  static func residentBytes() throws -> Int {
    let text = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    return try #require(pages) * sysconf(Int32(_SC_PAGESIZE))
  }

  /// The least that the process grew by in four times fifty turns: what is lost is lost each time.
  static func growth(_ turn: () throws -> Void) throws -> Int {
    for _ in 0..<20 { try turn() }
    let growths = try (0..<4).map { _ in
      let before = try residentBytes()
      for _ in 0..<50 { try turn() }
      return try residentBytes() - before
    }
    return try #require(growths.min())
  }
}

struct InferenceDeviceTests {
  @Test func `the processor is the device unless a variable names another`() {
    #expect(InferenceDevice.chosen(by: nil) == "CPU")
    #expect(InferenceDevice.chosen(by: "") == "CPU")
    #expect(InferenceDevice.chosen(by: "gpu.1") == "GPU.1")
  }

  @Test func `a kind of devices is there where one of it is`() {
    #expect(InferenceDevice.isOne("GPU", of: ["CPU", "GPU.0", "GPU.1"]))
    #expect(InferenceDevice.isOne("GPU.1", of: ["CPU", "GPU.0", "GPU.1"]))
    #expect(!InferenceDevice.isOne("GPU.2", of: ["CPU", "GPU.0", "GPU.1"]))
    #expect(!InferenceDevice.isOne("GP", of: ["CPU", "GPU"]))
  }

  @Test func `a device that is not there is refused with those that are`() {
    #expect {
      _ = try Network(path: "/nowhere/model.onnx", device: "ABACUS")
    } throws: { error in
      "\(error)".contains("no device ABACUS here, only") && "\(error)".contains("CPU")
    }
  }
}
