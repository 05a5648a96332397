import Fixtures
import Metadata
import PhotoCore
import Testing

struct ContainerTests {
  private let exif = ExifFixture(
    orientation: 6, taken: "2014:06:12 15:30:12", make: "NIKON", model: "D90")
  private let now = WallTime(year: 2026, month: 1, day: 1) ?? WallTime(milliseconds: 0)

  private func expectRead(_ bytes: [UInt8], _ format: PictureFormat) {
    let metadata = PhotoMetadata.read(bytes, format: format, now: now)
    #expect(metadata.orientation == .rotated90)
    #expect(metadata.camera?.name == "NIKON D90")
    #expect(metadata.taken?.wall.description == "2014-06-12T15:30:12")
  }

  @Test func `EXIF is found in JPEG, PNG and TIFF`() throws {
    let picture = PictureFixture.scene(width: 32, height: 24)
    expectRead(exif.inserted(intoJPEG: try picture.encoded(".jpg")), .jpeg)
    expectRead(exif.inserted(intoPNG: try picture.encoded(".png")), .png)
    expectRead(exif.block, .tiff)
  }

  @Test func `EXIF is found in WebP, with and without JPEG's prefix`() {
    for prefix in [[], Array("Exif\0\0".utf8)] {
      let payload = prefix + exif.block
      var chunk = Array("EXIF".utf8)
      chunk += (0..<4).map { UInt8(truncatingIfNeeded: payload.count >> (8 * $0)) } + payload
      let size = (0..<4).map { UInt8(truncatingIfNeeded: (chunk.count + 4) >> (8 * $0)) }
      expectRead(Array("RIFF".utf8) + size + Array("WEBP".utf8) + chunk, .webp)
    }
  }

  @Test func `EXIF is found in the items of HEIF`() {
    expectRead(HEIFFixture.file(exif: exif.block), .heic)
  }

  @Test func `a broken block is as good as none`() {
    for cut in stride(from: 0, to: exif.block.count, by: 7) {
      var jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE1]
      let payload = Array("Exif\0\0".utf8) + exif.block.prefix(cut)
      jpeg += [UInt8((payload.count + 2) >> 8), UInt8((payload.count + 2) & 255)] + payload
      let metadata = PhotoMetadata.read(jpeg + [0xFF, 0xD9], format: .jpeg, now: now)
      #expect(metadata.position == nil)
    }
  }

  @Test func `no mutation of a file makes the reader trap or hang`() throws {
    var random = SplitMix64(seed: 7)
    let picture = try PictureFixture.scene(width: 16, height: 16).encoded(".jpg[Q=50]")
    var full = exif
    full.gps = ExifFixture(latitude: 1, longitude: 2, altitude: 3).gps
    let samples: [([UInt8], PictureFormat)] = [
      (full.inserted(intoJPEG: picture), .jpeg), (full.block, .tiff), (full.block, .raw),
      (HEIFFixture.file(exif: full.block), .heic),
      (full.inserted(intoPNG: try PictureFixture.scene(width: 8, height: 8).encoded(".png")), .png),
    ]
    var read = 0
    for round in 0..<4000 {
      var (bytes, format) = samples[round % samples.count]
      for _ in 0...Int.random(in: 0..<6, using: &random) where !bytes.isEmpty {
        let at = Int.random(in: 0..<min(bytes.count, 600), using: &random)
        bytes[at] = UInt8.random(in: 0...255, using: &random)
      }
      if round % 3 == 0 { bytes = Array(bytes.prefix(Int.random(in: 0..<700, using: &random))) }
      if PhotoMetadata.read(bytes, format: format, now: now).taken != nil { read += 1 }
      _ = EmbeddedPreview.jpegRange(in: bytes)
      _ = FileKind.isRawTIFF(bytes)
      _ = ExifEditor.strippingGPS(bytes)
    }
    // Neither all refused at the first byte nor all as good as new.
    #expect((400..<3600).contains(read), "\(read)")
  }

  @Test(arguments: [
    (0, Orientation.upright), (1, .upright), (8, .rotated270), (9, .upright), (500, .upright),
  ])
  func `orientations outside 1 to 8 are upright`(value: Int, expected: Orientation) {
    let bytes = ExifFixture(orientation: value).inserted(intoJPEG: [0xFF, 0xD8, 0xFF, 0xD9])
    #expect(PhotoMetadata.read(bytes, format: .jpeg, now: now).orientation == expected)
  }
}

/// A HEIF file of nothing but metadata.
enum HEIFFixture {
  static func file(exif: [UInt8]) -> [UInt8] {
    let item = [0, 0, 0, 0] + exif
    let type = box("ftyp", Array("heic".utf8) + [0, 0, 0, 0] + Array("mif1".utf8))
    let entry = box("infe", [2, 0, 0, 0, 0, 1, 0, 0] + Array("Exif".utf8) + [0])
    let info = box("iinf", [0, 0, 0, 0, 0, 1] + entry)
    func meta(offset: Int) -> [UInt8] {
      let location = box(
        "iloc",
        [0, 0, 0, 0, 0x44, 0x00, 0, 1, 0, 1, 0, 0, 0, 1] + big(offset) + big(item.count))
      return box("meta", [0, 0, 0, 0] + info + location)
    }
    let start = type.count + meta(offset: 0).count + 8
    return type + meta(offset: start) + box("mdat", item)
  }

  private static func box(_ name: String, _ payload: [UInt8]) -> [UInt8] {
    big(payload.count + 8) + Array(name.utf8) + payload
  }

  private static func big(_ value: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }
  }
}
