import Fixtures
import Imaging
import PhotoCore
import Testing

struct PhotoSourceTests {
  private func pixels(_ bytes: [UInt8]) throws -> RGBImage {
    try PhotoDecoder().decode(bytes, format: .jpeg, orientation: .upright).picture.rgbImage()
  }

  @Test(arguments: Orientation.allCases.filter { $0 != .upright })
  func `a JPEG of whole blocks is turned without loss`(orientation: Orientation) throws {
    let stored = PictureFixture.scene(width: 160, height: 96).stored(orientation)
    let source = PhotoSource(
      bytes: try stored.encoded(".jpg[Q=90]"), format: .jpeg, orientation: orientation)
    let turned = try #require(source.losslesslyTurned())
    let shown = try PhotoDecoder().decode(
      source.bytes, format: .jpeg, orientation: orientation)
    // Chroma is interpolated towards the other side after a turn, so single steps may differ.
    let differences = zip(try pixels(turned).pixels, try shown.picture.rgbImage().pixels)
      .map { abs(Int($0) - Int($1)) }
    #expect((differences.max() ?? 0) <= 24)
    #expect(differences.reduce(0, +) / differences.count < 2)
    #expect(try pixels(turned).size == PixelSize(width: 160, height: 96))
  }

  @Test func `a JPEG with a partial block is not turned without loss, and encoded again`() throws {
    let stored = PictureFixture.scene(width: 101, height: 67).stored(.rotated90)
    let exif = ExifFixture(orientation: 6, taken: "2014:06:12 15:30:12")
    let source = PhotoSource(
      bytes: exif.inserted(intoJPEG: try stored.encoded(".jpg[Q=90,strip]")), format: .jpeg,
      orientation: .rotated90)
    #expect(source.losslesslyTurned() == nil)
    let again = try source.uprightJPEG()
    #expect(try pixels(again).size == PixelSize(width: 101, height: 67))
    #expect(String(decoding: again, as: UTF8.self).contains("2014:06:12 15:30:12"))
  }

  /// The picture turned by a quarter clockwise, pixel by pixel.
  private func quarter(_ image: RGBImage) throws -> RGBImage {
    let width = image.size.width
    let height = image.size.height
    var turned = [UInt8](repeating: 0, count: image.pixels.count)
    for y in 0..<height {
      for x in 0..<width {
        let from = (y * width + x) * 3
        let to = (x * height + height - 1 - y) * 3
        for band in 0..<3 { turned[to + band] = image.pixels[from + band] }
      }
    }
    return try #require(RGBImage(size: image.size.transposed, pixels: turned))
  }

  private func difference(_ a: RGBImage, _ b: RGBImage) -> Int {
    guard a.size == b.size else { return 255 }
    return zip(a.pixels, b.pixels).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) } / a.pixels.count
  }

  @Test(
    arguments: [Orientation.upright, .rotated90, .transposed],
    [PhotoTurn.right, .half, .left])
  func `the user's turn comes on top of the camera's`(
    orientation: Orientation, turn: PhotoTurn
  ) throws {
    let bytes = try PictureFixture.scene(width: 160, height: 96).stored(orientation)
      .encoded(".jpg[Q=95]")
    var expected = try pixels(
      PhotoSource(bytes: bytes, format: .jpeg, orientation: orientation).uprightJPEG())
    for _ in 0..<turn.rawValue / 90 { expected = try quarter(expected) }
    let source = PhotoSource(bytes: bytes, format: .jpeg, orientation: orientation, turn: turn)
    #expect(difference(try pixels(try source.uprightJPEG()), expected) < 2)
    #expect(difference(try pixels(try #require(source.losslesslyTurned())), expected) < 2)
  }

  @Test(arguments: [".png", ".heic[Q=95]", ".avif[Q=95]"])
  func `other formats are turned, too`(suffix: String) throws {
    let bytes = try PictureFixture.scene(width: 160, height: 96).encoded(suffix)
    let format = try #require(
      PictureFormat(rawValue: String(suffix.dropFirst().prefix { $0 != "[" })))
    let upright = PhotoSource(bytes: bytes, format: format, orientation: .upright)
    let turned = PhotoSource(bytes: bytes, format: format, orientation: .upright, turn: .right)
    let expected = try quarter(try pixels(try upright.uprightJPEG()))
    #expect(difference(try pixels(try turned.uprightJPEG()), expected) < 2)
  }

  @Test func `boxes turn with the picture, their names stay readable`() throws {
    let bytes = try PictureFixture.scene(width: 400, height: 300).encoded(".jpg[Q=95]")
    let object = DetectedObject(
      className: "cat", confidence: 0.9, box: UnitBox(left: 0.5, top: 0.1, width: 0.4, height: 0.3))
    func annotated(_ turn: PhotoTurn, _ objects: [DetectedObject]) throws -> RGBImage {
      let source = PhotoSource(bytes: bytes, format: .jpeg, orientation: .upright, turn: turn)
      return try pixels(try source.annotatedJPEG(objects: objects))
    }
    // The middles of the left and lower edges, where no name is, of 300 × 400 pixels.
    let plain = try annotated(.right, [])
    let drawn = try annotated(.right, [object])
    #expect(drawn.size == PixelSize(width: 300, height: 400))
    func differs(_ x: Int, _ y: Int) -> Bool {
      (-2...2).contains { dx in
        (-2...2).contains { dy in
          let at = ((y + dy) * drawn.size.width + x + dx) * 3
          return (0..<3).contains {
            abs(Int(drawn.pixels[at + $0]) - Int(plain.pixels[at + $0])) > 40
          }
        }
      }
    }
    #expect(differs(180, 280) && differs(270, 280) && differs(225, 360))
    #expect(!differs(100, 100) && !differs(225, 280) && !differs(225, 390))
  }

  @Test func `boxes are drawn where objects are, and hostile names do no harm`() throws {
    let bytes = try PictureFixture.scene(width: 400, height: 300).encoded(".jpg[Q=95]")
    let object = DetectedObject(
      className: "<b>&\"' cat", confidence: 0.9,
      box: UnitBox(left: 0.25, top: 0.25, width: 0.5, height: 0.5))
    let source = PhotoSource(bytes: bytes, format: .jpeg, orientation: .upright)
    let plain = try pixels(try source.annotatedJPEG(objects: []))
    let drawn = try pixels(try source.annotatedJPEG(objects: [object]))
    #expect(drawn.size == plain.size)
    func differs(_ x: Int, _ y: Int) -> Bool {
      let at = (y * drawn.size.width + x) * 3
      return (0..<3).contains { abs(Int(drawn.pixels[at + $0]) - Int(plain.pixels[at + $0])) > 30 }
    }
    #expect(differs(100, 150) || differs(101, 150))
    #expect(!differs(390, 290))
  }
}
