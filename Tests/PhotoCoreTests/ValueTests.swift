import Foundation
import PhotoCore
import Testing

struct WallTimeTests {
  @Test(arguments: [
    (2014, 6, 12, 15, 30, 12, 123), (1970, 1, 1, 0, 0, 0, 0), (1969, 12, 31, 23, 59, 59, 999),
    (2000, 2, 29, 12, 0, 0, 1), (1, 1, 1, 0, 0, 0, 0), (9999, 12, 31, 23, 59, 59, 999),
  ])
  func `parts survive the count of milliseconds`(
    parts: (Int, Int, Int, Int, Int, Int, Int)
  ) throws {
    let time = try #require(
      WallTime(
        year: parts.0, month: parts.1, day: parts.2, hour: parts.3, minute: parts.4,
        second: parts.5, millisecond: parts.6))
    let c = time.components
    #expect((c.year, c.month, c.day) == (parts.0, parts.1, parts.2))
    #expect((c.hour, c.minute, c.second) == (parts.3, parts.4, parts.5))
    #expect(c.millisecond == parts.6)
  }

  @Test(arguments: [
    (2014, 2, 29), (1900, 2, 29), (2014, 4, 31), (2014, 0, 1), (2014, 13, 1), (0, 1, 1),
    (2014, 1, 0),
  ])
  func `dates that no calendar has are refused`(date: (Int, Int, Int)) {
    #expect(WallTime(year: date.0, month: date.1, day: date.2) == nil)
  }

  @Test func `the epoch is zero and a known moment is what Unix says`() {
    #expect(WallTime(year: 1970, month: 1, day: 1)?.milliseconds == 0)
    let time = WallTime(year: 2014, month: 6, day: 12, hour: 15, minute: 30, second: 12)
    #expect(time?.milliseconds == 1_402_587_012_000)
    #expect(time?.description == "2014-06-12T15:30:12")
  }

  @Test func `a leap second is the last moment of its minute`() {
    let time = WallTime(year: 2016, month: 12, day: 31, hour: 23, minute: 59, second: 60)
    #expect(time?.description == "2016-12-31T23:59:59.999")
  }
}

struct ContentHashTests {
  @Test func `hexadecimal reads back and nothing else is taken`() {
    let hex = String(repeating: "0f", count: 32)
    #expect(ContentHash(hex: hex)?.hex == hex)
    #expect(ContentHash(hex: String(hex.dropLast())) == nil)
    #expect(ContentHash(hex: String(repeating: "+f", count: 32)) == nil)
    #expect(ContentHash(bytes: [1, 2, 3]) == nil)
  }
}

struct OrientationTests {
  /// A box in the top left corner of the stored picture.
  private let box = UnitBox(left: 0.1, top: 0.2, width: 0.3, height: 0.1)

  @Test(arguments: [
    (Orientation.upright, 0.1, 0.2, 0.3, 0.1), (.mirrored, 0.6, 0.2, 0.3, 0.1),
    (.rotated180, 0.6, 0.7, 0.3, 0.1), (.flipped, 0.1, 0.7, 0.3, 0.1),
    (.transposed, 0.2, 0.1, 0.1, 0.3), (.rotated90, 0.7, 0.1, 0.1, 0.3),
    (.transversed, 0.7, 0.6, 0.1, 0.3), (.rotated270, 0.2, 0.6, 0.1, 0.3),
  ])
  func `a box goes where the picture goes`(
    orientation: Orientation, left: Double, top: Double, width: Double, height: Double
  ) {
    let upright = orientation.uprightBox(ofStored: box)
    #expect(abs(upright.left - left) < 1e-12 && abs(upright.top - top) < 1e-12)
    #expect(abs(upright.width - width) < 1e-12 && abs(upright.height - height) < 1e-12)
  }

  @Test func `quarter turns exchange the sides`() {
    let size = PixelSize(width: 4, height: 3)
    let turned = Orientation.allCases.filter { $0.uprightSize(ofStored: size) != size }
    #expect(turned == [.transposed, .rotated90, .transversed, .rotated270])
  }
}

struct UnitBoxTests {
  @Test func `overlap is shared over joint area`() {
    let a = UnitBox(left: 0, top: 0, width: 0.5, height: 0.5)
    let b = UnitBox(left: 0.25, top: 0, width: 0.5, height: 0.5)
    #expect(abs(a.intersectionOverUnion(with: b) - 1.0 / 3) < 1e-12)
    #expect(a.intersectionOverUnion(with: UnitBox(left: 0.6, top: 0, width: 0.1, height: 1)) == 0)
  }

  @Test func `boxes are cut at the edges and dropped outside`() {
    let cut = UnitBox(left: -0.5, top: 0.5, width: 1, height: 1).clamped
    #expect(cut == UnitBox(left: 0, top: 0.5, width: 0.5, height: 0.5))
    #expect(UnitBox(left: 1.2, top: 0, width: 0.1, height: 0.1).clamped == nil)
    #expect(UnitBox(left: .nan, top: 0, width: 0.1, height: 0.1).clamped == nil)
  }
}

struct CameraTests {
  @Test func `the make is not said twice`() {
    #expect(Camera(make: "Canon", model: "Canon EOS 40D")?.name == "Canon EOS 40D")
    #expect(Camera(make: "NIKON", model: "D90")?.name == "NIKON D90")
    #expect(Camera(make: "", model: nil) == nil)
  }
}

struct FindingTests {
  @Test func `every outcome survives a line of JSON`() throws {
    let hash = try #require(ContentHash(hex: String(repeating: "ab", count: 32)))
    let photo = PhotoFinding(
      format: .jpeg, size: PixelSize(width: 4, height: 3), orientation: .rotated90, taken: nil,
      position: nil, camera: nil, warning: .truncated,
      recognition: PhotoRecognition(
        detector: "d",
        objects: [
          DetectedObject(
            className: "cat", confidence: 0.5,
            box: UnitBox(left: 0, top: 0, width: 1, height: 1))
        ], classifier: "c", scenes: [SceneScore(className: "alp", probability: 0.25)],
        embedding: EmbeddingBytes(bytes: [0, 60, 255, 128])), colour: 0xFF_8000)
    let outcomes: [Finding.Outcome] = [
      .photo(photo), .unsupported(kind: "mp4"), .setAside(.truncated, detail: "x"), .identified,
      .gone,
      .recognised(
        PhotoRecognition(
          detector: "d", objects: [], classifier: nil, scenes: [], embedding: nil,
          isThorough: true)),
    ]
    for outcome in outcomes {
      let finding = Finding(
        path: FilePath(bytes: [0x2F, 0xFF]), bytes: 12, sha256: hash, outcome: outcome)
      let line = try JSONEncoder().encode(finding)
      #expect(!line.contains(0x0A))
      #expect(try JSONDecoder().decode(Finding.self, from: line) == finding)
    }
  }

  @Test func `a line of before there were colours and tiles can be read`() throws {
    let line = """
      {"path":"/a.jpg","bytes":1,"sha256":"\(String(repeating: "0f", count: 32))","outcome":"photo",
      "photo":{"format":"jpeg","size":{"width":4,"height":3},"orientation":1,
      "recognition":{"detector":"d","objects":[],"classifier":"c","scenes":[],"embedding":""}}}
      """
    let finding = try JSONDecoder().decode(Finding.self, from: Data(line.utf8))
    guard case .photo(let photo) = finding.outcome else {
      Issue.record("no photo")
      return
    }
    #expect(photo.colour == nil && photo.size.width == 4)
    #expect(photo.recognition?.isThorough == false)
  }
}

struct RoleTests {
  @Test func `roles are ordered by what they may`() {
    #expect(UserRole.viewer < .editor && UserRole.editor < .administrator)
    #expect(UserRole.allCases.shuffled().sorted() == UserRole.allCases)
  }
}

struct PhotoTurnTests {
  @Test func `a quarter changes width and height`() {
    let size = PixelSize(width: 4, height: 3)
    #expect(PhotoTurn.allCases.map { $0.size(of: size).width } == [4, 3, 4, 3])
    #expect(PhotoTurn.allCases.map(\.isQuarter) == [false, true, false, true])
    #expect(PhotoTurn(rawValue: 45) == nil)
  }
}

struct AverageColourTests {
  @Test func `every sample is averaged by itself, and rounded`() {
    func colour(_ width: Int, _ pixels: [UInt8]) -> UInt32? {
      RGBImage(size: PixelSize(width: width, height: 1), pixels: pixels)?.averageColour
    }
    #expect(colour(1, [1, 2, 3]) == 0x01_0203)
    #expect(colour(2, [255, 0, 0, 0, 0, 255]) == 0x80_0080)
    #expect(colour(3, [0, 255, 1, 0, 255, 1, 1, 255, 0]) == 0x00_FF01)
  }
}
