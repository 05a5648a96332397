import Fixtures
import Foundation
import GRDB
import PhotoCore
import Query
import Testing

@testable import Catalog

/// Making, naming, versioning and forgetting personal labels.
struct LabelStoreTests {
  @Test func `a label has a name of its own, in any case, and keeps its id`() throws {
    let fixture = try CatalogFixture()
    let me = try fixture.label("Me")
    #expect(throws: LabelError.nameTaken("Me")) { try fixture.label("ME") }
    let dog = try fixture.label("dog", .photo)
    #expect(try fixture.catalogue.labels.all().map(\.name) == ["dog", "Me"])
    #expect(throws: LabelError.nameTaken("Me")) {
      try fixture.catalogue.labels.rename(dog.id, to: LabelName("me"))
    }
    try fixture.catalogue.labels.rename(me.id, to: LabelName("ME!"))
    let name = try #require(Name(rawValue: "me!"))
    let renamed = try fixture.catalogue.labels.label(named: name)
    #expect(renamed?.id == me.id && renamed?.name == "ME!")
    #expect(renamed?.subject == .boxes(of: "person") && dog.subject == .photo)
    #expect(throws: LabelError.gone) { try fixture.catalogue.labels.setThreshold(0.3, of: 99) }
  }

  @Test func `names with quotes and markup are kept as they are`() throws {
    let fixture = try CatalogFixture()
    for text in ["'; DROP TABLE label; --", "<b>\"me\"</b>", "😀 \\ %_"] {
      #expect(try fixture.label(text).name == text)
    }
    #expect(try fixture.catalogue.labels.all().count == 3)
  }

  @Test func `both learners of a training are kept, one answers, and the one before comes back`()
    throws
  {
    let fixture = try CatalogFixture()
    let catalogue = fixture.catalogue
    let me = try fixture.label("me")
    #expect(me.version == nil && me.threshold == 0.5)
    let first = try catalogue.labelVersions.add(
      [CatalogFixture.network, CatalogFixture.linear(0.7)], using: .transfer, to: me.id, at: 6)
    #expect(first.map(\.number) == [1, 1] && first.map(\.learner) == [.cnn3, .transfer])
    #expect(try catalogue.labels.label(me.id)?.version == first[1])
    #expect(try catalogue.labels.label(me.id)?.threshold == 0.7)
    _ = try catalogue.labelVersions.add([CatalogFixture.linear(0.8)], using: nil, to: me.id, at: 7)
    #expect(try catalogue.labels.label(me.id)?.version?.number == 1)
    #expect(try catalogue.labelVersions.use(2, of: nil, for: me.id, at: 8).number == 2)
    #expect(try catalogue.labelVersions.use(1, of: .cnn3, for: me.id, at: 9).learner == .cnn3)
    #expect(throws: LabelError.noVersion(3, nil)) {
      try catalogue.labelVersions.use(3, of: nil, for: me.id, at: 9)
    }
    #expect(try catalogue.labelVersions.previous(of: me.id)?.number == 2)
    #expect(try catalogue.labelVersions.undoUse(of: me.id)?.number == 2)
    #expect(try catalogue.labelVersions.undoUse(of: me.id) == first[1])
    #expect(try catalogue.labelVersions.previous(of: me.id) == nil)
    #expect(try catalogue.labelVersions.undoUse(of: me.id) == nil)
    #expect(try catalogue.labels.label(me.id)?.version == first[1])
    #expect(try catalogue.labelVersions.all(of: me.id).map(\.number) == [2, 1, 1])
  }

  @Test func `the user's threshold stays when another version answers`() throws {
    let fixture = try CatalogFixture()
    let me = try fixture.label("me")
    _ = try fixture.catalogue.labelVersions.add(
      [CatalogFixture.linear(0.7)], using: .transfer, to: me.id, at: 6)
    try fixture.catalogue.labels.setThreshold(0.2, of: me.id)
    _ = try fixture.catalogue.labelVersions.add(
      [CatalogFixture.linear(0.9)], using: .transfer, to: me.id, at: 6)
    #expect(try fixture.catalogue.labels.label(me.id)?.threshold == 0.2)
    try fixture.catalogue.labels.setThreshold(nil, of: me.id)
    #expect(try fixture.catalogue.labels.label(me.id)?.threshold == 0.9)
  }

  @Test func `nothing of a deleted label is left in the file`() throws {
    let fixture = try CatalogFixture()
    let catalogue = fixture.catalogue
    let photo = try fixture.add("a.jpg", CatalogFixture.persons([0.25]))
    let text = "Zaphod-Beeblebrox"
    let other = try fixture.label("other", .photo)
    let me = try fixture.label(text)
    let mark = LabelMark(photo: photo, box: CatalogFixture.box(0.25))
    _ = try catalogue.labels.mark([mark], as: true, of: me.id, by: .viewer, at: 6)
    _ = try catalogue.labels.mark([mark], as: false, of: me.id, by: .viewer, at: 7)
    var version = CatalogFixture.linear()
    version.weights = .linear(json: "[\"Zaphod-weights\"]", embeddingModel: "classifier")
    version.metricsJSON = "{\"note\":\"Zaphod-metrics\"}"
    let stored = try catalogue.labelVersions.add([version], using: .transfer, to: me.id, at: 6)
    let result = LabelResult(photo: photo, probability: 0.5, box: mark.box, detector: 1)
    #expect(try catalogue.labelResults.store([result], of: me.id, version: stored[0].id))
    try catalogue.recognition.store(
      embeddings: [mark: EmbeddingBytes(bytes: Array("Zaphod-vector".utf8))], by: "classifier")
    try catalogue.labels.rename(me.id, to: LabelName("Zaphod-renamed"))
    #expect(try Self.holds("Zaphod", fixture))
    #expect(try catalogue.labels.delete(me.id))
    #expect(try !Self.holds("Zaphod", fixture))
    #expect(try !catalogue.labels.delete(me.id))
    try catalogue.read { db in
      for table in [
        "label_example", "label_action", "label_action_row", "label_version", "label_use",
        "label_result", "box_embedding",
      ] {
        let rows = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)")
        #expect(rows == 0, "\(table)")
      }
    }
    #expect(try catalogue.labels.all().map(\.id) == [other.id])
    // Another label of the name begins anew.
    #expect(try fixture.label(text).id > me.id)
    #expect(try catalogue.integrityProblems().isEmpty)
  }

  /// Whether a text stands anywhere in the catalogue's files.
  private static func holds(_ text: String, _ fixture: CatalogFixture) throws -> Bool {
    let folder = URL(fileURLWithPath: fixture.folder.path(""))
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return try files.contains { try Data(contentsOf: $0).range(of: Data(text.utf8)) != nil }
  }
}
