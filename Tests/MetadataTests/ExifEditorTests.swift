import Fixtures
import Metadata
import PhotoCore
import Testing

struct ExifEditorTests {
  private let now = WallTime(year: 2026, month: 1, day: 1) ?? WallTime(milliseconds: 0)
  private let full = ExifFixture(
    orientation: 6, taken: "2014:06:12 15:30:12", make: "NIKON", model: "D90",
    latitude: 55.86, longitude: -4.25, altitude: 12)

  @Test(arguments: [true, false])
  func `setting upright changes the tag and nothing else`(little: Bool) throws {
    var exif = full
    exif.littleEndian = little
    let jpeg = exif.inserted(
      intoJPEG: try PictureFixture.scene(width: 16, height: 16).encoded(".jpg"))
    let edited = ExifEditor.settingUpright(jpeg)
    #expect(PhotoMetadata.read(edited, format: .jpeg, now: now).orientation == .upright)
    #expect(edited.count == jpeg.count)
    #expect(zip(edited, jpeg).filter { $0 != $1 }.count == 1)
  }

  @Test func `stripping removes every trace of the place and keeps the rest`() throws {
    let picture = try PictureFixture.scene(width: 16, height: 16).encoded(".jpg")
    let jpeg = ExifFixture.xmp(
      "exif:GPSLatitude=\"55,51.6N\" exif:GPSLongitude=\"4,15.5W\" xmp:Rating=\"3\"",
      intoJPEG: full.inserted(intoJPEG: picture))
    let edited = ExifEditor.strippingGPS(jpeg)
    let metadata = PhotoMetadata.read(edited, format: .jpeg, now: now)
    #expect(metadata.position == nil)
    #expect(metadata.taken?.wall.description == "2014-06-12T15:30:12")
    #expect(metadata.camera?.name == "NIKON D90")
    #expect(!String(decoding: edited, as: UTF8.self).contains("51.6N"))
    // 55 and 51 as fractions over one, little-endian.
    let latitude: [UInt8] = [55, 0, 0, 0, 1, 0, 0, 0, 51, 0, 0, 0, 1, 0, 0, 0]
    #expect(jpeg.contains(latitude))
    #expect(!edited.contains(latitude))
    #expect(edited.count == jpeg.count)
    #expect(edited.suffix(picture.count - 2) == jpeg.suffix(picture.count - 2))
  }

  @Test func `a file without EXIF is given back as it is`() throws {
    let jpeg = try PictureFixture.scene(width: 16, height: 16).encoded(".jpg[strip]")
    #expect(ExifEditor.settingUpright(jpeg) == jpeg)
    #expect(ExifEditor.strippingGPS(jpeg) == jpeg)
  }
}
