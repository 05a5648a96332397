import Fixtures
import Foundation
import Testing

/// `meridian models` as its user runs it.
@Suite(.timeLimit(.minutes(20)))
struct ModelsCommandTests {
  private let folder: TemporaryFolder
  private var models: String { folder.path("library/models") }

  init() throws { folder = try TemporaryFolder() }

  @discardableResult
  private func models(_ arguments: String..., code: Int32 = 0) throws -> ProgramRun {
    let run = try ProgramRun(
      ["models"] + arguments,
      environment: [
        "MERIDIAN_LIBRARY": folder.path("library"), "MERIDIAN_MODELS": Installed.models,
      ])
    #expect(run.code == code, "\(arguments): \(run.errors)")
    return run
  }

  /// The last line of what was printed.
  private func json(_ run: ProgramRun) throws -> [String: Any] {
    let line = try #require(run.output.split(separator: "\n").last)
    return try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
  }

  /// A classifier with a thousand classes, which tells the red of a picture.
  private func network() throws -> String {
    let network = ONNXFixture(
      inputs: [.init("image", [1, 3, 8, 8])], outputs: [.init("logits", [1, 1000])],
      nodes: [
        .init("GlobalAveragePool", ["image"], ["means"]), .init("Flatten", ["means"], ["flat"]),
        .init("Gemm", ["flat", "weights"], ["logits"]),
      ],
      initialisers: [
        .init("weights", [3, 1000], floats: (0..<3000).map { Float($0 % 17) / 17 })
      ])
    return try folder.write(network.data, to: "net.onnx")
  }

  private func listed() throws -> [String: [String: Any]] {
    let models = try json(try models("list", "--json"))["models"] as? [[String: Any]]
    return Dictionary(
      try #require(models).map { ($0["id"] as? String ?? "", $0) }, uniquingKeysWith: { $1 })
  }

  @Test func `from a file to the model that is active, and away again`() throws {
    #expect(try models().output.contains("ssd-mobilenet-v2"))
    #expect(try models("list", "--available").output.contains("yolox-s"))
    let path = try network()
    #expect(try models("add", path).output.contains("meridian models use net"))
    #expect(try models("show", "net").output.contains("shorter-side"))
    #expect(try models("verify").output.contains("ok   net"))
    var net = try #require(try listed()["net"])
    #expect(net["is_speaking"] as? Bool == false && net["is_removable"] as? Bool == true)
    #expect(try json(try models("use", "net", "--json"))["task"] as? String == "classification")
    net = try #require(try listed()["net"])
    #expect(net["is_speaking"] as? Bool == true)
    #expect(try models("remove", "net", code: 1).errors.contains("Choose another first"))
    try models("use", "efficientnet-lite2")
    #expect(try json(try models("remove", "net", "--json"))["removed"] as? String == "net")
    #expect(try listed()["net"] == nil)
  }

  @Test func `imports look thoroughly once that is switched on, until it is off again`() throws {
    func setting() throws -> Bool? {
      try json(try models("thorough", "--json"))["thorough_imports"] as? Bool
    }
    #expect(try setting() == false)
    #expect(try models("thorough", "on").output.contains("overlapping tiles"))
    #expect(try setting() == true)
    #expect(try models("thorough").output.hasPrefix("on: "))
    #expect(try models("thorough", "off").output.hasPrefix("off: "))
    #expect(try setting() == false)
    #expect(try models("thorough", "perhaps", code: 64).errors.contains("on"))
  }

  @Test func `programs get progress and errors as JSON lines`() throws {
    let path = try network()
    let added = try models("add", path, "--json")
    #expect(added.output.contains("{\"stage\":\"check\",\"done\":"))
    #expect(try json(added)["installed"] as? String == "net")
    let error = try json(try models("add", path, "--json", code: 1))["error"] as? String
    #expect(try #require(error).contains("--replace"))
    #expect(try json(try models("remove", "x", "--json", code: 1))["error"] is String)
  }

  @Test func `mistakes are one sentence that says what to do`() throws {
    #expect(try models("install", "nothing", code: 1).errors.contains("list --available"))
    #expect(
      try models("install", "https://example.org/n.onnx", code: 1).errors.contains("--sha256"))
    #expect(try models("install", "yolox-s", "--name", "x", code: 64).errors.contains("--replace"))
    #expect(
      try models("add", "n.onnx", "--preset", "best", code: 64).errors.contains("torchvision"))
    #expect(try models("add", "n.onnx", "--size", "huge", code: 64).errors.contains("640x640"))
    #expect(try models("show", "nothing", code: 1).errors.contains("not installed"))
    #expect(try models("remove", "ssd-mobilenet-v2", code: 1).errors.contains("package"))
  }

  @Test func `killed while it adds: nothing is installed, and the next run clears away`() throws {
    let large = try folder.write([8], to: "large.onnx")
    try #require(FileHandle(forWritingAtPath: large)).truncate(atOffset: 1 << 30)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try Installed.program())
    process.arguments = ["models", "add", large, "--library", folder.path("library")]
    process.standardError = FileHandle.nullDevice
    try process.run()
    func hidden() -> [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: models)) ?? [])
        .filter { $0.hasPrefix(".incoming") }
    }
    while hidden().isEmpty, process.isRunning { usleep(1000) }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(hidden().count == 1)
    #expect(try listed()["large"] == nil)
    try models("add", try network())
    #expect(hidden().isEmpty)
  }
}
