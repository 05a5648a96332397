import PhotoCore
import Testing

struct CoordinateTests {
  @Test(arguments: [(90, 180), (-90, -180), (0, 0), (-13.5, -71.9)])
  func `the whole Earth has coordinates`(latitude: Double, longitude: Double) {
    #expect(Coordinate(latitude: latitude, longitude: longitude) != nil)
  }

  @Test(arguments: [
    (90.0001, 0), (-91, 0), (0, 180.0001), (0, -181), (.nan, 0), (0, .nan), (.infinity, 0),
  ])
  func `nothing else has`(latitude: Double, longitude: Double) {
    #expect(Coordinate(latitude: latitude, longitude: longitude) == nil)
  }
}

struct PixelSizeTests {
  @Test func `areas too large for a number do not trap`() {
    #expect(PixelSize(width: 4000, height: 3000).area == 12_000_000)
    #expect(PixelSize(width: .max, height: 2).area == .max)
  }

  @Test func `sides are told apart`() {
    let size = PixelSize(width: 3, height: 4)
    #expect((size.longestSide, size.shortestSide) == (4, 3))
    #expect(size.transposed == PixelSize(width: 4, height: 3))
  }

  @Test func `an image has three samples a pixel or is none`() {
    let size = PixelSize(width: 2, height: 1)
    #expect(RGBImage(size: size, pixels: [1, 2, 3, 4, 5, 6]) != nil)
    #expect(RGBImage(size: size, pixels: [1, 2, 3]) == nil)
    #expect(RGBImage(size: PixelSize(width: 0, height: 0), pixels: []) == nil)
    #expect(RGBImage(size: PixelSize(width: .max, height: .max), pixels: []) == nil)
  }
}

struct ReasonTests {
  @Test func `every reason and warning says a sentence`() {
    let sentences = SetAsideReason.allCases.map(\.sentence) + PhotoWarning.allCases.map(\.sentence)
    #expect(sentences.allSatisfy { $0.hasSuffix(".") && $0.count > 10 })
    #expect(Set(sentences).count == sentences.count)
  }

  @Test func `only what can pass without a trace is tried again by itself`() {
    let transient = SetAsideReason.allCases.filter(\.isTransient)
    #expect(transient == [.cannotBeRead, .changedWhileReading])
  }
}

struct ThumbnailNameTests {
  @Test func `thumbnails lie in a folder of their hash`() throws {
    let hash = try #require(ContentHash(hex: "ab" + String(repeating: "0", count: 62)))
    #expect(ThumbnailName.large(of: hash) == "ab/\(hash.hex).jpg")
    #expect(ThumbnailName.small(of: hash) == "ab/\(hash.hex).small.jpg")
  }
}

struct OrientationTurnTests {
  /// Where the stored corner (0, 0) and the corner to its right are shown, by the words of EXIF:
  /// row 0 is the visual top, right, bottom or left, column 0 likewise.
  @Test(arguments: [
    (Orientation.upright, 0, 0, 1, 0), (.mirrored, 1, 0, 0, 0), (.rotated180, 1, 1, 0, 1),
    (.flipped, 0, 1, 1, 1), (.transposed, 0, 0, 0, 1), (.rotated90, 1, 0, 1, 1),
    (.transversed, 1, 1, 1, 0), (.rotated270, 0, 1, 0, 0),
  ])
  func `the first row and column are shown where EXIF says`(
    orientation: Orientation, x0: Double, y0: Double, x1: Double, y1: Double
  ) {
    func shown(_ x: Double, _ y: Double) -> UnitBox {
      orientation.uprightBox(ofStored: UnitBox(left: x, top: y, width: 0, height: 0))
    }
    #expect((shown(0, 0).left, shown(0, 0).top) == (x0, y0))
    #expect((shown(1, 0).left, shown(1, 0).top) == (x1, y1))
  }
}
