import Fixtures
import Foundation
import PhotoCore

/// An invented journey through Peru and Bolivia in June 2014, and some files that went wrong.
struct Journey {
  let names: [String]
  let from: String

  private struct Stop {
    let place: String
    let latitude: Double
    let longitude: Double
    let altitude: Double
    /// As EXIF writes it.
    let offset: String
  }

  private static let stops = [
    Stop(place: "Lima", latitude: -12.0464, longitude: -77.0428, altitude: 154, offset: "-05:00"),
    Stop(place: "Cusco", latitude: -13.5170, longitude: -71.9785, altitude: 3399, offset: "-05:00"),
    Stop(
      place: "Aguas Calientes", latitude: -13.1547, longitude: -72.5254, altitude: 2040,
      offset: "-05:00"),
    Stop(place: "Puno", latitude: -15.8402, longitude: -70.0219, altitude: 3827, offset: "-05:00"),
    Stop(
      place: "La Paz", latitude: -16.4897, longitude: -68.1193, altitude: 3640, offset: "-04:00"),
    Stop(place: "Uyuni", latitude: -20.4597, longitude: -66.8250, altitude: 3675, offset: "-04:00"),
  ]

  func write(to folder: String) throws {
    for (index, name) in names.enumerated() {
      let jpeg = try picture(name)
      let stop = Self.stops[index * Self.stops.count / max(1, names.count)]
      let stamped = fields(index, stop).inserted(intoJPEG: jpeg)
      try save(stamped, "\(folder)/\(stop.place)", number: index + 1)
    }
    try writeTrouble(to: folder)
    try Self.readme.write(
      toFile: folder + "/README.txt", atomically: true, encoding: .utf8)
  }

  private func picture(_ name: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: "\(from)/\(name)") else {
      throw FixtureError.cannotRead(name)
    }
    return try SourcePicture.jpeg(from: [UInt8](data), longestSide: 2000, quality: 88)
  }

  private func fields(_ index: Int, _ stop: Stop) -> ExifFixture {
    // A photo every 17 hours, some without a position, like those of a camera beside a phone. The
    // first minute is one that lets some be taken at sunset.
    let minutes = 7 * 60 + 35 + index * 17 * 60 + index * 7 % 60
    let taken = String(
      format: "2014:06:%02d %02d:%02d:%02d", 3 + minutes / 1440, minutes / 60 % 24, minutes % 60,
      index * 13 % 60)
    let hasPosition = index % 5 != 4
    let drift = Double(index % 4) * 0.004
    return ExifFixture(
      orientation: 1, taken: taken, subSecond: "\(100 + index)",
      offset: hasPosition ? stop.offset : nil, make: hasPosition ? "Meridian" : "NIKON",
      model: hasPosition ? "Sample Phone" : "Sample D90",
      latitude: hasPosition ? stop.latitude + drift : nil,
      longitude: hasPosition ? stop.longitude - drift : nil,
      altitude: hasPosition ? stop.altitude : nil)
  }

  private func save(_ bytes: [UInt8], _ folder: String, number: Int) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let name = String(format: "DSCN%04d.JPG", number)
    try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
  }

  /// Files that every real folder has: a copy, damage, no date, and things that are no photos.
  private func writeTrouble(to folder: String) throws {
    let odd = folder + "/Odds and ends"
    try FileManager.default.createDirectory(atPath: odd, withIntermediateDirectories: true)
    guard let first = names.first, let last = names.last else { return }
    let whole = try picture(first)
    let other = try picture(last)
    let files: [(String, [UInt8])] = [
      ("undated.jpg", whole),
      ("copy of undated.jpg", whole),
      ("IMG_20140621_184500.jpg", ExifFixture(model: "Sample Scanner").inserted(intoJPEG: other)),
      ("transfer broke off.jpg", Array(other.prefix(other.count * 3 / 5))),
      ("only the beginning.jpg", Array(other.prefix(700))),
      ("empty.jpg", []),
      ("not a photo.jpg", Array("This is a letter that somebody called a photo.\n".utf8)),
      ("notes.txt", Array("Lunch at the market, then the train.\n".utf8)),
      (
        "clip.mp4", [0, 0, 0, 24] + Array("ftypmp42".utf8) + [0, 0, 0, 0] + Array("mp42isom".utf8)
      ),
    ]
    for (name, bytes) in files {
      try Data(bytes).write(to: URL(fileURLWithPath: "\(odd)/\(name)"))
    }
  }

  private static let readme = """
    The photographs in these folders are real; where they come from is in THIRD_PARTY.md of Meridian.
    The journey is invented: dates, times, offsets, positions and cameras were written by Meridian's
    sample-trip program. "Odds and ends" holds a copy, damaged files and files that are no photos,
    so that you can see what Meridian does with them.

    """
}
