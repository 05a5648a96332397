import Catalog
import Fixtures
import Foundation
import Library
import LibraryFixtures
import PhotoCore
import Recognition
import Testing

/// A network looks at photos that are in the library already.
@Suite(.timeLimit(.minutes(20)))
struct ReanalysisTests {
  private let files: ImportFixture
  private static let detector = ReanalysisTarget(model: ModelStore.defaultDetector)
  private static let classifier = ReanalysisTarget(model: ModelStore.defaultClassifier)

  init() throws {
    files = try ImportFixture()
    for seed in 1...5 {
      try files.photo(
        "\(seed).jpg", seed: UInt64(seed), exif: ExifFixture(taken: "201\(seed):06:12 15:30:10"))
    }
    try files.run()
  }

  /// Which models have looked at the photos, in the order of their dates.
  private func models() throws -> [[String]] {
    let catalogue = try files.library.openCatalogue()
    return try catalogue.photos.records(catalogue.search.hits(nil).ids).map(\.models)
  }

  @Test func `only what lacks a model's results is looked at`() throws {
    let first = try files.lookAgain(Self.detector)
    #expect(first.analysed == 5 && first.skipped == 0 && first.failed == 0)
    #expect(try models() == Array(repeating: [Self.detector.model], count: 5))
    #expect(try files.lookAgain(Self.detector).analysed == 0)
    try files.photo("6.jpg", seed: 6)
    try files.run()
    #expect(try files.lookAgain(Self.detector).analysed == 1)
    #expect(try files.lookAgain(Self.classifier).analysed == 6)
    #expect(
      try models() == Array(repeating: [Self.detector.model, Self.classifier.model], count: 6))
    let catalogue = try files.library.openCatalogue()
    let id = try #require(try catalogue.search.hits(nil).ids.first)
    #expect(try catalogue.models.results(ofPhoto: id).last?.scenes.count == 5)
    #expect(try catalogue.search.similar(to: "1.jpg")?[id] == 1, "the embedding came, too")
  }

  @Test func `a thorough look is lacking until there was one, and all means all`() throws {
    _ = try files.lookAgain(Self.detector)
    var thorough = Self.detector
    thorough.isThorough = true
    #expect(try files.lookAgain(thorough).analysed == 5)
    #expect(try files.lookAgain(thorough).analysed == 0)
    #expect(try files.library.openCatalogue().models.usage().first?.thorough == 5)
    var all = Self.detector
    all.includesAnalysed = true
    #expect(try files.lookAgain(all, asked: 1).analysed == 0, "looked at after it was asked for")
    #expect(try files.lookAgain(all).analysed == 5)
    #expect(try files.library.openCatalogue().models.usage().first?.thorough == 0)
  }

  @Test func `files that are missing or changed are named and no error`() throws {
    try FileManager.default.removeItem(atPath: files.trip.appending("1.jpg").description)
    try files.photo("2.jpg", seed: 99)
    try FileManager.default.removeItem(atPath: files.trip.appending("3.jpg").description)
    try files.run()
    try files.photo("4.jpg", seed: 98)
    try FileManager.default.removeItem(atPath: files.trip.appending("5.jpg").description)
    // 1 and 3 are known to be missing, 2 is another photo, 4 and 5 changed behind our back.
    let summary = try files.lookAgain(Self.detector)
    #expect(summary.analysed == 1 && summary.missing == 3 && summary.changed == 1)
    #expect(summary.failed == 0 && !summary.interrupted)
    #expect(
      Set(summary.problems.map(\.path.name.description)) == ["1.jpg", "3.jpg", "4.jpg", "5.jpg"])
    #expect(summary.problems.allSatisfy { $0.sentence.contains("meridian add") })
  }

  @Test func `a query says which photos, and one that means nothing looks at none`() throws {
    var target = Self.detector
    target.query = "2012..2013"
    #expect(try files.lookAgain(target).analysed == 2)
    #expect(try models().map(\.isEmpty) == [true, false, false, true, true])
    target.query = "unheard-of"
    #expect(throws: (any Error).self) { try files.lookAgain(target) }
    target.query = "  "
    #expect(try files.lookAgain(target).analysed == 3)
  }

  @Test func `a run that is stopped is continued by the next one`() throws {
    let stop = StopSign()
    let first = try files.lookAgain(Self.detector, stop: stop) { if $0.done == 1 { stop.raise() } }
    #expect(first.interrupted && first.analysed >= 1)
    let second = try files.lookAgain(Self.detector)
    #expect(!second.interrupted && first.analysed + second.analysed == 5)
  }

  @Test func `a classifier has no use for tiles`() throws {
    var target = Self.classifier
    target.isThorough = true
    #expect(throws: LibraryError.hasNoTiles(model: target.model)) { try files.lookAgain(target) }
    #expect(try models().allSatisfy(\.isEmpty))
  }
}
