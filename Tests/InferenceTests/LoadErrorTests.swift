import Fixtures
import Foundation
@testable import Inference
import Testing

/// Every file that cannot be used is refused by a sentence that says why.
struct LoadErrorTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func fixture(_ nodes: [ONNXFixture.Node], second: [Int?]? = nil) -> ONNXFixture {
    let shape = [1, 3, 4, 4]
    return ONNXFixture(
      inputs: [.init("x", shape)] + (second.map { [.init("w", $0)] } ?? []),
      outputs: [.init("y", shape)], nodes: nodes)
  }

  private func refusal(_ bytes: [UInt8], as name: String) throws -> InferenceError? {
    let path = try folder.write(bytes, to: name)
    return #expect(throws: InferenceError.self) { _ = try Network(path: path) }
  }

  @Test func `operators that the runtime does not know are named`() throws {
    let nodes: [ONNXFixture.Node] = [
      .init("Twiddle", ["x"], ["a"], domain: "com.example"), .init("Frobnicate", ["a"], ["y"]),
    ]
    let error = try refusal(fixture(nodes).data, as: "odd.onnx")
    guard case .unknownOperators(_, let operators) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(Set(operators) == ["Frobnicate", "com.example.Twiddle"])
    let text = "\(try #require(error))"
    #expect(text.contains("Frobnicate") && text.contains("Export it"))
  }

  @Test func `an unknown layer of OpenVINO's own format is named`() throws {
    let written = try TinyNetwork.write(operation: "Frobnicate")
    defer { try? FileManager.default.removeItem(atPath: written) }
    let path = written + "/model.xml"
    #expect(throws: InferenceError.unknownOperators(path: path, operators: ["Frobnicate"])) {
      _ = try Network(path: path)
    }
  }

  @Test func `ONNX cut short at any place is damaged or refused, never a crash`() throws {
    let whole = fixture([.init("Relu", ["x"], ["y"])]).data
    for count in stride(from: 1, to: whole.count - 1, by: 7) {
      _ = try refusal(Array(whole.prefix(count)), as: "short.onnx")
    }
    let error = try refusal(Array(whole.prefix(whole.count / 2)), as: "short.onnx")
    #expect("\(try #require(error))".contains("short.onnx is damaged: it is cut short"))
  }

  @Test func `TensorFlow Lite cut short is damaged`() throws {
    let start: [UInt8] = [0x1C, 0, 0, 0] + Array("TFL3".utf8) + [UInt8](repeating: 0xAB, count: 90)
    let error = try refusal(start, as: "short.tflite")
    #expect("\(try #require(error))".contains("short.tflite is damaged: it is cut short"))
  }

  @Test(arguments: ["n.onnx", "n.pb", "n.tflite"])
  func `a file of another format is refused as such`(_ name: String) throws {
    for bytes in [Array("%PDF-1.4 something".utf8), [UInt8](repeating: 0, count: 400), []] {
      let error = try refusal(bytes, as: name)
      guard case .damaged = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
    }
  }

  @Test func `weights that are missing or too few are named`() throws {
    let written = try TinyNetwork.write()
    defer { try? FileManager.default.removeItem(atPath: written) }
    let path = written + "/model.xml"
    try Data([0, 0]).write(to: URL(fileURLWithPath: written + "/model.bin"))
    #expect(
      throws: InferenceError.damaged(path: path, detail: "it has too few weights")
    ) { _ = try Network(path: path) }
    try FileManager.default.removeItem(atPath: written + "/model.bin")
    #expect {
      _ = try Network(path: path)
    } throws: { error in
      "\(error)".contains("its weights \(written)/model.bin are missing")
    }
  }

  @Test func `a folder and a file that is not there are no networks`() throws {
    #expect(
      throws: InferenceError.noFile(path: folder.path, detail: "it is not a file")
    ) { _ = try Network(path: folder.path) }
    #expect(throws: InferenceError.self) {
      _ = try NetworkDescription(path: folder.path("no.onnx"))
    }
  }

  @Test func `shapes that do not fit are told without the runtime's source lines`() throws {
    let error = try refusal(
      fixture([.init("MatMul", ["x", "w"], ["y"])], second: [7, 7]).data, as: "misfit.onnx")
    let text = "\(try #require(error))"
    #expect(text.contains("MatMul") && !text.contains("core.cpp") && !text.contains("\n"))
  }

  @Test func `the runtime's words lose its source lines and its final stop`() {
    let words = RuntimeMessage(
      """
      Exception from src/inference/src/cpp/core.cpp:84:
      Check 'false' failed at src/a.cpp:151:
      FrontEnd API failed with OpConversionFailure:
      The input is missing.

      """)
    #expect(words.gist == "The input is missing")
    #expect(RuntimeMessage("Check 'a' failed at b.cpp:1:").gist == "Check 'a' failed at b.cpp:1:")
    #expect(RuntimeMessage(String(repeating: "x", count: 5000)).gist.count == 401)
    #expect(words.unknownOperators.isEmpty)
    let unknown = RuntimeMessage(
      "-- No conversion rule found for operations: Twiddle-13, a.b.Foo, Twiddle-13, Non-Max")
    #expect(unknown.unknownOperators == ["Twiddle", "a.b.Foo", "Non-Max"])
  }
}
