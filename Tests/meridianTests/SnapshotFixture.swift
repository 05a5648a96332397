import Fixtures
import Foundation
import PhotoCore

/// What the snapshots are taken of: seven photos of one colour each, and files that are none.
///
/// Two tiny networks look at the photos. They tell colours and nothing else, in numbers that every
/// processor computes alike: red is a person before a volcano, blue a dog at the seashore, green a valley.
struct SnapshotFixture {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for photo in Self.photos { try write(photo) }
    let first = folder.read("trip/red1.jpg")
    try folder.write(first, to: "trip/again.jpg")
    try folder.write(Array(first.prefix(first.count / 2)), to: "trip/broken.jpg")
    try folder.write(Array("a diary".utf8), to: "trip/diary.txt")
    try folder.write(Array("no picture".utf8), to: "trip/fake.jpg")
    try folder.write([], to: "trip/empty.jpg")
    try folder.write(Array(Self.track.utf8), to: "track.gpx")
    try folder.write(Self.detector.data, to: "shapes.onnx")
    try folder.write(Self.classifier.data, to: "colours.onnx")
  }

  private struct Photo {
    let name: String
    let colour: [UInt8]
    let exif: ExifFixture?
  }

  private static let photos: [Photo] = {
    let (red, green, blue): ([UInt8], [UInt8], [UInt8]) = (
      [220, 30, 30], [30, 220, 30], [30, 30, 220]
    )
    func taken(_ time: String, _ latitude: Double? = nil, _ longitude: Double? = nil) -> ExifFixture
    {
      ExifFixture(
        orientation: 1, taken: time, make: "NIKON CORPORATION", model: "NIKON D90",
        latitude: latitude, longitude: longitude)
    }
    return [
      Photo(name: "red1", colour: red, exif: taken("2014:06:11 15:30:12", -13.517, -71.9785)),
      Photo(name: "red2", colour: red, exif: taken("2014:06:12 09:05:00", -13.163, -72.545)),
      Photo(name: "green1", colour: green, exif: taken("2014:06:13 18:20:30", 55.8609, -4.2514)),
      Photo(name: "blue1", colour: blue, exif: taken("2014:07:01 12:00:00")),
      Photo(name: "blue2", colour: blue, exif: taken("2014:07:02 12:00:00")),
      Photo(name: "blue3", colour: blue, exif: ExifFixture(orientation: 6)),
      Photo(name: "green2", colour: green, exif: nil),
    ]
  }()

  /// One colour, but for a column that no other photo has.
  private func write(_ photo: Photo) throws {
    let size = PixelSize(width: 96, height: 64)
    var pixels = (0..<size.area).flatMap { _ in photo.colour }
    let number = photo.name.utf8.reduce(0) { ($0 * 31 + Int($1)) % 90 }
    for row in 0..<size.height {
      for band in 0..<3 { pixels[(row * size.width + number) * 3 + band] = 128 }
    }
    var jpeg = try PictureFixture(size: size, pixels: pixels).encoded(".jpg[strip]")
    if let exif = photo.exif { jpeg = exif.inserted(intoJPEG: jpeg) }
    try folder.write(jpeg, to: "trip/\(photo.name).jpg")
  }

  /// A walk at the time of blue1, whose camera's clock is five hours behind.
  private static let track: String = {
    let points = [(16, -13.2), (17, -13.3), (18, -13.4)].map { hour, latitude in
      "<trkpt lat=\"\(latitude)\" lon=\"-72\"><time>2014-07-01T\(hour):00:00Z</time></trkpt>"
    }
    return "<gpx><trk><trkseg>\(points.joined())</trkseg></trk></gpx>"
  }()

  /// YOLOX's outputs for 32 × 32 pixels. Only the largest cell says something: a box as sure as 0.5, of
  /// a person where red prevails and of a dog where blue does.
  private static let detector: ONNXFixture = {
    let columns = 85
    let count = 21 * columns
    let last = 20 * columns
    var constants = [Float](repeating: -1000, count: count)
    for place in [0, 1, 2, 3, 4] { constants[last + place] = 0 }
    var weights = [Float](repeating: 0, count: 3 * count)
    for (channel, column) in [(2, 5), (0, 21)] {
      weights[channel * count + last + column] = 4
      constants[last + column] = -480
    }
    return ONNXFixture(
      inputs: [.init("images", [1, 3, 32, 32])], outputs: [.init("output", [1, 21, columns])],
      nodes: [
        .init("GlobalAveragePool", ["images"], ["means"]), .init("Flatten", ["means"], ["flat"]),
        .init("Gemm", ["flat", "weights", "constants"], ["row"]),
        .init("Sigmoid", ["row"], ["sure"]),
        .init("Reshape", ["sure", "shape"], ["output"]),
      ],
      initialisers: [
        .init("weights", [3, count], floats: weights),
        .init("constants", [count], floats: constants),
        .init("shape", [3], integers: [1, 21, columns]),
      ])
  }()

  /// A thousand classes, of which three are the surest by far: volcano, valley and seashore.
  private static let classifier: ONNXFixture = {
    var weights = [Float](repeating: 0, count: 3000)
    for (channel, index) in [(0, 980), (1, 979), (2, 978)] {
      weights[channel * 1000 + index] = 1000
    }
    return ONNXFixture(
      inputs: [.init("image", [1, 3, 8, 8])], outputs: [.init("logits", [1, 1000])],
      nodes: [
        .init("GlobalAveragePool", ["image"], ["means"]), .init("Flatten", ["means"], ["flat"]),
        .init("Gemm", ["flat", "weights"], ["logits"]),
      ],
      initialisers: [.init("weights", [3, 1000], floats: weights)])
  }()
}
