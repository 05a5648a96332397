import Analysis
import Fixtures
import Foundation
import Inference
import PhotoCore
import Recognition
import Testing

/// One file in, one finding out.
struct PhotoAnalysisTests {
  private let folder: TemporaryFolder
  private let analysis = PhotoAnalysis(recogniser: nil, thumbnails: nil)

  init() throws {
    folder = try TemporaryFolder()
  }

  private func outcome(_ bytes: [UInt8], _ name: String) throws -> Finding.Outcome {
    try analysis.finding(for: FilePath(try folder.write(bytes, to: name))).outcome
  }

  private func photo(_ bytes: [UInt8], _ name: String) throws -> PhotoFinding? {
    guard case .photo(let photo) = try outcome(bytes, name) else { return nil }
    return photo
  }

  @Test func `the content decides, not the name`() throws {
    let scene = PictureFixture.scene(width: 40, height: 30)
    #expect(try photo(try scene.encoded(".jpg"), "photo.JPEG")?.format == .jpeg)
    #expect(try photo(try scene.encoded(".png"), "photo.jpg")?.format == .png)
    #expect(try photo(try scene.encoded(".webp"), "photo")?.format == .webp)
    #expect(try photo(try scene.encoded(".avif"), "photo.txt")?.format == .avif)
  }

  @Test(arguments: [
    ("empty.jpg", "", SetAsideReason.emptyFile), ("empty", "", .emptyFile),
    ("letter.jpg", "Dear all", .notAnImage), ("page.HEIC", "<html>", .notAnImage),
  ])
  func `what promises a photo and is none is set aside`(
    name: String, text: String, reason: SetAsideReason
  ) throws {
    let found = try outcome(Array(text.utf8), name)
    #expect(found == .setAside(reason, detail: nil))
  }

  @Test(arguments: [
    ("notes.txt", "hello", nil), ("empty.txt", "", nil), ("doc.jpg", "%PDF-1.4 ", "pdf"),
    ("noname", "hello", nil), ("._IMG.jpg", "\u{0}\u{5}\u{16}\u{7}", "appledouble"),
  ])
  func `what is no photo and promises none is unsupported`(
    name: String, text: String, kind: String?
  ) throws {
    let found = try outcome(Array(text.utf8), name)
    #expect(found == .unsupported(kind: kind))
  }

  @Test func `a file that is gone is gone, and a folder is no photo`() throws {
    #expect(try analysis.finding(for: FilePath("/nonexistent/a.jpg")).outcome == .gone)
    #expect(
      try analysis.finding(for: FilePath(folder.path)).outcome == .unsupported(kind: "device"))
  }

  @Test func `a FIFO does not make the worker wait`() throws {
    #expect(mkfifo(folder.path("pipe.jpg"), 0o600) == 0)
    let finding = try analysis.finding(for: FilePath(folder.path("pipe.jpg")))
    #expect(finding.outcome == .unsupported(kind: "device"))
  }

  @Test func `the hash is that of the bytes`() throws {
    let bytes = try PictureFixture.scene(width: 4, height: 4).encoded(".png")
    let path = FilePath(try folder.write(bytes, to: "a.png"))
    let finding = try analysis.identification(of: path)
    #expect(finding.outcome == .identified)
    #expect(finding.bytes == Int64(bytes.count))
    #expect(try analysis.finding(for: path).sha256 == finding.sha256)
  }

  @Test func `broken EXIF does not make a good picture damaged`() throws {
    var exif = ExifFixture(orientation: 6, taken: "0000:00:00 00:00:00", latitude: 1, longitude: 2)
    exif.gps[2] = .fractions([(1, 0), (0, 0), (0, 0)])
    let jpeg = exif.inserted(
      intoJPEG: try PictureFixture.scene(width: 40, height: 30).encoded(".jpg"))
    let found = try #require(try photo(jpeg, "a.jpg"))
    #expect(found.taken == nil && found.position == nil && found.warning == nil)
    #expect(found.size == PixelSize(width: 30, height: 40))
  }

  @Test func `a RAW file is read through its preview`() throws {
    let preview = try PictureFixture.scene(width: 640, height: 480).encoded(".jpg[Q=90,strip]")
    var raw = ExifFixture(orientation: 1, make: "NIKON", model: "D90")
    raw.main[0xC612] = .bytes([1, 4, 0, 0])
    let found = try #require(try photo(raw.block + preview, "DSC_0001.dng"))
    #expect(found.format == .raw)
    #expect(found.size == PixelSize(width: 640, height: 480))
    #expect(found.camera?.name == "NIKON D90")
  }

  @Test(arguments: [".jpg", ".png"])
  func `the colour is the average of the picture`(suffix: String) throws {
    let size = PixelSize(width: 900, height: 700)
    func colour(_ pixel: [UInt8]) throws -> [Int] {
      let pixels = Array(repeatElement(pixel, count: size.area).joined())
      let picture = PictureFixture(size: size, pixels: pixels)
      let found = try #require(try photo(try picture.encoded(suffix), "a\(suffix)")?.colour)
      return [found >> 16, found >> 8 & 255, found & 255].map { Int($0) }
    }
    for pixel in [[220, 30, 20], [0, 0, 0], [255, 255, 255], [10, 90, 200]] as [[UInt8]] {
      // JPEG keeps a colour to within a few steps.
      for (found, wanted) in zip(try colour(pixel), pixel) {
        #expect(abs(found - Int(wanted)) <= 3)
      }
    }
  }

  @Test func `a picture of two halves has the colour between them`() throws {
    let pixels = (0..<100 * 60).flatMap { $0 % 100 < 50 ? [200, 0, 0] : [0, 100, 0] as [UInt8] }
    let picture = PictureFixture(size: PixelSize(width: 100, height: 60), pixels: pixels)
    #expect(try photo(try picture.encoded(".png"), "a.png")?.colour == 0x64_3200)
  }

  @Test func `thumbnails are upright, of the stated sizes, and there once`() throws {
    let maker = PhotoAnalysis(recogniser: nil, thumbnails: FilePath(folder.path("thumbnails")))
    try FileManager.default.createDirectory(
      atPath: folder.path("thumbnails"), withIntermediateDirectories: true)
    let stored = PictureFixture.scene(width: 1800, height: 1200).stored(.rotated90)
    let jpeg = ExifFixture(orientation: 6).inserted(intoJPEG: try stored.encoded(".jpg"))
    let finding = try maker.finding(for: FilePath(try folder.write(jpeg, to: "a.jpg")))
    let hash = try #require(finding.sha256)
    let large = try #require(
      try photo(folder.read("thumbnails/" + ThumbnailName.large(of: hash)), "l.jpg"))
    let small = try #require(
      try photo(folder.read("thumbnails/" + ThumbnailName.small(of: hash)), "s.jpg"))
    #expect(large.size == PixelSize(width: 900, height: 600))
    #expect(small.size == PixelSize(width: 400, height: 267))
  }

  @Test func `thumbnails that cannot be written stop the run and blame no photo`() throws {
    let blocked = try folder.write([1], to: "blocked")
    let maker = PhotoAnalysis(recogniser: nil, thumbnails: FilePath(blocked))
    let jpeg = try PictureFixture.scene(width: 40, height: 30).encoded(".jpg")
    let path = FilePath(try folder.write(jpeg, to: "a.jpg"))
    #expect(throws: StorageFailure.self) { _ = try maker.finding(for: path) }
  }

  /// The network sees the same upright picture whatever way it is stored, so its boxes agree.
  @Test func `boxes lie on the upright photo for all eight orientations`() throws {
    let store = ModelStore(folders: [Installed.models])
    let whole = PhotoAnalysis(
      recogniser: try Recogniser(store: store, precision: .f32), thumbnails: nil)
    let scene = PictureFixture.scene(width: 320, height: 240, seed: 4)
    var expected: [DetectedObject]?
    for orientation in Orientation.allCases {
      let png = ExifFixture(orientation: orientation.rawValue)
        .inserted(intoPNG: try scene.stored(orientation).encoded(".png"))
      let path = FilePath(try folder.write(png, to: "\(orientation).png"))
      guard case .photo(let found) = try whole.finding(for: path).outcome,
        let objects = found.recognition?.objects
      else {
        Issue.record("no photo for \(orientation)")
        continue
      }
      #expect(found.orientation == orientation)
      #expect(found.size == PixelSize(width: 320, height: 240))
      if let expected { #expect(objects == expected, "\(orientation)") }
      expected = expected ?? objects
    }
    #expect(expected?.isEmpty == false)
  }
}
