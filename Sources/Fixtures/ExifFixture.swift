/// An EXIF block made by code: sound ones for the sample trip, broken ones for tests.
package struct ExifFixture: Sendable {
  /// A value of a tag.
  package enum Value: Sendable {
    /// ASCII, with a NUL at its end.
    case text(String)
    /// 16-bit numbers.
    case shorts([UInt16])
    /// Bytes.
    case bytes([UInt8])
    /// Unsigned fractions: numerator and denominator.
    case fractions([(UInt32, UInt32)])
  }

  /// Tags of the main directory.
  package var main: [UInt16: Value] = [:]
  /// Tags of the EXIF directory.
  package var exif: [UInt16: Value] = [:]
  /// Tags of the GPS directory.
  package var gps: [UInt16: Value] = [:]
  /// The byte order: Intel's, or Motorola's.
  package var littleEndian = true

  package init() {}

  /// The usual fields of a camera; nil leaves a field out.
  ///
  /// - Parameters:
  ///   - taken: as EXIF spells it, `2014:06:12 15:30:12`.
  ///   - offset: such as `-05:00`.
  package init(
    orientation: Int? = nil, taken: String? = nil, subSecond: String? = nil,
    offset: String? = nil, make: String? = nil, model: String? = nil,
    latitude: Double? = nil, longitude: Double? = nil, altitude: Double? = nil
  ) {
    if let orientation { main[0x0112] = .shorts([UInt16(clamping: orientation)]) }
    if let make { main[0x010F] = .text(make) }
    if let model { main[0x0110] = .text(model) }
    if let taken { exif[0x9003] = .text(taken) }
    if let subSecond { exif[0x9291] = .text(subSecond) }
    if let offset { exif[0x9011] = .text(offset) }
    if let latitude {
      gps[1] = .text(latitude < 0 ? "S" : "N")
      gps[2] = Self.angle(latitude)
    }
    if let longitude {
      gps[3] = .text(longitude < 0 ? "W" : "E")
      gps[4] = Self.angle(longitude)
    }
    if let altitude {
      gps[5] = .bytes([altitude < 0 ? 1 : 0])
      gps[6] = .fractions([(UInt32((abs(altitude) * 100).rounded()), 100 as UInt32)])
    }
  }

  /// Degrees, minutes and seconds to a thousandth of a second (3 cm).
  package static func angle(_ degrees: Double) -> Value {
    let thousandths = UInt32((abs(degrees) * 3_600_000).rounded())
    return .fractions([
      (thousandths / 3_600_000, 1), (thousandths / 60_000 % 60, 1),
      (thousandths % 60_000, 1000),
    ])
  }

  /// The block, from its byte-order mark.
  package var block: [UInt8] {
    var pointers = main
    // Placeholders, so that the directory has its final length before offsets are known.
    if !exif.isEmpty { pointers[0x8769] = .bytes([0, 0, 0, 0]) }
    if !gps.isEmpty { pointers[0x8825] = .bytes([0, 0, 0, 0]) }
    let exifStart = 8 + length(of: pointers)
    let gpsStart = exifStart + (exif.isEmpty ? 0 : length(of: exif))
    var out = littleEndian ? Array("II".utf8) : Array("MM".utf8)
    out += bytes(42, 2) + bytes(8, 4)
    out += directory(pointers, at: 8, exif: exifStart, gps: gpsStart)
    if !exif.isEmpty { out += directory(exif, at: exifStart, exif: 0, gps: 0) }
    if !gps.isEmpty { out += directory(gps, at: gpsStart, exif: 0, gps: 0) }
    return out
  }

  private func bytes(_ value: UInt32, _ width: Int) -> [UInt8] {
    let little = (0..<width).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) }
    return littleEndian ? little : little.reversed()
  }

  private func data(of value: Value) -> (type: UInt32, count: Int, bytes: [UInt8]) {
    switch value {
    case .text(let text): (2, text.utf8.count + 1, Array(text.utf8) + [0])
    case .shorts(let numbers): (3, numbers.count, numbers.flatMap { bytes(UInt32($0), 2) })
    case .bytes(let values): (1, values.count, values)
    case .fractions(let values):
      (5, values.count, values.flatMap { bytes($0.0, 4) + bytes($0.1, 4) })
    }
  }

  private func length(of directory: [UInt16: Value]) -> Int {
    let outside = directory.values.map { data(of: $0).bytes.count }.filter { $0 > 4 }
    return 2 + directory.count * 12 + 4 + outside.reduce(0) { $0 + $1 + $1 % 2 }
  }

  private func directory(
    _ values: [UInt16: Value], at start: Int, exif: Int, gps: Int
  ) -> [UInt8] {
    var entries = bytes(UInt32(values.count), 2)
    var outside: [UInt8] = []
    let outsideStart = start + 2 + values.count * 12 + 4
    for (tag, value) in values.sorted(by: { $0.key < $1.key }) {
      var (type, count, data) = data(of: value)
      if tag == 0x8769 || tag == 0x8825 {
        type = 4
        count = 1
        data = bytes(UInt32(tag == 0x8769 ? exif : gps), 4)
      }
      entries += bytes(UInt32(tag), 2) + bytes(type, 2) + bytes(UInt32(count), 4)
      if data.count <= 4 {
        entries += data + [UInt8](repeating: 0, count: 4 - data.count)
      } else {
        entries += bytes(UInt32(outsideStart + outside.count), 4)
        outside += data + [UInt8](repeating: 0, count: data.count % 2)
      }
    }
    return entries + bytes(0, 4) + outside
  }

  /// The JPEG with this block as its first segment; a block that it has already stays behind it.
  package func inserted(intoJPEG jpeg: [UInt8]) -> [UInt8] {
    let payload = Array("Exif\0\0".utf8) + block
    return Self.segment(0xE1, payload, into: jpeg)
  }

  /// The JPEG with an XMP packet as its first segment.
  package static func xmp(_ properties: String, intoJPEG jpeg: [UInt8]) -> [UInt8] {
    let packet = """
      <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description \(properties)/></rdf:RDF>\
      </x:xmpmeta>
      """
    let payload = Array("http://ns.adobe.com/xap/1.0/\0".utf8) + Array(packet.utf8)
    return segment(0xE1, payload, into: jpeg)
  }

  private static func segment(_ marker: UInt8, _ payload: [UInt8], into jpeg: [UInt8]) -> [UInt8] {
    let length = payload.count + 2
    let head: [UInt8] = [
      0xFF, marker, UInt8(truncatingIfNeeded: length >> 8), UInt8(truncatingIfNeeded: length),
    ]
    return Array(jpeg.prefix(2)) + head + payload + Array(jpeg.dropFirst(2))
  }

  /// The PNG with this block as an `eXIf` chunk behind its header.
  package func inserted(intoPNG png: [UInt8]) -> [UInt8] {
    let body = Array("eXIf".utf8) + block
    let chunk = Self.bigEndian(UInt32(block.count)) + body + Self.bigEndian(Self.crc32(body))
    return Array(png.prefix(33)) + chunk + Array(png.dropFirst(33))
  }

  private static func bigEndian(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * UInt32($0))) }
  }

  /// Source: PNG specification, annex D.
  private static func crc32(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(0xFFFF_FFFF as UInt32) { crc, byte in
      (0..<8).reduce(crc ^ UInt32(byte)) { value, _ in
        value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
      }
    }
  }
}
