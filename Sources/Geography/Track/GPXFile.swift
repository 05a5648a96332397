internal import Foundation
internal import PhotoCore

/// Reads the track points of a GPX file.
///
/// Not an XML parser: it looks for `trkpt` elements with `lat` and `lon`, and for `ele` and `time` in
/// them. No entities, no document types, nothing is fetched; nothing in the file can make it slow.
package enum GPXFile {
  /// Why a file has no track.
  package enum Problem: Error, Hashable, Sendable {
    /// No element `gpx`.
    case notGPX
    /// No track point with a position.
    case noPoints
    /// The track points have no times, as those of a planned route.
    case noTimes
  }

  /// The points of all tracks in the file.
  ///
  /// Points without a time or with a position out of range are left out.
  package static func track(in bytes: [UInt8]) throws(Problem) -> Track {
    var reader = Reader(bytes)
    reader.read()
    guard reader.isGPX else { throw .notGPX }
    guard reader.found > 0 else { throw .noPoints }
    guard !reader.points.isEmpty else { throw .noTimes }
    return Track(points: reader.points)
  }

  /// Milliseconds since 1970 UTC of an ISO 8601 time with `Z` or an offset; nil for another text.
  static func instant(_ text: String) -> Int64? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20 else { return nil }
    func number(_ start: Int, _ count: Int) -> Int? {
      let digits = bytes[start..<start + count]
      guard digits.allSatisfy({ (0x30...0x39) ~= $0 }) else { return nil }
      return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    guard bytes[10] | 0x20 == UInt8(ascii: "t"), let year = number(0, 4), let month = number(5, 2),
      let day = number(8, 2), let hour = number(11, 2), let minute = number(14, 2),
      let second = number(17, 2)
    else { return nil }
    var at = 19
    var milliseconds = 0
    if bytes[at] == UInt8(ascii: ".") || bytes[at] == UInt8(ascii: ",") {
      at += 1
      var unit = 100
      while at < bytes.count, (0x30...0x39) ~= bytes[at] {
        milliseconds += Int(bytes[at] - 0x30) * unit
        unit /= 10
        at += 1
      }
    }
    guard
      let wall = WallTime(
        year: year, month: month, day: day, hour: hour, minute: minute, second: second,
        millisecond: milliseconds), let offset = offset(String(text.utf8.dropFirst(at)) ?? "")
    else { return nil }
    return wall.milliseconds - Int64(offset) * 60_000
  }

  /// Minutes of `Z`, `+02:00`, `-0330` or `+02`.
  private static func offset(_ text: String) -> Int? {
    if text.lowercased() == "z" { return 0 }
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let digits = text.dropFirst().filter { $0 != ":" }
    guard [2, 4].contains(digits.count), let number = Int(digits) else { return nil }
    let minutes = digits.count == 2 ? number * 60 : number / 100 * 60 + number % 100
    return sign == "-" ? -minutes : minutes
  }

  private struct Reader {
    private let bytes: [UInt8]
    private var at = 0
    private(set) var isGPX = false
    private(set) var found = 0
    private(set) var points: [Track.Point] = []
    private var coordinate: Coordinate?
    private var elevation: Double?
    private var time: Int64?

    init(_ bytes: [UInt8]) {
      self.bytes = bytes
    }

    mutating func read() {
      while let open = next(UInt8(ascii: "<")) {
        at = open + 1
        if skip("!--", to: "-->") || skip("![CDATA[", to: "]]>") || skip("?", to: "?>") { continue }
        guard let close = next(UInt8(ascii: ">")) else { return }
        element(String(decoding: bytes[at..<close], as: UTF8.self), end: close)
        at = close + 1
      }
    }

    private mutating func element(_ tag: String, end: Int) {
      let isEnd = tag.hasPrefix("/")
      let isEmpty = tag.hasSuffix("/")
      let body = isEnd ? tag.dropFirst() : tag[...]
      let qualified = body.prefix { !$0.isWhitespace && $0 != "/" }
      switch qualified.split(separator: ":").last ?? "" {
      case "gpx": isGPX = true
      case "trkpt" where !isEnd:
        coordinate = Self.coordinate(tag)
        elevation = nil
        time = nil
        found += coordinate == nil ? 0 : 1
        if isEmpty { finish() }
      case "trkpt": finish()
      case "ele" where !isEnd: elevation = text(after: end).flatMap(Double.init)
      case "time" where !isEnd: time = text(after: end).flatMap(GPXFile.instant)
      default: break
      }
    }

    private mutating func finish() {
      if let coordinate, let time {
        let elevation = elevation.flatMap { $0.isFinite ? $0 : nil }
        points.append(
          Track.Point(utcMilliseconds: time, coordinate: coordinate, elevation: elevation))
      }
      coordinate = nil
    }

    private static func coordinate(_ tag: String) -> Coordinate? {
      guard let latitude = attribute("lat", of: tag), let longitude = attribute("lon", of: tag)
      else { return nil }
      return Coordinate(latitude: latitude, longitude: longitude)
    }

    private static func attribute(_ name: String, of tag: String) -> Double? {
      for quote in ["\"", "'"] {
        for space in [" ", "\n", "\t"] {
          guard let start = tag.range(of: "\(space)\(name)=\(quote)") else { continue }
          let value = tag[start.upperBound...].prefix { String($0) != quote }
          return Double(value.trimmingCharacters(in: .whitespaces))
        }
      }
      return nil
    }

    private func text(after close: Int) -> String? {
      guard let end = bytes[close...].firstIndex(of: UInt8(ascii: "<")), end - close < 100 else {
        return nil
      }
      return String(decoding: bytes[(close + 1)..<end], as: UTF8.self)
        .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private func next(_ byte: UInt8) -> Int? { bytes[at...].firstIndex(of: byte) }

    /// Steps over what begins with `start`, up to `end` or the end of the file.
    private mutating func skip(_ start: String, to end: String) -> Bool {
      guard bytes[at...].starts(with: start.utf8) else { return false }
      let pattern = Array(end.utf8)
      at += start.utf8.count
      while at < bytes.count, !bytes[at...].starts(with: pattern) { at += 1 }
      at = min(bytes.count, at + pattern.count)
      return true
    }
  }
}
