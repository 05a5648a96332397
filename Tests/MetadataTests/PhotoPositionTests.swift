import Fixtures
import Metadata
import PhotoCore
import Testing

struct PhotoPositionTests {
  private static let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xD9]

  private func position(_ exif: ExifFixture) -> Position? {
    PhotoMetadata.read(
      exif.inserted(intoJPEG: Self.jpeg), format: .jpeg, now: WallTime(milliseconds: 0)
    ).position
  }

  @Test(arguments: [
    (55.8617, -4.2583), (-13.5170, -71.9785), (89.9999, 179.9999), (0, 10.5), (51.5, 0),
  ])
  func `all hemispheres are read to a few centimetres`(latitude: Double, longitude: Double) throws {
    let found = try #require(
      position(ExifFixture(latitude: latitude, longitude: longitude, altitude: -3.5)))
    #expect(abs(found.coordinate.latitude - latitude) < 1e-6)
    #expect(abs(found.coordinate.longitude - longitude) < 1e-6)
    #expect(found.altitude == -3.5)
    #expect(found.source == .exif)
  }

  @Test func `zero and zero without any other sign is no position`() {
    #expect(position(ExifFixture(latitude: 0, longitude: 0)) == nil)
    #expect(position(ExifFixture(latitude: 0, longitude: 0, altitude: 0)) == nil)
    #expect(position(ExifFixture(latitude: 0, longitude: 0, altitude: 12)) != nil)
  }

  @Test func `zero denominators are no position`() {
    var exif = ExifFixture(latitude: 10, longitude: 20)
    exif.gps[2] = .fractions([(10, 0), (0, 0), (0, 0)])
    #expect(position(exif) == nil)
  }

  @Test func `values out of range are no position`() {
    var exif = ExifFixture(latitude: 10, longitude: 20)
    exif.gps[2] = .fractions([(91, 1), (0, 1), (0, 1)])
    #expect(position(exif) == nil)
    exif.gps[2] = .fractions([(10, 1), (75, 1), (0, 1)])
    #expect(position(exif) == nil)
  }

  @Test func `missing and exchanged references are no position`() {
    var exif = ExifFixture(latitude: 10, longitude: 20)
    exif.gps[1] = nil
    #expect(position(exif) == nil)
    exif.gps[1] = .text("E")
    #expect(position(exif) == nil)
  }

  @Test func `degrees and minutes without seconds are enough`() throws {
    var exif = ExifFixture(latitude: 10, longitude: 20)
    exif.gps[2] = .fractions([(10, 1), (30, 1)])
    let found = try #require(position(exif))
    #expect(found.coordinate.latitude == 10.5)
  }

  @Test func `the direction is kept within a full turn`() {
    var exif = ExifFixture(latitude: 10, longitude: 20)
    exif.gps[0x11] = .fractions([(36_000, 100)])
    #expect(position(exif)?.direction == 0)
    exif.gps[0x11] = .fractions([(40_000, 100)])
    #expect(position(exif)?.direction == nil)
  }

  @Test(arguments: [
    ("55,51.6N", "4,15.5W", 55.86, -4.258333333333333),
    ("55,51,36N", "4,15,30W", 55.86, -4.258333333333333),
  ])
  func `XMP has forms of its own`(lat: String, lon: String, latitude: Double, longitude: Double)
    throws
  {
    let bytes = ExifFixture.xmp(
      "exif:GPSLatitude=\"\(lat)\" exif:GPSLongitude=\"\(lon)\"", intoJPEG: Self.jpeg)
    let found = try #require(
      PhotoMetadata.read(bytes, format: .jpeg, now: WallTime(milliseconds: 0)).position)
    #expect(abs(found.coordinate.latitude - latitude) < 1e-9)
    #expect(abs(found.coordinate.longitude - longitude) < 1e-9)
    #expect(found.source == .xmp)
  }
}
