import Fixtures
import Metadata
import PhotoCore
import Testing

struct EditedCopyTests {
  private static let picture: [UInt8] = JPEGFixture.file(scan: 500)
  private let now = WallTime(year: 2026, month: 1, day: 1) ?? WallTime(milliseconds: 0)

  private func contains(_ bytes: [UInt8], _ wanted: [UInt8]) -> Bool {
    bytes.indices.contains { bytes[$0...].starts(with: wanted) }
  }

  @Test(arguments: [true, false])
  func `no value of the GPS directory is left, and entries behind it are`(little: Bool) {
    var exif = ExifFixture(orientation: 6, taken: "2014:06:12 15:30:12", latitude: 1, longitude: 2)
    exif.littleEndian = little
    exif.gps[0x1B] = .text("NETWORK-SECRET")
    exif.gps[0x1E] = .shorts([0x1234, 0x5678, 0x2345, 0x6789])
    exif.main[0x9C9B] = .text("title behind the pointer")
    let jpeg = exif.inserted(intoJPEG: Self.picture)
    let edited = ExifEditor.strippingGPS(jpeg)
    let shorts: [UInt8] =
      little ? [0x34, 0x12, 0x78, 0x56, 0x45, 0x23] : [0x12, 0x34, 0x56, 0x78, 0x23, 0x45]
    #expect(contains(jpeg, shorts) && !contains(edited, shorts))
    let last: [UInt8] = little ? [0x45, 0x23, 0x89, 0x67] : [0x23, 0x45, 0x67, 0x89]
    #expect(contains(jpeg, last) && !contains(edited, last))
    #expect(!contains(edited, Array("SECRET".utf8)))
    #expect(contains(edited, Array("title behind the pointer".utf8)))
    let metadata = PhotoMetadata.read(edited, format: .jpeg, now: now)
    #expect(metadata.position == nil)
    #expect(metadata.orientation == .rotated90)
    #expect(metadata.taken?.wall.description == "2014-06-12T15:30:12")
    // One entry fewer, the others in their order.
    let entries = little ? Int(edited[20]) : Int(edited[21])
    #expect(entries == exif.main.count + 1)
    #expect(Array(edited.suffix(Self.picture.count - 2)) == Array(Self.picture.dropFirst(2)))
  }

  @Test func `the second picture that a phone appends loses its position too`() {
    let first = ExifFixture(latitude: 10, longitude: 20).inserted(intoJPEG: Self.picture)
    let second = ExifFixture(latitude: 51.5, longitude: -0.125).inserted(intoJPEG: Self.picture)
    let edited = ExifEditor.strippingGPS(first + second)
    for part in [edited.prefix(first.count), edited.dropFirst(first.count)] {
      #expect(PhotoMetadata.read(Array(part), format: .jpeg, now: now).position == nil)
    }
    #expect(PhotoMetadata.read(second, format: .jpeg, now: now).position != nil)
  }

  @Test func `every GPS property of XMP is blanked, however often and whoever named it`() {
    let jpeg = ExifFixture.xmp(
      """
      exif:GPSLatitude="55,51.6N" exif:GPSLatitude="55,51.7N" drone-dji:GpsLongitude="+4.257" \
      exif:GPSVersionID="2.3.0.0" xmp:Rating="3"
      """, intoJPEG: Self.picture)
    let edited = ExifEditor.strippingGPS(jpeg)
    for text in ["51.6N", "51.7N", "4.257", "2.3.0.0"] {
      #expect(contains(jpeg, Array(text.utf8)) && !contains(edited, Array(text.utf8)))
    }
    #expect(contains(edited, Array("xmp:Rating=\"3\"".utf8)))
    #expect(edited.count == jpeg.count)
  }

  @Test func `upright is said in EXIF and XMP alike`() {
    let jpeg = ExifFixture.xmp(
      "tiff:Orientation=\"8\"",
      intoJPEG: ExifFixture(orientation: 8).inserted(intoJPEG: Self.picture))
    let edited = ExifEditor.settingUpright(jpeg)
    #expect(zip(edited, jpeg).filter { $0 != $1 }.count == 2)
    #expect(contains(edited, Array("tiff:Orientation=\"1\"".utf8)))
    #expect(PhotoMetadata.read(edited, format: .jpeg, now: now).orientation == .upright)
  }

  @Test func `nothing to change is nothing changed`() {
    let exif = ExifFixture(orientation: 1, taken: "2014:06:12 15:30:12", make: "NIKON")
    let jpeg = exif.inserted(intoJPEG: Self.picture)
    #expect(ExifEditor.strippingGPS(jpeg) == jpeg)
    #expect(ExifEditor.settingUpright(jpeg) == jpeg)
    #expect(ExifEditor.strippingGPS([]) == [])
  }
}
