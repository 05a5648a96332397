import Crypto
import Fixtures
import Foundation
import Networks
import PhotoCore
import Recognition
import Testing

/// Installing from an address, with a server on this machine that stands in for the world.
@Suite(.timeLimit(.minutes(20)))
struct DownloadTests {
  let fixture: ModelsFixture
  /// A network of 340 kB, so that it comes in many pieces.
  let file = NetworkFixtures.classifier(classes: 28_000).data

  init() throws { fixture = try ModelsFixture() }

  func hash(_ bytes: [UInt8]) -> String {
    hexadecimal(SHA256.hash(data: bytes))
  }

  var limits: DownloadLimits {
    var limits = DownloadLimits()
    limits.retryPause = 0
    limits.retryCount = 0
    return limits
  }

  private func options() throws -> ModelOptions {
    let labels = (0..<28_000).map { "class \($0)\n" }.joined()
    var options = ModelOptions()
    options.labels = try fixture.folder.write(Array(labels.utf8), to: "labels.txt")
    options.preset = .torchvision
    return options
  }

  @discardableResult
  private func install(
    _ address: String, _ sha256: String? = nil, _ limits: DownloadLimits? = nil,
    isStopped: () -> Bool = { false }, progress: (ModelProgress) -> Void = { _ in }
  ) throws -> InstalledModel {
    try fixture.installer(limits ?? self.limits).install(
      from: address, sha256: sha256, options: try options(), isStopped: isStopped,
      progress: progress)
  }

  func refusal(
    _ address: String, _ sha256: String? = nil, _ limits: DownloadLimits? = nil
  ) throws -> DownloadError? {
    let refused = #expect(throws: ModelInstallError.self) { try install(address, sha256, limits) }
    #expect(fixture.names.isEmpty)
    guard case .download(let error)? = refused else {
      Issue.record("\(String(describing: refused))")
      return nil
    }
    return error
  }

  @Test func `a network is fetched, checked and placed, with its address`() throws {
    let server = try FileServer(file)
    var stages: [ModelProgress] = []
    let model = try install(
      server.address("net.onnx?token=secret"), hash(file), progress: { stages.append($0) })
    #expect(model.record.id == "net" && model.record.sourceSHA256 == hash(file))
    #expect(model.record.source == server.address())
    #expect(stages.first?.stage == .download && stages.last?.stage == .place)
    #expect(stages.first?.total == Int64(file.count))
    #expect(stages.last { $0.stage == .download }?.done == Int64(file.count))
    #expect(fixture.parts.isEmpty)
    try fixture.installer.verify("net")
  }

  @Test func `a connection that is cut goes on by itself where it ended`() throws {
    let server = try FileServer(file, manner: .cutsOnce(after: 100_000))
    var patient = limits
    patient.retryCount = 1
    try install(server.address(), hash(file), patient)
    #expect(server.requests.map(\.start) == [nil, 100_000])
  }

  @Test func `a server that stops half way is said, and the next call goes on`() throws {
    let server = try FileServer(file, manner: .cuts(after: 100_000))
    #expect(try refusal(server.address(), hash(file)) == .cut(server.address(), received: 100_000))
    #expect(fixture.parts == ["\(hash(file)).part"])
    server.change(manner: .good)
    try install(server.address(), hash(file))
    #expect(server.requests.last?.start == 100_000)
    #expect(fixture.parts.isEmpty)
  }

  @Test func `a server that falls silent is given up`() throws {
    let server = try FileServer(file, manner: .stalls(after: 5000))
    var impatient = limits
    impatient.stallSeconds = 3
    #expect(
      try refusal(server.address(), hash(file), impatient)
        == .stalled(server.address(), received: 5000, seconds: 3))
  }

  @Test func `an address that redirects for ever is given up`() throws {
    let server = try FileServer(file, manner: .redirectsForever)
    #expect(
      try refusal(server.address(), hash(file)) == .redirects(server.address(), limit: 10))
    #expect(server.requests.count == 11)
  }

  @Test func `a redirection is followed, but to no other protocol`() throws {
    let target = try FileServer(file)
    let server = try FileServer([], manner: .redirects(to: target.address()))
    try install(server.address(), hash(file))
    #expect(target.requests.count == 1)
    try fixture.installer.remove("net", active: [])
    for address in ["file:///etc/passwd", "ftp://127.0.0.1/net.onnx"] {
      server.change(manner: .redirects(to: address))
      let refused = try refusal(server.address(), hash(file))
      #expect(refused == .redirectProtocol(server.address()))
    }
  }

  @Test func `a server that has no such file is quoted`() throws {
    let server = try FileServer(file, manner: .answers(404))
    #expect(try refusal(server.address(), hash(file)) == .status(server.address(), code: 404))
  }

  @Test func `another file than was asked for is not kept`() throws {
    let server = try FileServer(file)
    let wanted = String(repeating: "0", count: 64)
    #expect(
      try refusal(server.address(), wanted)
        == .wrongHash(server.address(), expected: wanted, found: hash(file)))
    #expect(fixture.parts.isEmpty)
  }

  @Test func `a file that changes between two calls is fetched once more from its beginning`()
    throws
  {
    let other = file.map { $0 ^ 1 }
    let server = try FileServer(other, manner: .cuts(after: 100_000))
    _ = try refusal(server.address(), hash(file))
    server.change(file: file, manner: .good)
    try install(server.address(), hash(file))
    #expect(server.requests.map(\.start) == [nil, 100_000, nil])
  }

  @Test func `a server without ranges is asked once more from the beginning`() throws {
    let server = try FileServer(file, manner: .cuts(after: 100_000))
    _ = try refusal(server.address(), hash(file))
    server.change(manner: .knowsNoRanges)
    try install(server.address(), hash(file))
    #expect(server.requests.map(\.start) == [nil, 100_000, nil])
  }

  @Test func `without a hash the server's version decides whether a part is of use`() throws {
    let server = try FileServer(file, version: "\"1\"", manner: .cuts(after: 100_000))
    _ = try refusal(server.address())
    #expect(fixture.parts.count == 2)
    server.change(manner: .cuts(after: 50_000))
    _ = try refusal(server.address())
    #expect(server.requests.last == .init(path: "/net.onnx", start: 100_000, ifRange: "\"1\""))
    server.change(version: "\"2\"", manner: .good)
    let model = try install(server.address())
    #expect(server.requests.map(\.start) == [nil, 100_000, 150_000, nil])
    #expect(model.record.sourceSHA256 == hash(file))
  }

  @Test func `without a hash and a version a part is of no use`() throws {
    let server = try FileServer(file, manner: .cuts(after: 100_000))
    _ = try refusal(server.address())
    server.change(manner: .good)
    try install(server.address())
    #expect(server.requests.map(\.start) == [nil, nil])
  }

  @Test func `a file without end stops at the limit and is not kept`() throws {
    let server = try FileServer([], manner: .endless)
    var small = limits
    small.byteLimit = 1 << 20
    #expect(
      try refusal(server.address(), hash(file), small)
        == .tooLong(server.address(), limit: 1 << 20))
    #expect(fixture.parts.isEmpty)
  }

  @Test func `whoever stops keeps what has come`() throws {
    let server = try FileServer(file, manner: .stalls(after: 100_000))
    var received: Int64 = 0
    let refused = #expect(throws: ModelInstallError.self) {
      try install(
        server.address(), hash(file), DownloadLimits(), isStopped: { received >= 100_000 },
        progress: { received = $0.done })
    }
    #expect(refused == .stopped)
    #expect(fixture.parts == ["\(hash(file)).part"])
  }

  @Test func `what nobody went on with for a week is cleared away`() throws {
    for (name, days) in [("old", 8.0), ("new", 6.0)] {
      let path = try fixture.folder.write([1], to: "library/models/.downloads/\(name).part")
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -days * 24 * 3600)], ofItemAtPath: path)
    }
    let server = try FileServer(file)
    try install(server.address(), hash(file))
    #expect(server.requests.count == 1 && fixture.parts == ["new.part"])
  }

  @Test func `a web page instead of the file is called one`() throws {
    let server = try FileServer(Array("<!doctype html><p>Log in".utf8))
    let refused = #expect(throws: ModelInstallError.self) { try install(server.address()) }
    #expect("\(try #require(refused))".contains("net.onnx is a web page"))
    #expect(fixture.names.isEmpty && fixture.parts.isEmpty)
  }

  @Test func `weights of Darknet come with the cfg that lies here`() throws {
    let paths = try fixture.darknet()
    let weights = try #require(FileManager.default.contents(atPath: paths[1]))
    let server = try FileServer(Array(weights))
    let model = try fixture.installer(limits).install(
      from: server.address("yolov3.weights"), sha256: hash(Array(weights)),
      configuration: paths[0])
    #expect(model.record.id == "yolov3" && model.record.decoding.minimumObjectness == 0.8)
  }
}
