import Fixtures
import Foundation
import Testing

/// The program as its user runs it.
@Suite(.timeLimit(.minutes(20)))
struct CommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for seed in 1...3 {
      let exif = ExifFixture(
        orientation: 6, taken: "2014:06:1\(seed) 15:30:12", latitude: -13.517, longitude: -71.9785)
      try folder.write(
        exif.inserted(
          intoJPEG: try PictureFixture.scene(width: 160, height: 96, seed: UInt64(seed))
            .encoded(".jpg[strip]")), to: "trip/\(seed).jpg")
    }
  }

  @discardableResult
  private func meridian(_ arguments: String..., code: Int32 = 0) throws -> ProgramRun {
    let run = try ProgramRun(
      arguments, environment: ["MERIDIAN_LIBRARY": folder.path("library")])
    #expect(run.code == code, "\(arguments): \(run.errors)")
    return run
  }

  private func lines(_ run: ProgramRun) throws -> [[String: Any]] {
    try run.output.split(separator: "\n").compactMap {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
  }

  @Test func `from a folder to answers and documents`() throws {
    let added = try meridian("add", folder.path("trip"), "--json")
    #expect(added.output.contains("\"indexed\":3"))
    #expect(try lines(try meridian("files", "--json")).count == 3)
    let found = try lines(try meridian("find", "2014-06-12..2014-06-13", "--json"))
    #expect(found.map { ($0["path"] as? String)?.suffix(5) } == ["2.jpg", "3.jpg"])
    #expect(try meridian("find", "near:-13.5,-72,50km", "--count").output == "3\n")
    #expect(try meridian("find", "has:gps", "--why").output.contains("3 photos."))
    try meridian("report", "has:gps", "-o", folder.path("r.html"))
    #expect(folder.read("r.html").count > 3000)
    let page = String(decoding: folder.read("r.html"), as: UTF8.self)
    #expect(page.contains("GeoNames") && page.contains(", Peru"))
    try meridian("report", "has:gps", "-o", folder.path("r.html"), code: 1)
    for form in ["csv", "jsonl", "geojson", "xlsx"] {
      try meridian("export", form, "", "-o", folder.path("t.\(form)"))
      #expect(!folder.read("t.\(form)").isEmpty)
    }
    let images = try meridian("export", "images", "", "-o", folder.path("story"))
    #expect(images.output.contains("3 rotated without loss"))
    try meridian("export", "annotated", "", "-o", folder.path("story"))
    #expect(!folder.read("story/images_yolo/0003.jpg").isEmpty)
    try meridian("backup", "-o", folder.path("b.sqlite"))
    #expect(try meridian("status").output.contains("3 indexed"))
    #expect(try meridian("doctor").output.contains("No problems found."))
  }

  @Test func `exported pictures keep their date and lose their place when asked`() throws {
    try meridian("add", folder.path("trip"))
    try meridian("export", "images", "", "-o", folder.path("with"))
    try meridian("export", "images", "", "-o", folder.path("without"), "--strip-gps")
    func finding(_ name: String) throws -> [String: Any]? {
      let run = try ProgramRun(
        ["analyze", "--no-networks"], input: Array((folder.path(name) + "\n").utf8))
      return try lines(run).first?["photo"] as? [String: Any]
    }
    let with = try #require(try finding("with/images/0001.jpg"))
    let without = try #require(try finding("without/images/0001.jpg"))
    for photo in [with, without] {
      #expect(photo["orientation"] as? Int == 1)
      #expect((photo["size"] as? [String: Int]) == ["width": 96, "height": 160])
      #expect(photo["taken"] is [String: Any])
    }
    #expect(with["position"] is [String: Any])
    #expect(without["position"] == nil || without["position"] is NSNull)
  }

  @Test func `finding: places, light, orders, facets, saved searches and marks`() throws {
    try meridian("add", folder.path("trip"))
    let found = try lines(try meridian("find", "country:PE", "--json", "--facets"))
    #expect(found.count == 4)
    #expect(found.first?["country"] as? String == "PE")
    #expect(found.first?["utc_offset_minutes"] as? Int == -300)
    #expect(found.first?["offset_source"] as? String == "place")
    let facets = try #require(found.last?["facets"] as? [String: Any])
    #expect((facets["months"] as? [String: Int]) == ["2014-06": 3])
    #expect((facets["countries"] as? [String: Int]) == ["PE": 3])
    let text = try meridian("find", "near:\"Cusco\",50km", "--order", "newest", "--facets", "--why")
    #expect(text.output.contains("countries: PE 3") && text.output.contains("km from"))
    #expect(try meridian("find", "light:day", "--count").output == "3\n")
    try meridian("find", "country:PE and 2014-06-12..", "--save", "Later", "--count")
    #expect(try meridian("searches").output.contains("Later: country:PE and 2014-06-12.."))
    #expect(try meridian("find", "--saved", "later", "..2014-06-12", "--count").output == "1\n")
    #expect(try meridian("find", "--saved", "nothing", code: 64).errors.contains("Later"))
    #expect(try meridian("find", "2014", "--order", "nearest", code: 64).errors.contains("near:"))
    #expect(try meridian("favourite", "file:2").output.contains("1 of 1"))
    #expect(try meridian("rate", "4", "file:3").output.contains("1 of 1"))
    #expect(try meridian("find", "favourite or rating >= 4", "--count").output == "2\n")
    #expect(try meridian("searches", "--forget", "LATER").output.contains("Forgot"))
    #expect(try meridian("index").output.contains("agree"))
  }

  @Test func `time and positions: preview, correction, undo`() throws {
    try meridian("add", folder.path("trip"))
    func taken() throws -> [String] {
      try lines(try meridian("find", "", "--json")).compactMap { $0["taken"] as? String }
    }
    let before = try taken()
    #expect(try meridian("time").output.contains("(no camera): 3 photos"))
    let preview = try meridian("time", "--no-camera", "--shift=-1d2h", "--to", "2014-06-12")
    #expect(preview.output.contains("2 photos") && preview.output.contains("Nothing was changed"))
    #expect(try taken() == before)
    try meridian("time", "--no-camera", "--shift=-1d2h", "--to", "2014-06-12", "--apply")
    #expect(
      try taken() == ["2014-06-10T13:30:12", "2014-06-11T13:30:12", "2014-06-13T15:30:12"])
    #expect(try meridian("changes").output.contains("photos without a camera -1d2h"))
    try meridian("undo", "1")
    #expect(try taken() == before)
    #expect(try meridian("undo", "1", code: 64).errors.contains("Correction 1 not found"))
    #expect(
      try meridian("time", "--camera", "x", "--shift", "6h", code: 64).errors.contains(
        "Camera “x” not found"))

    let point = { (time: String, latitude: Double) in
      "<trkpt lat=\"\(latitude)\" lon=\"-72\"><time>2014-06-11T\(time)Z</time></trkpt>"
    }
    let gpx = "<gpx>\(point("20:30:00", -13.1))\(point("20:31:00", -13.2))</gpx>"
    try folder.write(Array(gpx.utf8), to: "t.gpx")
    let none = try meridian("geotag", folder.path("t.gpx"))
    #expect(none.output.contains("0 photos would get"), "all have a position")
    let plan = try meridian("geotag", folder.path("t.gpx"), "--overwrite", "--apply")
    #expect(plan.output.contains("1 photo would get") && plan.output.contains("undo 2"))
    #expect(try meridian("find", "near:-13.12,-72,1km", "--count").output == "1\n")
    try meridian("undo", "2")
    #expect(try meridian("find", "near:-13.12,-72,1km", "--count").output == "0\n")
    #expect(try meridian("geotag", folder.path("trip/1.jpg"), code: 64).errors.contains("GPX"))
    #expect(try meridian("geotag", "--neighbours").output.contains("0 photos would get"))
  }

  @Test func `an unknown name is an error with the nearest ones, never everything`() throws {
    try meridian("add", folder.path("trip"))
    let run = try meridian("find", "persn", code: 1)
    #expect(run.errors.contains("person"))
    #expect(run.output.isEmpty)
    #expect(try meridian("find", "zebra and person", "--count").output == "0\n")
  }

  @Test func `mistakes are one sentence that says what to do`() throws {
    #expect(try meridian("find", "dog", code: 1).errors.contains("meridian add"))
    #expect(try meridian("add", "/nonexistent", code: 1).errors.contains("Give a folder"))
    #expect(try meridian("files", "--state", "lost", code: 64).errors.contains("set_aside"))
    #expect(try meridian("retry", "--reason", "rain", code: 64).errors.contains("truncated"))
  }

  @Test func `an unwritable library is said in words`() throws {
    try folder.write([1], to: "file")
    let run = try ProgramRun(
      ["add", folder.path("trip"), "--library", folder.path("file/library")])
    #expect(run.code == 1)
    #expect(run.errors.contains("cannot be written"))
  }

  @Test func `missing networks are said in words before anything is done`() throws {
    // A copy outside the project finds no networks beside itself.
    let lonely = folder.path("meridian")
    try FileManager.default.copyItem(atPath: try Installed.program(), toPath: lonely)
    let run = try ProgramRun(
      ["add", folder.path("trip"), "--library", folder.path("none")], program: lonely)
    #expect(run.code == 1)
    #expect(run.errors.contains("ssd-mobilenet-v2 is not installed. Run `make`"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("none")))
  }

  @Test(arguments: [
    "add", "import", "status", "files", "retry", "find", "report", "export", "backup", "doctor",
    "evaluate", "analyze", "bench", "searches", "favourite", "rate", "time", "geotag", "changes",
    "undo", "index", "models",
  ])
  func `every command has help with an example`(command: String) throws {
    let run = try ProgramRun([command, "--help"])
    #expect(run.code == 0)
    #expect(run.output.contains("Example"))
    #expect(run.output.contains("meridian \(command)"))
  }

  @Test func `analyze takes names with newlines`() throws {
    let jpeg = try PictureFixture.scene(width: 8, height: 8).encoded(".jpg")
    let path = try folder.write(jpeg, to: "two\nlines.jpg")
    let run = try ProgramRun(
      ["analyze", "--null", "--no-networks"], input: Array(path.utf8) + [0])
    #expect(try lines(run).first?["outcome"] as? String == "photo")
    #expect(try lines(run).first?["path"] as? String == path)
  }
}
