import Fixtures
import Foundation
import PhotoCore
import Publishing
import Query
import Testing

/// Documents of photos whose boxes are of a class that has a threshold of its own.
struct OwnThresholdTests {
  private static let coco = ResultSource(model: "ssd", vocabulary: "coco")
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// 25 % for all classes but persons.
  private func thresholds(person: Double) -> Thresholds {
    let reference = ClassReference(vocabulary: "coco", task: .detection, className: "person")
    return Thresholds(detection: 0.25, classification: 0.1, own: [reference: person])
  }

  /// A photo with one person, 30 % sure.
  private func photo(by detector: ResultSource? = coco) throws -> PhotoRecord {
    try PublishingFixture.photo(confidence: 0.3, detector: detector)
  }

  private func cells(_ photo: PhotoRecord, _ thresholds: Thresholds) -> [TableCell] {
    TableColumn.all.filter { ["objects", "persons"].contains($0.name) }
      .map { $0.cell(photo, thresholds) }
  }

  private func read(_ name: String, _ write: (OutputFile) throws -> Void) throws -> String {
    let file = try OutputFile(folder.path(name), overwrite: true)
    try write(file)
    try file.finish()
    return String(decoding: folder.read(name), as: UTF8.self)
  }

  @Test func `a table shows a class from its own threshold on`() throws {
    #expect(cells(try photo(), thresholds(person: 0.4)) == [.text(""), .number(0)])
    #expect(cells(try photo(), thresholds(person: 0.3)) == [.text("person 0.30"), .number(1)])
    let csv = try read("a.csv") {
      try TextTables.writeCSV([try photo()], thresholds: thresholds(person: 0.4), to: $0)
    }
    #expect(!csv.contains("person 0.30"))
  }

  @Test func `the same name of another vocabulary keeps the usual threshold`() throws {
    let other = ResultSource(model: "other", vocabulary: "open-images")
    #expect(cells(try photo(by: other), thresholds(person: 0.4)).last == .number(1))
    #expect(cells(try photo(by: nil), thresholds(person: 0.4)).last == .number(1))
  }

  @Test func `a report shows a class from its own threshold on, and says so`() throws {
    func report(_ thresholds: Thresholds) throws -> String {
      let heading = HTMLReport.Heading(
        title: "Trip", query: "", made: "2026-11-24", models: ["m"], thresholds: thresholds,
        leftOut: nil)
      return try read("r.html") { file in
        try HTMLReport(heading: heading) { _ in [0xFF, 0xD8] }
          .write([try photo()], count: 1, to: file)
      }
    }
    let strict = try report(thresholds(person: 0.4))
    #expect(!strict.contains("person 30 %") && !strict.contains("person 0.30"))
    #expect(strict.contains("Objects from 0.25 on, person from 0.40."))
    let lenient = try report(thresholds(person: 0.1))
    #expect(lenient.contains("person 30 %") && lenient.contains("person 0.30"))
    #expect(try report(Thresholds(everywhere: 0.25)).contains("Objects from 0.25 on."))
  }

  @Test func `picture folders take persons, and draw boxes, from the class's own threshold on`()
    throws
  {
    func requests(_ kind: ImageFolder.Kind, person: Double) throws -> [RenderRequest] {
      let renderer = Requests()
      _ = try ImageFolder(
        kind: kind, output: FilePath(folder.path("out")), thresholds: thresholds(person: person),
        stripGPS: false
      ).export([try photo()], renderer: renderer)
      return renderer.all
    }
    #expect(try requests(.persons, person: 0.4).isEmpty)
    #expect(try requests(.persons, person: 0.3).count == 1)
    #expect(try requests(.annotated, person: 0.4).map { $0.objects?.count } == [0])
    #expect(try requests(.annotated, person: 0.3).map { $0.objects?.count } == [1])
  }

  private final class Requests: PhotoRenderer {
    var all: [RenderRequest] = []
    func render(_ request: RenderRequest) throws -> RenderOutcome {
      all.append(request)
      try Data([1]).write(to: URL(fileURLWithPath: request.destination.description))
      return .copied
    }
  }
}
