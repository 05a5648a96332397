import Crypto
import Fixtures
import Foundation
import PhotoCore
import Recognition
import Testing

@testable import Networks

/// Networks of the catalogue from a server on this machine: files of their lengths with other numbers.
@Suite(.timeLimit(.minutes(20)))
struct CatalogueInstallTests {
  private let fixture: ModelsFixture

  init() throws { fixture = try ModelsFixture() }

  /// An entry of the catalogue for another file at another address.
  private func entry(
    like id: String, at address: String, _ file: [UInt8], byteCount: Int64? = nil
  ) throws -> InstallableModel {
    let model = try #require(InstallableModels.model(id))
    return InstallableModel(
      id: model.id, name: model.name, task: model.task, address: address,
      sha256: hexadecimal(SHA256.hash(data: file)), byteCount: byteCount ?? Int64(file.count),
      licence: model.licence, published: model.published, preset: model.preset,
      architecture: model.architecture, note: model.note)
  }

  /// Weights that are all zero fit every structure of this length.
  private func weights(_ id: String) throws -> [UInt8] {
    let count = try #require(InstallableModels.model(id)).byteCount
    return [0, 0, 0, 0, 2, 0, 0, 0] + [UInt8](repeating: 0, count: Int(count) - 8)
  }

  @Test func `weights of Darknet get the structure that is written down here`() throws {
    let file = try weights("yolov4-tiny")
    let server = try FileServer(file)
    let entry = try entry(like: "yolov4-tiny", at: server.address("yolov4-tiny.weights"), file)
    let record = try fixture.installer.install(entry).record
    #expect(record.id == "yolov4-tiny" && record.name == "YOLOv4-tiny, COCO")
    #expect(record.licence == "YOLO licence" && record.published.mAP == 22)
    #expect(record.source == entry.address && record.sourceSHA256 == entry.sha256)
    #expect(record.input.recipe.fit == .stretch)
    #expect(record.decoding.heads.map(\.grid.width) == [13, 26])
    #expect(fixture.names == ["yolov4-tiny"] && fixture.parts.isEmpty)
  }

  @Test func `an installed one is not fetched again unless it is to be replaced`() throws {
    let file = NetworkFixtures.yolox().data
    let server = try FileServer(file)
    let entry = try entry(like: "yolox-s", at: server.address("yolox_s.onnx"), file)
    try fixture.installer.install(entry)
    #expect(throws: ModelInstallError.taken("yolox-s")) { try fixture.installer.install(entry) }
    #expect(server.requests.count == 1)
    try fixture.installer.install(entry, replaces: true)
    #expect(server.requests.count == 2 && fixture.names == ["yolox-s"])
  }

  @Test func `a file of another length than was published is refused, and not kept`() throws {
    let file = NetworkFixtures.yolox().data
    let server = try FileServer(file)
    for difference in [-100, 100] as [Int64] {
      let published = Int64(file.count) + difference
      let entry = try entry(
        like: "yolox-s", at: server.address("yolox_s.onnx"), file + [0], byteCount: published)
      let refused = #expect(throws: ModelInstallError.self) { try fixture.installer.install(entry) }
      guard case .download(.wrongLength(_, published, _))? = refused else {
        Issue.record("\(String(describing: refused))")
        continue
      }
      #expect(fixture.names.isEmpty && fixture.parts.isEmpty)
    }
  }

  @Test func `a disk without room for it is said before anything is fetched`() throws {
    let file = NetworkFixtures.yolox().data
    let server = try FileServer(file)
    let entry = try entry(
      like: "yolox-s", at: server.address("yolox_s.onnx"), file, byteCount: 1 << 60)
    let refused = #expect(throws: ModelInstallError.self) { try fixture.installer.install(entry) }
    guard case .diskFull(_, .some)? = refused else {
      Issue.record("\(String(describing: refused))")
      return
    }
    #expect(server.requests.isEmpty)
  }
}
