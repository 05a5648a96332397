import PhotoCore
import Query
import Testing

struct ReferenceEvaluatorTests {
  private static let thresholds = Thresholds(detection: 0.25, classification: 0.3)
  private static let vocabulary = "beach = seashore, sandbar\nsunset = light:sunset\ndog = beagle"

  private static func resolved(_ text: String) throws -> ResolvedExpression {
    let lexicon = try Lexicon(labelSets: LexiconTests.labelSets, vocabulary: vocabulary)
    return try lexicon.resolve(QueryParser.parse(text), thresholds: thresholds)
  }

  private static func matches(_ text: String, _ photo: PhotoRecord) throws -> Bool {
    try ReferenceEvaluator.matches(resolved(text), photo)
  }

  private static func photo(
    taken: WallTime? = nil, at: (Double, Double)? = nil, objects: [(String, Double, Double)] = [],
    scenes: [(String, Double)] = [], camera: String? = nil, path: String = "/trip/DSCN0001.JPG",
    warning: PhotoWarning? = nil
  ) throws -> PhotoRecord {
    let point = at.flatMap { Coordinate(latitude: $0.0, longitude: $0.1) }
    return PhotoRecord(
      id: 1, sha256: try #require(ContentHash(bytes: [UInt8](repeating: 7, count: 32))),
      path: FilePath(path), bytes: 10, format: .jpeg, size: PixelSize(width: 40, height: 30),
      orientation: .upright,
      taken: taken.map { CaptureTime(wall: $0, utcOffsetMinutes: nil, source: .exif) },
      position: point.map { Position(coordinate: $0, source: .exif) },
      camera: Camera(make: nil, model: camera), warning: warning,
      objects: objects.map {
        let box = UnitBox(left: 0, top: 0, width: $0.2, height: 1)
        return DetectedObject(className: $0.0, confidence: $0.1, box: box)
      },
      scenes: scenes.map { SceneScore(className: $0.0, probability: $0.1) })
  }

  @Test(arguments: [
    ("person", true), ("person >= 2", true), ("person >= 3", false), ("person = 2", true),
    ("person < 2", false), ("person > 1", true), ("person @ 25% = 2", true),
    ("person @ 10% = 3", true), ("person @ 90%", true), ("person @ 91%", false),
    ("person larger 20%", true), ("person larger 20% >= 2", false),
    ("person larger 5% >= 2", true), ("person larger 50% @ 50%", false),
    ("person larger 20% @ 91%", false), ("car", false), ("not car", true), ("car = 0", true),
    ("car @ 20%", true), ("beach", true), ("seashore @ 31%", false), ("sandbar", false),
    ("sandbar @ 20%", true), ("dog", true), ("coco:dog", false), ("zebra", true),
    ("zebra = 0", true),
    ("zebra larger 0%", false), ("coco:zebra", false), ("imagenet:zebra", true),
    ("zebra >= 0", true),
    ("person and beach", true), ("person and car", false), ("car or beach", true),
    ("has:objects and has:scenes", true), ("has:time or has:gps or has:warning", false),
    ("not 2014", true), ("2014", false), ("month:1..12", false), ("near:0,0,40000km", false),
  ])
  func `classes, counts, confidences and sizes`(text: String, expected: Bool) throws {
    let photo = try Self.photo(
      objects: [
        ("person", 0.9, 0.2), ("person", 0.25, 0.05), ("person", 0.1, 0.6), ("car", 0.2, 0.3),
      ], scenes: [("seashore", 0.3), ("beagle", 0.5), ("sandbar", 0.2), ("zebra", 0.6)])
    #expect(try Self.matches(text, photo) == expected)
  }

  @Test func `below the thresholds there are no objects and no scenes`() throws {
    let photo = try Self.photo(objects: [("car", 0.2, 0.3)], scenes: [("sandbar", 0.2)])
    #expect(try !Self.matches("has:objects or has:scenes", photo))
  }

  @Test(arguments: [
    ("2014-06..2014-07", [false, true, true, false]), ("2014-06", [false, true, false, false]),
    ("..2014-07", [true, true, true, false]), ("2014-07-31T23:59:59", [false, false, true, false]),
    ("2014-07-31T23:59:58", [false, false, false, false]),
    ("2014-08..", [false, false, false, true]),
    ("month:6..7", [false, true, true, false]), ("month:8..5", [true, false, false, true]),
    ("weekday:sat..sun", [true, true, false, false]),
    ("weekday:thursday", [false, false, true, false]),
    ("hour:23", [true, false, true, false]), ("hour:22..0", [true, true, true, true]),
  ])
  func `dates include both ends`(text: String, expected: [Bool]) throws {
    // Saturday, Sunday, Thursday, Friday.
    let times = [
      WallTime(year: 2014, month: 5, day: 31, hour: 23, minute: 59, second: 59, millisecond: 999),
      WallTime(year: 2014, month: 6, day: 1),
      WallTime(year: 2014, month: 7, day: 31, hour: 23, minute: 59, second: 59, millisecond: 999),
      WallTime(year: 2014, month: 8, day: 1),
    ]
    #expect(try times.map { try Self.matches(text, Self.photo(taken: $0)) } == expected)
  }

  @Test(arguments: [
    ("near:0,179.5,112km", true), ("near:0,179.5,111km", false), ("near:90,0,10007.56km", true),
    ("near:90,0,10007.55km", false), ("within:\"-1,179 1,179 1,-179 -1,-179\"", true),
    ("within:\"-1,0 1,0 1,1\"", false), ("has:gps", true),
  ])
  func `distances and areas`(text: String, expected: Bool) throws {
    #expect(try Self.matches(text, Self.photo(at: (0, -179.4955))) == expected)
  }

  @Test(arguments: [
    ("camera:nikon", true), ("camera:\"D90\"", true), ("camera:canon", false), ("file:dscn", true),
    ("file:trip", false), ("file:\"/TRIP/\"", true), ("file:\"0001.jpg\"", true),
    ("has:warning", true),
  ])
  func `texts are found anywhere in any case`(text: String, expected: Bool) throws {
    let photo = try Self.photo(camera: "NIKON D90", warning: .truncated)
    #expect(try Self.matches(text, photo) == expected)
  }

  @Test func `a hit says why`() throws {
    let photo = try Self.photo(
      taken: WallTime(year: 2014, month: 6, day: 12), at: (0, 0.01),
      objects: [("person", 0.9, 0.2)],
      scenes: [("seashore", 0.4)])
    let why = try ReferenceEvaluator.why(
      Self.resolved("person and beach and 2014 and near:0,0,2km and not car or dog"), photo)
    #expect(
      why.map(\.description) == [
        "person 90 %, a box of 20 % of the picture at 0 % from the left, 0 % from the top",
        "seashore 40 %, as a scene", "taken 2014-06-12T00:00:00", "1.1 km from 0.0,0.0", "not car",
      ])
    #expect(try ReferenceEvaluator.why(Self.resolved("dog"), photo) == [])
    #expect(
      try ReferenceEvaluator.why(Self.resolved("person = 1"), photo).first?.description
        == "person = 1: 1 counted")
  }

  @Test func `a query knows what it asks for`() throws {
    #expect(try Self.resolved("not (dog or 2014)").asksForTime)
    #expect(try !Self.resolved("dog and near:0,0,1km").asksForTime)
    #expect(try Self.resolved("dog and near:0,0,1km").asksForPosition)
    #expect(try Self.resolved("sunset").asksForPosition)
  }
}
