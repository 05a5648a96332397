import Catalog
import Fixtures
import Foundation
import Imaging
import Library
import LibraryFixtures
import PhotoCore
import Testing

/// A photo that the user turned in the viewer leaves Meridian turned.
@Suite(.timeLimit(.minutes(20)))
struct TurnedExportTests {
  private let fixture: ImportFixture
  /// As the fixture draws it, before any camera or user turned it.
  private let scene = PictureFixture.scene(width: 160, height: 96)

  init() throws {
    fixture = try ImportFixture()
  }

  /// One photo in the library, stored in some orientation.
  private func add(_ orientation: Orientation) throws -> [UInt8] {
    let exif = ExifFixture(
      orientation: orientation.rawValue, taken: "2014:06:12 15:30:12", latitude: -13.517,
      longitude: -71.9785)
    let stored = try scene.stored(orientation).encoded(".jpg[Q=95,strip]")
    let jpeg = exif.inserted(intoJPEG: stored)
    try fixture.folder.write(jpeg, to: "trip/a.jpg")
    try fixture.run()
    return jpeg
  }

  private func turn(_ turn: PhotoTurn) throws {
    let catalogue = try fixture.library.openCatalogue()
    let id = try #require(try catalogue.search.hits(nil).ids.first)
    _ = try catalogue.photos.setTurn(turn, of: id)
  }

  private func meridian(_ arguments: String...) throws -> String {
    let run = try ProgramRun(
      arguments, environment: ["MERIDIAN_LIBRARY": fixture.library.path.description])
    #expect(run.code == 0, "\(run.errors)")
    return run.output
  }

  /// The picture that is exported, and how the program says it came about.
  private func exported() throws -> (bytes: [UInt8], words: String) {
    let words = try meridian("export", "images", "", "-o", fixture.folder.path("out"))
    return (fixture.folder.read("out/images/0001.jpg"), words)
  }

  /// The pixels as they are stored, whatever EXIF says.
  private func pixels(_ jpeg: [UInt8]) throws -> RGBImage {
    try PhotoDecoder().decode(jpeg, format: .jpeg, orientation: .upright).picture.rgbImage()
  }

  /// Bytes that differ in fewer than two steps on average from the scene as it is to be shown.
  private func shows(_ jpeg: [UInt8], _ turn: PhotoTurn) throws -> Bool {
    // What a camera would have to store that must be turned back to be upright.
    let back = PhotoTurn(rawValue: (360 - turn.rawValue) % 360) ?? .none
    let expected = scene.stored(Orientation.upright.turned(by: back))
    let found = try pixels(jpeg)
    guard found.size == expected.size else { return false }
    let sum = zip(found.pixels, expected.pixels).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
    return sum / found.pixels.count < 2
  }

  private func finding(_ name: String) throws -> [String: Any]? {
    let run = try ProgramRun(
      ["analyze", "--no-networks"], input: Array((fixture.folder.path(name) + "\n").utf8))
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    return object?["photo"] as? [String: Any]
  }

  @Test(arguments: PhotoTurn.allCases)
  func `an upright photo is exported as it was turned, without loss and with its date`(
    turn: PhotoTurn
  ) throws {
    let original = try add(.upright)
    try self.turn(turn)
    let (bytes, words) = try exported()
    #expect(try shows(bytes, turn))
    #expect((bytes == original) == (turn == .none))
    #expect(words.contains(turn == .none ? "1 unchanged" : "1 rotated without loss"))
    let found = try #require(try finding("out/images/0001.jpg"))
    #expect(found["orientation"] as? Int == 1)
    #expect(found["taken"] is [String: Any] && found["position"] is [String: Any])
  }

  @Test(arguments: PhotoTurn.allCases)
  func `the user's turn comes on top of the camera's`(turn: PhotoTurn) throws {
    let original = try add(.rotated90)
    try self.turn(turn)
    let (bytes, words) = try exported()
    #expect(try shows(bytes, turn))
    #expect(words.contains("1 rotated without loss"))
    #expect(try finding("out/images/0001.jpg")?["orientation"] as? Int == 1)
    if turn == .left {
      // Together they do nothing: only the EXIF of the copy says something else than the original.
      #expect(try pixels(bytes) == pixels(original) && bytes.count == original.count)
    }
  }

  @Test func `tables and the report have the size after the turn`() throws {
    _ = try add(.rotated90)
    #expect(try meridian("find", "", "--json").contains("\"width\":160,\"height\":96"))
    try turn(.right)
    #expect(try meridian("find", "", "--json").contains("\"width\":96,\"height\":160"))
    #expect(try meridian("files", "--json").contains("\"width\":160,\"height\":96"))
    _ = try meridian("report", "", "-o", fixture.folder.path("r.html"))
    let report = String(decoding: fixture.folder.read("r.html"), as: UTF8.self)
    #expect(report.contains("96 × 160") && report.contains("class=\"turn-90\""))
  }
}
