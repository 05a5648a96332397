import Catalog
import Fixtures
import Foundation
import Library
import LibraryFixtures
import PhotoCore
import Recognition
import Testing

/// What commands make of how networks look, and of what counts.
@Suite(.timeLimit(.minutes(20)))
struct FindTableTests {
  private let files: ImportFixture

  init() throws { files = try ImportFixture() }

  private func meridian(_ arguments: String...) throws -> String {
    let run = try ProgramRun(
      arguments + ["--library", files.library.path.description],
      environment: ["MERIDIAN_MODELS": Installed.models])
    #expect(run.code == 0, "\(arguments): \(run.errors)")
    return run.output
  }

  /// How many photos the detector has looked at in tiles, too.
  private func thorough() throws -> Int? {
    try files.library.openCatalogue().models.usage().first { $0.task == .detection }?.thorough
  }

  @Test func `an import looks at tiles when it is told to, or the setting says so`() throws {
    let trip = files.trip.description
    try files.photo("1.jpg", seed: 1)
    _ = try meridian("add", trip)
    #expect(try thorough() == 0)
    try files.photo("2.jpg", seed: 2)
    _ = try meridian("add", trip, "--thorough")
    #expect(try thorough() == 1)
    try files.photo("3.jpg", seed: 3)
    _ = try meridian("add", trip)
    #expect(try thorough() == 1, "it was for once")
    _ = try meridian("models", "thorough", "on")
    try files.photo("4.jpg", seed: 4)
    _ = try meridian("import", trip)
    #expect(try thorough() == 2)
  }

  @Test func `the table of find shows a class from its own threshold on`() throws {
    try files.photo("1.jpg", seed: 1)
    try files.run()
    let catalogue = try files.library.openCatalogue()
    try catalogue.models.register(try ImportFixture.models())
    let person = DetectedObject(
      className: "person", confidence: 0.6,
      box: UnitBox(left: 0.1, top: 0.2, width: 0.3, height: 0.4))
    let seen = PhotoRecognition(
      detector: ModelStore.defaultDetector, objects: [person], classifier: nil, scenes: [],
      embedding: nil)
    let id = try #require(try catalogue.search.hits(nil).ids.first)
    try catalogue.recognition.store([RecognisedPhoto(photo: id, recognition: seen)], at: 1)
    try files.library.writeVocabulary("coco:person @ 50%\n")
    #expect(try meridian("find").contains("person"))
    try files.library.writeVocabulary("coco:person @ 70%\n")
    #expect(try !meridian("find").contains("person"))
  }
}
