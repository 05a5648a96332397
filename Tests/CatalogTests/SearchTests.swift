import Catalog
import Fixtures
import Foundation
import GRDB
import PhotoCore
import Query
import Testing

/// SQL finds what the plain statement of each term's meaning finds.
struct SearchTests {
  private let fixture: CatalogFixture
  private let lexicon: Lexicon
  private let thresholds = Thresholds(detection: 0.25, classification: 0.3)

  init() throws {
    fixture = try CatalogFixture()
    lexicon = try Lexicon(
      labelSets: [CatalogFixture.detector.labels, CatalogFixture.classifier.labels],
      vocabulary: "beach = imagenet:seashore\n")
  }

  private func fill(_ count: Int) throws {
    var random = SplitMix64(seed: 42)
    try fixture.scan((0..<count).map { "DSCN\($0).jpg" })
    let pending = try fixture.catalogue.files.pending(after: 0, limit: count)
    _ = try fixture.catalogue.findings.store(
      pending.map { file in
        AnalysedFile(
          file: file,
          finding: Finding(
            path: file.path, bytes: nil, sha256: CatalogFixture.hash(Int(file.id) * 7919),
            outcome: randomPhoto(&random)))
      }, at: 1)
  }

  private func randomPhoto(_ random: inout SplitMix64) -> Finding.Outcome {
    let names = ["person", "dog", "car"]
    let objects = (0..<Int.random(in: 0...4, using: &random)).map { _ in
      DetectedObject(
        className: names[Int.random(in: 0..<3, using: &random)],
        confidence: Double(Int.random(in: 10...100, using: &random)) / 100,
        box: UnitBox(
          left: 0, top: 0, width: Double(Int.random(in: 1...10, using: &random)) / 10, height: 0.5))
    }
    let scenes = ["seashore", "alp"].filter { _ in Bool.random(using: &random) }.map {
      SceneScore(
        className: $0, probability: Double(Int.random(in: 0...100, using: &random)) / 100)
    }
    let day = Int.random(in: 1...28, using: &random)
    let wall = WallTime(
      year: 2014, month: Int.random(in: 5...8, using: &random), day: day,
      hour: Int.random(in: 0...23, using: &random))
    let point = Coordinate(
      latitude: Double(Int.random(in: -90...90, using: &random)),
      longitude: Double(Int.random(in: -180...180, using: &random)))
    return CatalogFixture.photo(
      taken: Bool.random(using: &random)
        ? wall.map { CaptureTime(wall: $0, utcOffsetMinutes: nil, source: .exif) } : nil,
      position: Bool.random(using: &random)
        ? point.map { Position(coordinate: $0, source: .exif) } : nil, objects: objects,
      scenes: scenes, warning: Int.random(in: 0...9, using: &random) == 0 ? .truncated : nil,
      camera: Bool.random(using: &random) ? Camera(make: "NIKON", model: "D90") : nil)
  }

  private func resolve(_ query: String) throws -> ResolvedExpression {
    try lexicon.resolve(QueryParser.parseKeepingOffsets(query), thresholds: thresholds)
  }

  @Test func `SQL agrees with the reference on every kind of term`() throws {
    try fill(300)
    let all = try fixture.catalogue.photos.records(try fixture.catalogue.search.hits(nil).ids)
    #expect(all.count == 300)
    let queries = [
      "person", "not person", "hound", "beach", "alp @ 80%", "dog @ 0.9", "person >= 2",
      "person = 0", "car < 1", "person larger 30%", "2014-06..2014-07", "2014-06-12", "..2014-06",
      "2014-08..", "not 2014-06", "near:0,0,5000km", "near:10,179,3000km", "near:-89,0,4000km",
      "not near:0,0,5000km", "has:gps", "not has:time", "has:warning", "has:objects",
      "has:scenes", "month:6", "weekday:sunday", "hour:5..8", "camera:nikon", "file:dscn1",
      "within:\"-30,-30 -30,30 30,30 30,-30\"", "imagenet:alp or coco:dog",
      "(person and dog or car) and not (beach or 2014-05)", "person and not car and has:gps",
    ]
    var telling = 0
    for query in queries {
      let expression = try resolve(query)
      let found = try fixture.catalogue.search.hits(expression).ids
      let expected = try all.filter { try ReferenceEvaluator.matches(expression, $0) }.map(\.id)
      #expect(found == expected, "\(query)")
      if !expected.isEmpty, expected.count < all.count { telling += 1 }
    }
    #expect(telling * 2 > queries.count, "queries that find nothing or all prove little")
  }

  @Test func `combinations at random agree as well`() throws {
    try fill(150)
    let all = try fixture.catalogue.photos.records(try fixture.catalogue.search.hits(nil).ids)
    var random = SplitMix64(seed: 5)
    let terms = [
      "person", "dog", "beach", "2014-06", "has:gps", "near:0,0,8000km", "car >= 2", "month:7",
    ]
    func expression(_ depth: Int) -> String {
      if depth == 0 { return terms[Int.random(in: 0..<terms.count, using: &random)] }
      let parts = (0..<Int.random(in: 2...3, using: &random)).map { _ in expression(depth - 1) }
      let word = Bool.random(using: &random) ? " and " : " or "
      return (Bool.random(using: &random) ? "not " : "") + "(" + parts.joined(separator: word) + ")"
    }
    for _ in 0..<150 {
      let query = expression(Int.random(in: 0...2, using: &random))
      let resolved = try resolve(query)
      let expected = try all.filter { try ReferenceEvaluator.matches(resolved, $0) }.map(\.id)
      #expect(try fixture.catalogue.search.hits(resolved).ids == expected, "\(query)")
    }
  }

  @Test func `what was left out for want of knowledge is counted`() throws {
    try fill(100)
    let all = try fixture.catalogue.photos.records(try fixture.catalogue.search.hits(nil).ids)
    let hits = try fixture.catalogue.search.hits(try resolve("2014-06 and near:0,0,100km"))
    #expect(hits.undated == all.count { $0.taken == nil })
    #expect(hits.unplaced == all.count { $0.position == nil })
    #expect(try fixture.catalogue.search.hits(try resolve("person")).undated == 0)
  }

  @Test func `the order is by time, then as people count names, and the undated come last`() throws
  {
    try fixture.scan(["a10.jpg", "a2.jpg", "late.jpg", "nodate.jpg"])
    let pending = try fixture.catalogue.files.pending(after: 0, limit: 9)
    let noon = try #require(WallTime(year: 2014, month: 6, day: 12, hour: 12))
    _ = try fixture.catalogue.findings.store(
      pending.map { file in
        let name = file.path.name.description
        let wall =
          name == "nodate.jpg"
          ? nil
          : WallTime(milliseconds: noon.milliseconds + (name == "late.jpg" ? 1 : 0))
        return AnalysedFile(
          file: file,
          finding: Finding(
            path: file.path, bytes: nil, sha256: CatalogFixture.hash(Int(file.id)),
            outcome: CatalogFixture.photo(
              taken: wall.map { CaptureTime(wall: $0, utcOffsetMinutes: nil, source: .exif) })))
      }, at: 1)
    let ids = try fixture.catalogue.search.hits(nil).ids
    let names = try fixture.catalogue.photos.records(ids).map(\.path.name.description)
    #expect(names == ["a2.jpg", "a10.jpg", "late.jpg", "nodate.jpg"])
  }

  @Test func `text of a query never becomes SQL`() throws {
    try fill(20)
    let expression = try resolve("camera:\"' OR 1=1 --\"")
    #expect(try fixture.catalogue.search.hits(expression).ids.isEmpty)
  }

  @Test func `pages give every photo once and in order`() throws {
    try fill(1100)
    let ids = try fixture.catalogue.search.hits(nil).ids
    let pages = fixture.catalogue.photos.pages(ids)
    #expect(Array(pages).map(\.id) == ids)
    try pages.finish()
  }

  @Test func `pages that cannot be read to the end say so`() throws {
    try fill(600)
    let pages = fixture.catalogue.photos.pages(try fixture.catalogue.search.hits(nil).ids)
    #expect(pages.next() != nil)
    let other = try DatabaseQueue(path: fixture.catalogue.path)
    try other.write { try $0.execute(sql: "DROP TABLE scene") }
    #expect(Array(pages).count == 499)
    #expect(throws: (any Error).self) { try pages.finish() }
  }
}
