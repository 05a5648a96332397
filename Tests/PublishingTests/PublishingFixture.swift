import Fixtures
import Foundation
import PhotoCore
import Publishing

/// Photos for documents.
enum PublishingFixture {
  static func photo(
    _ id: Int64 = 1, path: FilePath = FilePath("/trip/a.jpg"), taken: Bool = true,
    positioned: Bool = true, className: String = "person", confidence: Double = 0.93,
    turn: PhotoTurn = .none, detector: ResultSource? = nil
  ) throws -> PhotoRecord {
    guard let hash = ContentHash(bytes: (0..<32).map { UInt8(truncatingIfNeeded: Int(id) + $0) }),
      let wall = WallTime(year: 2014, month: 6, day: 12, hour: 15, millisecond: 5),
      let point = Coordinate(latitude: -13.517, longitude: -71.9785)
    else { throw FixtureError.cannotRead("fixture") }
    return PhotoRecord(
      id: id, sha256: hash, path: path, bytes: 1234, format: .jpeg,
      size: PixelSize(width: 40, height: 30), orientation: .rotated90,
      taken: taken ? CaptureTime(wall: wall, utcOffsetMinutes: -300, source: .exif) : nil,
      position: positioned
        ? Position(coordinate: point, altitude: 3399.5, source: .exif) : nil,
      camera: Camera(make: "NIKON", model: "D90"), warning: nil,
      objects: [
        DetectedObject(
          className: className, confidence: confidence,
          box: UnitBox(left: 0.1, top: 0.2, width: 0.3, height: 0.4))
      ], scenes: [SceneScore(className: "alp", probability: 0.5)], turn: turn, detector: detector,
      labels: [
        LabelScore(
          label: 1, name: "me, \"too\"", probability: 0.75, threshold: 0.5,
          box: UnitBox(left: 0.1, top: 0.2, width: 0.3, height: 0.4)),
        LabelScore(label: 2, name: "dog", probability: 0.25, threshold: 0.5, box: nil),
      ])
  }

  static let hostile = FilePath("/trip/<img onerror=alert(1)>\"'&\n😀.jpg")
}
