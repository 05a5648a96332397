import Catalog
import Fixtures
import Geography
import Library
import PhotoCore
import Testing

struct GeotaggingTests {
  private static let camera = Camera(make: "NIKON", model: "D90")
  private static let noon: Int64 = 1_402_574_400_000

  /// A walk north, a metre and a half a second, with some turns, from 12:00 UTC.
  private static func walk() throws -> Track {
    Track(
      points: try (0..<200).map { minute in
        Track.Point(
          utcMilliseconds: noon + Int64(minute) * 60_000,
          coordinate: try place(minute: Double(minute)))
      })
  }

  private static func place(minute: Double) throws -> Coordinate {
    let turn = minute * minute / 40_000
    return try #require(
      Coordinate(latitude: -13.5 + minute * 0.0008, longitude: -72 + turn * 0.05))
  }

  private static func photo(
    _ id: Int64, minute: Double, offset: Int? = nil, clock: Int64 = 0, isPlaced: Bool = false,
    source: PositionSource = .exif
  ) throws -> TimelinePhoto {
    let wall = noon + Int64(minute * 60_000) + clock
    return TimelinePhoto(
      id: id, wall: WallTime(milliseconds: wall), utcOffsetMinutes: offset, orderInstant: wall,
      position: isPlaced
        ? Position(coordinate: try place(minute: minute), source: source) : nil, camera: camera)
  }

  @Test func `a photo of known zone is put where the track was`() throws {
    let photos = [
      try Self.photo(1, minute: 10.5, offset: -300, clock: -300 * 60_000),
      try Self.photo(2, minute: 900, offset: -300, clock: -300 * 60_000),
      try Self.photo(3, minute: 20, offset: -300, clock: -300 * 60_000, isPlaced: true),
    ]
    let plan = Geotagging(photos: photos, track: try Self.walk(), settings: .init())
    #expect(plan.positions.map(\.photo) == [1])
    #expect(plan.outside == 1)
    let found = try #require(plan.positions.first?.position)
    let expected = try Self.place(minute: 10.5)
    #expect(GreatCircle.distance(from: found.coordinate, to: expected) < 20)
    #expect(found.source == .gpx)
    var settings = Geotagging.Settings()
    settings.replacesPositions = true
    #expect(
      Geotagging(photos: photos, track: try Self.walk(), settings: settings).positions.count == 2)
  }

  @Test(arguments: [-18_000_000, 20_747_000, 50_400_000, -39_603_000] as [Int64])
  func `an unknown clock is estimated from photos that have both`(clock: Int64) throws {
    let photos = try (0..<12).map { number in
      try Self.photo(
        Int64(number), minute: Double(number) * 14, clock: clock, isPlaced: number % 2 == 0)
    }
    let plan = Geotagging(photos: photos, track: try Self.walk(), settings: .init())
    let offset = try #require(plan.estimated[Self.camera])
    #expect(abs(offset - clock) <= 2000)
    #expect(plan.positions.count == 6)
    for given in plan.positions {
      let expected = try Self.place(minute: Double(given.photo) * 14)
      #expect(GreatCircle.distance(from: given.position.coordinate, to: expected) < 25)
    }
  }

  @Test func `a clock that nothing tells of is not guessed`() throws {
    let lonely = try (0..<6).map { try Self.photo(Int64($0), minute: Double($0)) }
    let plan = Geotagging(photos: lonely, track: try Self.walk(), settings: .init())
    #expect(plan.positions.isEmpty && plan.withoutOffset == [Self.camera: 6])
    var settings = Geotagging.Settings()
    settings.utcOffsetMinutes = 0
    #expect(
      Geotagging(photos: lonely, track: try Self.walk(), settings: settings).positions.count == 6)
    settings.cameras = []
    #expect(
      Geotagging(photos: lonely, track: try Self.walk(), settings: settings).positions.isEmpty)
    // Photos of another continent do not fit the track at any offset.
    let far = try #require(Coordinate(latitude: 50, longitude: 8))
    let strangers = (0..<6).map { number in
      TimelinePhoto(
        id: Int64(number), wall: WallTime(milliseconds: Self.noon + Int64(number) * 600_000),
        utcOffsetMinutes: nil, orderInstant: 0,
        position: Position(coordinate: far, source: .exif), camera: Self.camera)
    }
    let other = Geotagging(
      photos: strangers + [try Self.photo(9, minute: 5)], track: try Self.walk(), settings: .init())
    #expect(other.positions.isEmpty && other.estimated.isEmpty)
  }

  @Test func `a fast clock is allowed for`() throws {
    var settings = Geotagging.Settings()
    settings.clockError = 600_000
    let plan = Geotagging(
      photos: [try Self.photo(1, minute: 30, offset: 0)], track: try Self.walk(), settings: settings
    )
    let found = try #require(plan.positions.first?.position.coordinate)
    #expect(GreatCircle.distance(from: found, to: try Self.place(minute: 20)) < 20)
  }

  @Test func `neighbours that agree suggest the place between them`() throws {
    let photos = [
      try Self.photo(1, minute: 0, isPlaced: true), try Self.photo(2, minute: 2),
      try Self.photo(3, minute: 4, isPlaced: true), try Self.photo(4, minute: 8),
      try Self.photo(5, minute: 40),
      // A kilometre and more further on.
      try Self.photo(6, minute: 60, isPlaced: true), try Self.photo(7, minute: 110),
    ]
    let plan = NeighbourPositions(photos: photos)
    #expect(plan.positions.map(\.photo) == [2])
    #expect(plan.without == 3)
    let found = try #require(plan.positions.first?.position)
    #expect(found.source == .neighbours)
    #expect(GreatCircle.distance(from: found.coordinate, to: try Self.place(minute: 2)) < 5)
  }

  @Test func `a neighbour alone must be near, and suggestions suggest nothing`() throws {
    let photos = [
      try Self.photo(1, minute: 0, isPlaced: true), try Self.photo(2, minute: 4.9),
      try Self.photo(3, minute: 5.1),
      try Self.photo(4, minute: 9, isPlaced: true, source: .neighbours),
      try Self.photo(5, minute: 10),
    ]
    let plan = NeighbourPositions(photos: photos)
    #expect(plan.positions.map(\.photo) == [2])
    #expect(plan.without == 2)
  }
}
