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
