import Fixtures
import Foundation
import Testing

/// The programme as its user runs it.
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
  private func meridian(_ arguments: String..., code: Int32 = 0) throws -> ProgrammeRun {
    let run = try ProgrammeRun(
      arguments, environment: ["MERIDIAN_LIBRARY": folder.path("library")])
    #expect(run.code == code, "\(arguments): \(run.errors)")
    return run
  }

  private func lines(_ run: ProgrammeRun) throws -> [[String: Any]] {
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
    try meridian("report", "has:gps", "-o", folder.path("r.html"), code: 1)
    for form in ["csv", "jsonl", "geojson", "xlsx"] {
      try meridian("export", form, "", "-o", folder.path("t.\(form)"))
      #expect(!folder.read("t.\(form)").isEmpty)
    }
    let images = try meridian("export", "images", "", "-o", folder.path("story"))
    #expect(images.output.contains("3 turned without loss"))
    try meridian("export", "annotated", "", "-o", folder.path("story"))
    #expect(!folder.read("story/images_yolo/0003.jpg").isEmpty)
    try meridian("backup", "-o", folder.path("b.sqlite"))
    #expect(try meridian("status").output.contains("3 indexed"))
    #expect(try meridian("doctor").output.contains("All is well."))
  }

  @Test func `exported pictures keep their date and lose their place when asked`() throws {
    try meridian("add", folder.path("trip"))
    try meridian("export", "images", "", "-o", folder.path("with"))
    try meridian("export", "images", "", "-o", folder.path("without"), "--strip-gps")
    func finding(_ name: String) throws -> [String: Any]? {
      let run = try ProgrammeRun(
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
    let run = try ProgrammeRun(
      ["add", folder.path("trip"), "--library", folder.path("file/library")])
    #expect(run.code == 1)
    #expect(run.errors.contains("cannot be written"))
  }

  @Test func `missing networks are said in words before anything is done`() throws {
    // A copy outside the project finds no networks beside itself.
    let lonely = folder.path("meridian")
    try FileManager.default.copyItem(atPath: try Installed.programme(), toPath: lonely)
    let run = try ProgrammeRun(
      ["add", folder.path("trip"), "--library", folder.path("none")], programme: lonely)
    #expect(run.code == 1)
    #expect(run.errors.contains("ssd-mobilenet-v2 is not installed. Run `make`"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("none")))
  }

  @Test(arguments: [
    "add", "import", "status", "files", "retry", "find", "report", "export", "backup", "doctor",
    "evaluate", "analyze", "bench",
  ])
  func `every command has help with an example`(command: String) throws {
    let run = try ProgrammeRun([command, "--help"])
    #expect(run.code == 0)
    #expect(run.output.contains("Example"))
    #expect(run.output.contains("meridian \(command)"))
  }

  @Test func `analyze takes names with newlines`() throws {
    let jpeg = try PictureFixture.scene(width: 8, height: 8).encoded(".jpg")
    let path = try folder.write(jpeg, to: "two\nlines.jpg")
    let run = try ProgrammeRun(
      ["analyze", "--null", "--no-networks"], input: Array(path.utf8) + [0])
    #expect(try lines(run).first?["outcome"] as? String == "photo")
    #expect(try lines(run).first?["path"] as? String == path)
  }
}
