import Fixtures
import Foundation
import OrderedJSON
import PhotoCore
import Publishing
import Query
import Testing

/// Everything counts from 25 % on.
private let quarter = Thresholds(everywhere: 0.25)
/// Everything counts.
private let everything = Thresholds(everywhere: 0)

struct TableTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func text(_ name: String, _ write: (OutputFile) throws -> Void) throws -> String {
    let file = try OutputFile(folder.path(name), overwrite: false)
    try write(file)
    try file.finish()
    return String(decoding: folder.read(name), as: UTF8.self)
  }

  @Test func `a JSON line has every key in its order, null where unknown`() throws {
    let line = RecordJSON.line(for: try PublishingFixture.photo(taken: false, positioned: false))
    let keys = [
      "path", "state", "reason", "warning", "sha256", "duplicate_of", "bytes", "width", "height",
      "orientation", "taken", "utc_offset_minutes", "time_source", "latitude", "longitude",
      "altitude", "position_source", "camera", "offset_source", "clock_shift_seconds", "city",
      "region", "country", "time_zone", "light", "sun_altitude", "favourite", "rating", "objects",
      "scenes", "labels",
    ]
    let places = keys.map { line.range(of: "\"\($0)\":")?.lowerBound }
    #expect(!places.contains(nil))
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    #expect(object?["taken"] is NSNull)
    #expect(object?["orientation"] as? Int == 6)
    let objects = object?["objects"] as? [[String: Any]]
    #expect(objects?.first?["box"] as? [Double] == [0.1, 0.2, 0.3, 0.4])
  }

  @Test func `every column is a key of JSON lines, but what objects and scenes tell there`() throws
  {
    let line = RecordJSON.line(for: try PublishingFixture.photo())
    let missing = PhotoColumn.allCases.filter { !line.contains("\"\($0.rawValue)\":") }
    #expect(missing == [.direction, .persons, .scene, .sceneProbability, .format])
    #expect(TableColumn.all.map(\.name) == PhotoColumn.allCases.map(\.rawValue))
  }

  @Test func `size and boxes are those after the user's turn`() throws {
    let photo = try PublishingFixture.photo(turn: .right)
    let line = RecordJSON.line(for: photo)
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    #expect(object?["width"] as? Int == 30 && object?["height"] as? Int == 40)
    let box = (object?["objects"] as? [[String: Any]])?.first?["box"] as? [Double] ?? []
    #expect(box.map { ($0 * 100).rounded() } == [40, 10, 40, 30])
    let columns = TableColumn.all.filter { ["width", "height"].contains($0.name) }
    #expect(columns.map { $0.cell(photo, everything) } == [.number(30), .number(40)])
  }

  @Test func `labels are there with their probabilities, in tables only those that count`() throws {
    let photo = try PublishingFixture.photo(turn: .right)
    let line = RecordJSON.line(for: photo)
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    let labels = object?["labels"] as? [[String: Any]] ?? []
    #expect(labels.map { $0["label"] as? String } == ["me, \"too\"", "dog"])
    #expect(labels.map { $0["counts"] as? Bool } == [true, false])
    let box = labels.first?["box"] as? [Double] ?? []
    #expect(box.map { ($0 * 100).rounded() } == [40, 10, 40, 30])
    #expect(labels.last?["box"] is NSNull)
    let column = try #require(TableColumn.all.first { $0.name == "labels" })
    #expect(column.cell(photo, everything) == .text("me, \"too\" 0.75"))
  }

  @Test func `hostile names survive a line of JSON`() throws {
    let photo = try PublishingFixture.photo(path: PublishingFixture.hostile)
    let line = RecordJSON.line(for: photo)
    #expect(!line.contains("\n"))
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    #expect(object?["path"] as? String == PublishingFixture.hostile.description)
  }

  @Test func `numbers read back exactly`() throws {
    for value in [0.1, -71.9785, 1e-9, 1.0 / 3, 1e21, 0, -0.0, 123_456_789.125] {
      #expect(Double(JSONText.number(value).line) == value)
    }
    #expect(JSONText.number(.nan).line == "null")
  }

  @Test func `CSV quotes what must be quoted and disarms formulas`() throws {
    let photo = try PublishingFixture.photo(
      path: FilePath("=HYPERLINK(\"x\"),\n.jpg"), className: "person")
    let csv = try text("a.csv") { try TextTables.writeCSV([photo], thresholds: quarter, to: $0) }
    let lines = csv.split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(lines[0].hasPrefix("path,taken,utc_offset_minutes"))
    #expect(csv.contains("\"'=HYPERLINK(\"\"x\"\"),\n.jpg\""))
    #expect(csv.contains("-71.9785"))
    #expect(csv.contains("person 0.93"))
  }

  @Test func `GeoJSON has longitude first and leaves out what has no position`() throws {
    let photos = [
      try PublishingFixture.photo(1), try PublishingFixture.photo(2, positioned: false),
    ]
    var leftOut = 0
    let json = try text("a.geojson") { leftOut = try TextTables.writeGeoJSON(photos, to: $0) }
    #expect(leftOut == 1)
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let features = object?["features"] as? [[String: Any]]
    #expect(features?.count == 1)
    let geometry = features?.first?["geometry"] as? [String: Any]
    #expect(geometry?["coordinates"] as? [Double] == [-71.9785, -13.517, 3399.5])
  }

  @Test func `a workbook is a ZIP of sheets with its texts in it`() throws {
    let path = folder.path("a.xlsx")
    try ExcelTable.write(
      [try PublishingFixture.photo()], thresholds: quarter, to: path, overwrite: false)
    let bytes = folder.read("a.xlsx")
    #expect(bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]))
    #expect(String(decoding: bytes, as: UTF8.self).contains("xl/worksheets/sheet1.xml"))
    #expect(throws: PublishingError.exists(path)) {
      try ExcelTable.write([], thresholds: everything, to: path, overwrite: false)
    }
  }

  @Test func `a document never replaces a file unasked, and never appears half`() throws {
    let path = try folder.write([1], to: "a.csv")
    #expect(throws: PublishingError.exists(path)) { _ = try OutputFile(path, overwrite: false) }
    do {
      let file = try OutputFile(path, overwrite: true)
      try file.write("unfinished")
    }
    #expect(folder.read("a.csv") == [1])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.csv"])
  }
}

struct ReportTests {
  private func report(_ photos: [PhotoRecord], thumbnail: [UInt8]? = [0xFF, 0xD8]) throws -> String
  {
    let folder = try TemporaryFolder()
    let file = try OutputFile(folder.path("r.html"), overwrite: false)
    let heading = HTMLReport.Heading(
      title: "<Trip>", query: "person & \"dog\"", made: "2026-11-24", models: ["m"],
      thresholds: quarter, leftOut: "3 without a date")
    try HTMLReport(heading: heading) { _ in thumbnail }.write(photos, count: photos.count, to: file)
    try file.finish()
    return String(decoding: folder.read("r.html"), as: UTF8.self)
  }

  @Test func `nothing untrusted becomes markup`() throws {
    let html = try report([
      try PublishingFixture.photo(path: PublishingFixture.hostile, className: "<script>")
    ])
    #expect(!html.contains("<img onerror"))
    #expect(!html.contains("<script"))
    #expect(html.contains("&lt;img onerror=alert(1)&gt;"))
    #expect(html.contains("<title>&lt;Trip&gt;</title>"))
    #expect(html.contains("person &amp; &quot;dog&quot;"))
  }

  @Test func `nothing is loaded from anywhere and each thumbnail is there once`() throws {
    let html = try report([try PublishingFixture.photo()])
    #expect(html.contains("default-src 'none'"))
    #expect(!html.contains("http://") && !html.contains("https://"))
    #expect(html.ranges(of: "data:image/jpeg;base64,").count == 1)
    #expect(html.contains("<use href=\"#i1\"/>"))
    #expect(html.contains("person 93 %"))
  }

  @Test func `a photo is shown as the user turned it, with boxes in their places`() throws {
    let html = try report([try PublishingFixture.photo(turn: .right)])
    #expect(html.contains("30 × 40"))
    #expect(html.ranges(of: "viewBox=\"0 0 30 40\"").count == 2)
    // The thumbnail is stored as the camera took it.
    #expect(html.contains("class=\"turn-90\" width=\"40\" height=\"30\""))
    #expect(html.contains(".turn-90{"))
    #expect(html.contains("<rect x=\"12\" y=\"4\" width=\"12\" height=\"12\""))
    #expect(!(try report([try PublishingFixture.photo()])).contains("class=\"turn-"))
  }

  @Test func `no hits and no thumbnail are said`() throws {
    #expect(try report([]).contains("No photo matches this query."))
    #expect(try report([try PublishingFixture.photo()], thumbnail: nil).contains("no thumbnail"))
  }

  @Test func `objects below the threshold are not shown`() throws {
    #expect(!(try report([try PublishingFixture.photo(confidence: 0.2)])).contains("person 20 %"))
  }
}

struct ImageFolderTests {
  private final class Recorder: PhotoRenderer {
    var requests: [RenderRequest] = []
    func render(_ request: RenderRequest) throws -> RenderOutcome {
      requests.append(request)
      if request.source == FilePath("/bad.jpg") { return .failed("It is gone.") }
      try Data([1]).write(to: URL(fileURLWithPath: request.destination.description))
      return .copied
    }
  }

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func export(
    _ kind: ImageFolder.Kind, _ photos: [PhotoRecord], _ renderer: Recorder = Recorder()
  ) throws -> ImageFolder.Summary {
    try ImageFolder(
      kind: kind, output: FilePath(folder.path("out")), thresholds: quarter, stripGPS: true
    ).export(photos, renderer: renderer)
  }

  @Test func `pictures are numbered in order, padded, and a bad one stops nothing`() throws {
    let photos = [
      try PublishingFixture.photo(1), try PublishingFixture.photo(2, path: FilePath("/bad.jpg")),
      try PublishingFixture.photo(3),
    ]
    let summary = try export(.images, photos)
    #expect(summary.copied == 2)
    #expect(summary.failed == [FilePath("/bad.jpg"): "It is gone."])
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("out/images"))
    #expect(names.sorted() == ["0001.jpg", "0003.jpg", "manifest.csv"])
    let manifest = String(decoding: folder.read("out/images/manifest.csv"), as: UTF8.self)
    #expect(manifest.contains("0002.jpg,/bad.jpg,"))
  }

  @Test func `persons are those with a person who counts`() throws {
    let renderer = Recorder()
    _ = try export(
      .persons,
      [
        try PublishingFixture.photo(1), try PublishingFixture.photo(2, className: "dog"),
        try PublishingFixture.photo(3, confidence: 0.24),
      ], renderer)
    #expect(renderer.requests.count == 1)
    #expect(
      renderer.requests[0].destination == FilePath(folder.path("out/images_personal/0001.jpg")))
    #expect(renderer.requests[0].stripGPS)
  }

  @Test func `each picture is asked for as the user turned it`() throws {
    let renderer = Recorder()
    let photos = try PhotoTurn.allCases.map { try PublishingFixture.photo(turn: $0) }
    for kind in ImageFolder.Kind.allCases { _ = try export(kind, photos, renderer) }
    let turns = renderer.requests.map(\.turn)
    #expect(turns == PhotoTurn.allCases + PhotoTurn.allCases + PhotoTurn.allCases)
  }

  @Test func `only boxes that count are drawn`() throws {
    let renderer = Recorder()
    _ = try export(.annotated, [try PublishingFixture.photo(1, confidence: 0.1)], renderer)
    #expect(renderer.requests[0].objects == [])
    #expect(renderer.requests[0].destination.parent.name == FilePath("images_yolo"))
  }

  @Test func `an earlier export is replaced, foreign files are left alone`() throws {
    _ = try export(.images, [try PublishingFixture.photo(1), try PublishingFixture.photo(2)])
    _ = try export(.images, [try PublishingFixture.photo(1)])
    #expect(folder.read("out/images/0002.jpg").isEmpty)
    try folder.write([9], to: "out/images/mine.jpg")
    #expect(throws: PublishingError.foreignFiles(folder.path("out/images"))) {
      _ = try export(.images, [try PublishingFixture.photo(1)])
    }
    #expect(folder.read("out/images/mine.jpg") == [9])
  }
}
