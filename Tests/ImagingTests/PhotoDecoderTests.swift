import Fixtures
import Imaging
import PhotoCore
import Testing

struct PhotoDecoderTests {
  private let decoder = PhotoDecoder()

  /// The colour a little inside each corner, in the order of the fixture's.
  private func corners(_ picture: Picture) throws -> [[UInt8]] {
    let image = try picture.rgbImage()
    let w = image.size.width
    let h = image.size.height
    return [
      (w / 12, h / 12), (w - 1 - w / 12, h / 12), (w / 12, h - 1 - h / 12),
      (w - 1 - w / 12, h - 1 - h / 12),
    ].map { x, y in
      Array(image.pixels[(y * w + x) * 3..<(y * w + x) * 3 + 3])
    }
  }

  private func expectUpright(_ picture: Picture) throws {
    for (found, wanted) in zip(try corners(picture), PictureFixture.corners) {
      for (a, b) in zip(found, wanted) { #expect(abs(Int(a) - Int(b)) < 40, "\(found) \(wanted)") }
    }
  }

  @Test(arguments: Orientation.allCases)
  func `all eight orientations are shown upright`(orientation: Orientation) throws {
    let stored = PictureFixture.scene(width: 240, height: 160).stored(orientation)
    for suffix in [".jpg[Q=92]", ".png", ".tif"] {
      let format: PictureFormat =
        suffix == ".png" ? .png : suffix == ".tif" ? .tiff : .jpeg
      let photo = try decoder.decode(
        try stored.encoded(suffix), format: format, orientation: orientation)
      #expect(photo.uprightSize == PixelSize(width: 240, height: 160))
      #expect(photo.picture.size == photo.uprightSize)
      try expectUpright(photo.picture)
    }
  }

  @Test(arguments: [
    (".jpg[Q=90]", PictureFormat.jpeg), (".jpg[Q=90,interlace]", .jpeg), (".png", .png),
    (".webp[Q=90]", .webp), (".tif", .tiff), (".gif", .gif), (".avif[Q=80]", .avif),
  ])
  func `every format is decoded`(suffix: String, format: PictureFormat) throws {
    let bytes = try PictureFixture.scene(width: 120, height: 80).encoded(suffix)
    let photo = try decoder.decode(bytes, format: format, orientation: .upright)
    #expect(photo.uprightSize == PixelSize(width: 120, height: 80))
    #expect(photo.warning == nil)
    try expectUpright(photo.picture)
  }

  @Test func `the rotation inside AVIF is not applied twice`() throws {
    let bytes = try PictureFixture.scene(width: 120, height: 80).encoded(".avif[Q=80]")
    let photo = try decoder.decode(bytes, format: .avif, orientation: .rotated90)
    #expect(photo.orientation == .upright)
    try expectUpright(photo.picture)
  }

  @Test func `a large JPEG is decoded at the smallest scale that serves`() throws {
    let bytes = try PictureFixture.scene(width: 3300, height: 600).encoded(".jpg")
    let photo = try decoder.decode(bytes, format: .jpeg, orientation: .upright)
    #expect(photo.uprightSize == PixelSize(width: 3300, height: 600))
    #expect(photo.picture.size.width == 825)
  }

  @Test(arguments: [(1, 1), (1, 3000), (3000, 1), (17, 5)])
  func `odd shapes are decoded`(width: Int, height: Int) throws {
    let bytes = try PictureFixture.scene(width: width, height: height).encoded(".jpg")
    let photo = try decoder.decode(bytes, format: .jpeg, orientation: .upright)
    #expect(photo.uprightSize == PixelSize(width: width, height: height))
  }
}

struct DamageTests {
  private let decoder = PhotoDecoder()

  @Test(arguments: [0.95, 0.7, 0.4])
  func `a JPEG that ends early is kept with a warning while its upper part is good`(
    share: Double
  ) throws {
    let whole = try PictureFixture.scene(width: 800, height: 800, seed: 3).encoded(".jpg[Q=95]")
    let bytes = Array(whole.prefix(Int(Double(whole.count) * share)))
    let photo = try decoder.decode(bytes, format: .jpeg, orientation: .upright)
    #expect(photo.warning == .truncated)
    #expect(photo.uprightSize == PixelSize(width: 800, height: 800))
  }

  @Test func `a JPEG without its end marker alone is kept with a warning`() throws {
    let whole = try PictureFixture.scene(width: 64, height: 64).encoded(".jpg")
    let photo = try decoder.decode(
      Array(whole.dropLast(2)), format: .jpeg, orientation: .upright)
    #expect(photo.warning == .truncated)
  }

  @Test func `a JPEG that ends in its first rows is truncated`() throws {
    let whole = try PictureFixture.scene(width: 800, height: 800, seed: 3).encoded(
      ".jpg[Q=95,strip]")
    let bytes = Array(whole.prefix(whole.count / 25 + 640))
    #expect {
      _ = try decoder.decode(bytes, format: .jpeg, orientation: .upright)
    } throws: { error in
      if case ImagingError.truncated = error { true } else { false }
    }
  }

  @Test func `damage in the middle is a warning, at the beginning a refusal`() throws {
    let whole = try PictureFixture.scene(width: 800, height: 800, seed: 5).encoded(".jpg[Q=95]")
    func damaged(at share: Double) -> [UInt8] {
      var bytes = whole
      let start = Int(Double(bytes.count) * share)
      // A marker where data should be: the decoder must notice.
      for index in start..<start + 64 { bytes[index] = index % 2 == 0 ? 0xFF : 0xD9 }
      return bytes
    }
    let photo = try decoder.decode(damaged(at: 0.6), format: .jpeg, orientation: .upright)
    #expect(photo.warning != nil)
    #expect(throws: ImagingError.self) {
      _ = try decoder.decode(damaged(at: 0.03), format: .jpeg, orientation: .upright)
    }
  }

  @Test(arguments: [(".png", PictureFormat.png), (".tif", .tiff), (".webp", .webp), (".gif", .gif)])
  func `other formats that end early are never taken for sound`(
    suffix: String, format: PictureFormat
  ) throws {
    let whole = try PictureFixture.scene(width: 300, height: 300, seed: 9).encoded(suffix)
    for share in [0.1, 0.5, 0.9] {
      let bytes = Array(whole.prefix(Int(Double(whole.count) * share)))
      let warning: PhotoWarning?
      do {
        warning = try decoder.decode(bytes, format: format, orientation: .upright).warning
      } catch {
        continue
      }
      #expect(warning == .truncated, "\(suffix) \(share)")
    }
  }

  @Test func `no flipped bit and no cut crashes the decoder`() throws {
    var random = SplitMix64(seed: 11)
    let formats: [(String, PictureFormat)] = [
      (".jpg", .jpeg), (".jpg[interlace]", .jpeg), (".png", .png), (".webp", .webp),
      (".gif", .gif), (".tif", .tiff),
    ]
    for (suffix, format) in formats {
      let whole = try PictureFixture.scene(width: 60, height: 40).encoded(suffix)
      var decoded = 0
      for round in 0..<60 {
        var bytes = whole
        for _ in 0...round % 4 {
          let at = Int.random(in: 0..<bytes.count, using: &random)
          bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        }
        if round % 5 == 0 {
          bytes = Array(bytes.prefix(Int.random(in: 0..<bytes.count, using: &random)))
        }
        let photo = try? decoder.decode(bytes, format: format, orientation: .rotated90)
        if photo != nil { decoded += 1 }
      }
      // Neither all refused at the first byte nor all as good as new.
      #expect((1..<60).contains(decoded), "\(suffix): \(decoded)")
    }
  }

  @Test func `a header that promises too many pixels is refused before decoding`() throws {
    var png = try PictureFixture.scene(width: 8, height: 8).encoded(".png")
    // Width and height of IHDR; the checksum is wrong then, so accept a refusal of either kind.
    for (offset, byte) in [(16, 0), (17, 0), (18, 0x75), (19, 0x30)] {
      png[offset] = UInt8(byte)
      png[offset + 4] = UInt8(byte)
    }
    #expect(throws: ImagingError.self) {
      _ = try decoder.decode(png, format: .png, orientation: .upright)
    }
    var jpeg = try PictureFixture.scene(width: 8, height: 8).encoded(".jpg[strip]")
    let frame = try #require(
      jpeg.indices.first { jpeg[$0] == 0xFF && $0 + 1 < jpeg.count && jpeg[$0 + 1] == 0xC0 })
    for offset in [5, 6, 7, 8] { jpeg[frame + offset] = 0xFF }
    #expect(throws: ImagingError.tooManyPixels(width: 65_535, height: 65_535)) {
      _ = try decoder.decode(jpeg, format: .jpeg, orientation: .upright)
    }
  }

  @Test func `limits are the caller's`() throws {
    let small = PhotoDecoder(limits: DecodeLimits(maximumPixels: 99))
    for (suffix, format) in [(".jpg", PictureFormat.jpeg), (".png", .png), (".webp", .webp)] {
      let bytes = try PictureFixture.scene(width: 10, height: 10).encoded(suffix)
      #expect(throws: ImagingError.tooManyPixels(width: 10, height: 10)) {
        _ = try small.decode(bytes, format: format, orientation: .upright)
      }
    }
  }

  @Test(arguments: [PictureFormat.jpeg, .png, .webp, .tiff, .gif, .heic, .avif])
  func `what is no picture is refused`(format: PictureFormat) {
    for bytes in [[], Array("no picture at all".utf8), [UInt8](repeating: 0, count: 4096)] {
      #expect(throws: ImagingError.self) {
        _ = try decoder.decode(bytes, format: format, orientation: .upright)
      }
    }
  }

  @Test func `formats that are not ours are refused, whatever they are called`() throws {
    let svg = Array(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><rect/></svg>".utf8)
    #expect(throws: ImagingError.self) {
      _ = try decoder.decode(svg, format: .png, orientation: .upright)
    }
  }
}
