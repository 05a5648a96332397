internal import PhotoCore

/// The properties of an XMP packet that Meridian uses. Source: XMP specification, parts 1 and 2.
///
/// A property is either an attribute (`exif:DateTimeOriginal="…"`) or an element of the same name.
/// Prefixes count by the namespace that they are bound to, and by their usual meaning where the
/// packet binds them to none.
struct XMPPacket {
  private let bytes: [UInt8]
  private let values: [String: Range<Int>]
  /// The values of all properties that tell of a position, whoever defined them: the names of some
  /// drones' makers begin like EXIF's.
  let gpsValues: [Range<Int>]

  /// Longer packets carry whole edit histories, and pictures within.
  private static let longest = 16 << 20

  private static let prefixes = [
    "http://ns.adobe.com/exif/1.0/": "exif", "http://ns.adobe.com/tiff/1.0/": "tiff",
    "http://ns.adobe.com/xap/1.0/": "xmp", "http://ns.adobe.com/photoshop/1.0/": "photoshop",
  ]

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    let kept = range.lowerBound..<min(range.upperBound, range.lowerBound + Self.longest)
    let properties = XMLProperties(bytes, kept).all
    // `xap` is what the prefix `xmp` was called until 2005.
    var bound = ["xap": "xmp"]
    for property in properties where property.name.hasPrefix("xmlns:") {
      let name = String(decoding: bytes[property.value], as: UTF8.self)
      bound[String(property.name.dropFirst(6))] = Self.prefixes[name]
    }
    var (values, gpsValues): ([String: Range<Int>], [Range<Int>]) = ([:], [])
    for property in properties {
      let parts = property.name.split(separator: ":", maxSplits: 1).map(String.init)
      guard parts.count == 2, parts[0] != "xmlns" else { continue }
      let name = "\(bound[parts[0]] ?? parts[0]):\(parts[1])"
      if values[name] == nil { values[name] = property.value }
      if parts[1].lowercased().hasPrefix("gps") { gpsValues.append(property.value) }
    }
    self.values = values
    self.gpsValues = gpsValues
  }

  var orientation: Orientation? {
    value("tiff:Orientation").flatMap { Int($0) }.flatMap(Orientation.init)
  }

  var camera: Camera? {
    Camera(make: value("tiff:Make"), model: value("tiff:Model"))
  }

  /// In the order in which they tell of the moment itself. DateCreated is often a mere date, and
  /// that of what the picture shows.
  var times: [TimeText] {
    ["exif:DateTimeOriginal", "exif:DateTimeDigitized", "xmp:CreateDate", "photoshop:DateCreated"]
      .compactMap { value($0).flatMap { TimeText($0) } }
  }

  /// The GPS date and time in UTC; nil where they bear no zone, for then they are not to be trusted.
  var gpsTime: WallTime? {
    guard let time = value("exif:GPSTimeStamp").flatMap({ TimeText($0) }), let offset = time.offset
    else { return nil }
    return WallTime(milliseconds: time.wall.milliseconds - Int64(offset) * 60_000)
  }

  /// The value of a property without blanks around it; nil where empty or missing.
  func value(_ name: String) -> String? {
    guard let text = valueRange(name).map({ String(decoding: bytes[$0], as: UTF8.self).trimmed }),
      !text.isEmpty
    else { return nil }
    return text.contains("&") ? Self.unescaped(text) : text
  }

  /// Where the value of a property stands in the file.
  func valueRange(_ name: String) -> Range<Int>? {
    values[name]
  }

  /// The five entities that XML itself defines; others stay as they are.
  private static func unescaped(_ text: String) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")]
      .reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}

extension String {
  /// Without blanks and NULs at its ends.
  var trimmed: String {
    func isKept(_ character: Character) -> Bool { !character.isWhitespace && character != "\0" }
    guard let first = firstIndex(where: isKept), let last = lastIndex(where: isKept) else {
      return ""
    }
    return String(self[first...last])
  }
}
