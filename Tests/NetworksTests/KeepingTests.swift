import Fixtures
import Foundation
import Networks
import PhotoCore
import Recognition
import Testing

/// What lies there: listing, checking, removing.
struct KeepingTests {
  private let fixture: ModelsFixture

  init() throws {
    fixture = try ModelsFixture()
    let path = try fixture.folder.write(NetworkFixtures.classifier().data, to: "net.onnx")
    try fixture.installer.add([path])
  }

  @Test func `all models are listed, and which of them may be removed`() throws {
    let models = fixture.store.installed()
    #expect(
      models.map(\.record.id) == [
        ModelStore.defaultClassifier, "net", ModelStore.defaultDetector,
      ])
    #expect(models.map { fixture.store.isRemovable($0) } == [false, true, false])
    #expect(models.allSatisfy { $0.byteCount > 1000 })
    #expect(fixture.store.broken().isEmpty)
  }

  @Test func `of two models with one id the library's counts`() throws {
    try FileManager.default.copyItem(
      atPath: Installed.models + "/" + ModelStore.defaultClassifier,
      toPath: fixture.models + "/" + ModelStore.defaultClassifier)
    let found = fixture.store.installed().filter { $0.record.id == ModelStore.defaultClassifier }
    #expect(found.map(\.folder) == [fixture.models + "/" + ModelStore.defaultClassifier])
  }

  @Test func `a broken model is listed with what is wrong`() throws {
    try fixture.folder.write(Array("{}".utf8), to: "library/models/bad/record.json")
    let record = try #require(
      FileManager.default.contents(atPath: fixture.models + "/net/record.json"))
    try fixture.folder.write(Array(record), to: "library/models/renamed/record.json")
    try fixture.folder.write([], to: "library/models/renamed/labels.txt")
    let broken = fixture.store.broken()
    #expect(broken.map(\.id) == ["bad", "renamed"])
    #expect("\(broken[0].problem)".contains("bad/record.json"))
    try fixture.installer.remove("bad", active: [])
    #expect(fixture.names == ["net", "renamed"])
  }

  @Test func `a model of the library goes with its folder`() throws {
    try fixture.installer.remove("net", active: [])
    #expect(fixture.names.isEmpty)
    #expect(throws: ModelInstallError.refused(.notInstalled("net"))) {
      try fixture.installer.remove("net", active: [])
    }
  }

  @Test func `the model that is active, models of packages and other folders stay`() throws {
    #expect(throws: ModelInstallError.active("net")) {
      try fixture.installer.remove("net", active: ["net"])
    }
    let place = Installed.models + "/" + ModelStore.defaultDetector
    #expect(throws: ModelInstallError.packaged(ModelStore.defaultDetector, folder: place)) {
      try fixture.installer.remove(ModelStore.defaultDetector, active: [])
    }
    #expect(throws: ModelInstallError.self) {
      try fixture.installer.remove("../models/net", active: [])
    }
    #expect(fixture.names == ["net"])
  }

  @Test func `checking finds a changed byte, and models of packages can be checked`() throws {
    try fixture.installer.verify(ModelStore.defaultClassifier)
    let file = try #require(FileHandle(forWritingAtPath: fixture.models + "/net/model.onnx"))
    try file.seek(toOffset: 200)
    try file.write(contentsOf: Data([1, 2, 3]))
    #expect(
      throws: ModelInstallError.refused(.changedFile(model: "net", file: "model.onnx"))
    ) { try fixture.installer.verify("net") }
  }

  @Test func `checking loads the network, whatever the hashes say`() throws {
    let path = fixture.models + "/net/record.json"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try text.replacing("\"width\" : 8", with: "\"width\" : 9")
      .write(toFile: path, atomically: true, encoding: .utf8)
    #expect(throws: ModelInstallError.self) { try fixture.installer.verify("net") }
  }
}
