import Fixtures
import Metadata
import PhotoCore
import Testing

struct XMPTests {
  private static let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xD9]
  private let now = WallTime(year: 2026, month: 11, day: 24) ?? WallTime(milliseconds: 0)

  private func read(_ xml: String) -> PhotoMetadata {
    let packet = Array("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>\(xml)</x:xmpmeta>".utf8)
    let length = [UInt8((packet.count + 2) >> 8), UInt8((packet.count + 2) & 255)]
    return PhotoMetadata.read(
      [0xFF, 0xD8, 0xFF, 0xE1] + length + packet + [0xFF, 0xD9], format: .jpeg, now: now)
  }

  private func time(_ xml: String) -> String? { read(xml).taken?.wall.description }

  @Test func `a property is an attribute or an element`() {
    #expect(time("<d xmp:CreateDate='2014-06-12T15:30:12'/>") == "2014-06-12T15:30:12")
    #expect(
      time("<d><xmp:CreateDate a='b'> 2014-06-12T15:30:12 </xmp:CreateDate></d>")
        == "2014-06-12T15:30:12")
  }

  @Test func `the namespace counts, not the prefix`() {
    let uri = "http://ns.adobe.com/exif/1.0/"
    #expect(
      time("<d e:DateTimeOriginal='2014-06-12T15:30:12' xmlns:e='\(uri)'/>")
        == "2014-06-12T15:30:12")
    #expect(time("<d e:DateTimeOriginal='2014-06-12T15:30:12' xmlns:e='urn:other'/>") == nil)
    #expect(time("<d xap:CreateDate='2014-06-12T15:30:12'/>") == "2014-06-12T15:30:12")
  }

  @Test func `names are whole names`() {
    #expect(time("<d my-xmp:CreateDate='2014-06-12T15:30:12'/>") == nil)
    #expect(time("<d xmp:CreateDateOfMine='2014-06-12T15:30:12'/>") == nil)
    #expect(time("<d a='xmp:CreateDate=&quot;2014-06-12&quot;'/>") == nil)
  }

  @Test func `comments, instructions and document types are passed over`() {
    let date = "<d xmp:CreateDate='2014-06-12T15:30:12'/>"
    #expect(
      time("<!-- <e/><d xmp:CreateDate='2001-01-01T01:01:01'/> -->" + date)?.prefix(4) == "2014")
    #expect(time("<?x xmp:CreateDate='2001-01-01T01:01:01'?>" + date)?.prefix(4) == "2014")
    #expect(time("<![CDATA[<e/><d xmp:CreateDate='2001-01-01'/>]]>" + date)?.prefix(4) == "2014")
  }

  @Test func `entities of a document type stay what they are`() {
    let bomb = "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]>"
    #expect(read(bomb + "<d tiff:Make='&b;'/>").camera?.make == "&b;")
    #expect(read("<d tiff:Make='A &amp;lt; &quot;B&quot;'/>").camera?.make == "A &lt; \"B\"")
  }

  @Test func `what never ends is as good as nothing`() {
    for xml in ["<d xmp:CreateDate='2014", "<d xmp:CreateDate", "<!-- <d", "<d", "<", "<d =''/>"] {
      #expect(time(xml) == nil)
    }
  }

  @Test(arguments: [
    ("2014-06-12T15:30-05:00", "2014-06-12T15:30:00", -300),
    ("2014-06-12T15:30:12.25+05:45", "2014-06-12T15:30:12.250", 345),
    ("2014-06-12T15:30:12Z", "2014-06-12T15:30:12", 0),
    ("2014-06-12T15:30Z", "2014-06-12T15:30:00", 0),
    ("2014-06-12T15:30:12", "2014-06-12T15:30:12", nil),
    ("2014-06-12", "2014-06-12T00:00:00", nil),
  ])
  func `times have a zone or none`(text: String, wall: String, offset: Int?) {
    let taken = read("<d xmp:CreateDate='\(text)'/>").taken
    #expect(taken?.wall.description == wall)
    #expect(taken?.utcOffsetMinutes == offset)
    #expect(taken?.source == .xmp)
  }

  @Test func `a month is no date, and the next time that is believed counts`() {
    #expect(time("<d xmp:CreateDate='2014-06'/>") == nil)
    #expect(
      time("<d exif:DateTimeOriginal='1970-01-01T00:00:00' photoshop:DateCreated='2014-06-12'/>")
        == "2014-06-12T00:00:00")
  }

  private func position(_ latitude: String, _ longitude: String, _ more: String = "") -> Position? {
    read("<d exif:GPSLatitude='\(latitude)' exif:GPSLongitude='\(longitude)' \(more)/>").position
  }

  @Test(arguments: [
    ("55,51.6", "4,15.5W"), ("55.86", "-4.25"), ("55,51.6E", "4,15.5N"), ("91,0N", "4,0W"),
    ("55,61N", "4,0W"), ("-55,1N", "4,0W"), ("55,,1N", "4,0W"), ("N", "W"), ("", ""),
    ("nanN", "4,0W"), ("1,2,3,4N", "4,0W"), ("0,0N", "0,0E"), ("infN", "4,0W"),
  ])
  func `missing or exchanged references and values out of range are no position`(
    latitude: String, longitude: String
  ) {
    #expect(position(latitude, longitude) == nil)
  }

  @Test func `latitude zero or longitude zero alone is a position`() {
    #expect(position("0,0N", "10,30E")?.coordinate.longitude == 10.5)
    #expect(position("10,30S", "0,0W")?.coordinate.latitude == -10.5)
    #expect(position("0,0N", "0,0E", "exif:GPSAltitude='5/1'") != nil)
  }

  @Test func `altitude and direction are fractions, and come without their position's harm`() {
    let found = position(
      "1,0N", "2,0E",
      "exif:GPSAltitude='1234/10' exif:GPSAltitudeRef='1' exif:GPSImgDirection='36000/100'")
    #expect(found?.altitude == -123.4)
    #expect(found?.direction == 0)
    let broken = position("1,0N", "2,0E", "exif:GPSAltitude='1/0' exif:GPSImgDirection='x'")
    #expect(broken != nil && broken?.altitude == nil && broken?.direction == nil)
  }

  @Test func `orientation and camera are XMP's where EXIF has none`() {
    let metadata = read("<d tiff:Orientation='6' tiff:Make=' NIKON ' tiff:Model='D90'/>")
    #expect(metadata.orientation == .rotated90)
    #expect(metadata.camera?.name == "NIKON D90")
    #expect(read("<d tiff:Orientation='9'/>").orientation == .upright)
    let both = ExifFixture.xmp(
      "tiff:Orientation='6'", intoJPEG: ExifFixture(orientation: 3).inserted(intoJPEG: Self.jpeg))
    #expect(PhotoMetadata.read(both, format: .jpeg, now: now).orientation == .rotated180)
  }
}
