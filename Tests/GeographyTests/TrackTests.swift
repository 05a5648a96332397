import Geography
import PhotoCore
import Testing

struct TrackTests {
  private static func gpx(_ points: String) -> [UInt8] {
    Array("<?xml version=\"1.0\"?>\n<gpx><trk><trkseg>\(points)</trkseg></trk></gpx>".utf8)
  }

  private static func point(_ latitude: Double, _ longitude: Double) throws -> Coordinate {
    try #require(Coordinate(latitude: latitude, longitude: longitude))
  }

  private static func track(_ points: [(Int64, Double, Double)]) throws -> Track {
    Track(
      points: try points.map {
        Track.Point(utcMilliseconds: $0.0 * 1000, coordinate: try point($0.1, $0.2))
      })
  }

  @Test func `points are read with time and elevation`() throws {
    let track = try GPXFile.track(
      in: Self.gpx(
        """
        <!-- <trkpt lat="9" lon="9"><time>2014-06-12T00:00:00Z</time></trkpt> -->
        <trkpt lat="-13.5" lon="-71.9"><ele>3399.5</ele><time>2014-06-12T15:30:12Z</time></trkpt>
        <gpx:trkpt
           lon='-71.8' lat='-13.4'><time> 2014-06-12T10:30:12.250-05:00 </time></gpx:trkpt>
        <trkpt lat="95" lon="0"><time>2014-06-12T15:31:12Z</time></trkpt>
        <trkpt lat="1" lon="1"><time>yesterday</time></trkpt><trkpt lat="1" lon="1"/>
        """))
    #expect(track.points.count == 2)
    #expect(track.points[0].elevation == 3399.5)
    #expect(track.points[0].utcMilliseconds == 1_402_587_012_000)
    #expect(track.points[1].utcMilliseconds == 1_402_587_012_250)
    #expect(track.points[1].coordinate == (try Self.point(-13.4, -71.8)))
  }

  @Test(arguments: [
    ("", GPXFile.Problem.notGPX), ("<kml></kml>", .notGPX), ("\u{0}\u{ff}<", .notGPX),
    ("<gpx></gpx>", .noPoints), ("<gpx><wpt lat=\"1\" lon=\"1\"/></gpx>", .noPoints),
    ("<gpx><trkpt lat=\"1\" lon=\"1\"></trkpt></gpx>", .noTimes),
    ("<gpx><trkpt lat=\"1\" lon=\"1\"><time>", .noTimes), ("<gpx><trkpt lat=", .noPoints),
    ("<gpx><!-- <trkpt", .noPoints),
  ])
  func `what has no track says why`(text: String, problem: GPXFile.Problem) {
    #expect(throws: problem) { try GPXFile.track(in: Array(text.utf8)) }
  }

  @Test func `between two readings the way is the great circle, in the measure of time`() throws {
    let track = try Self.track([(0, 0, 179), (100, 0, -179)])
    let middle = try #require(track.position(at: 50_000, maximumGap: 600_000))
    #expect(GreatCircle.distance(from: middle.coordinate, to: try Self.point(0, 180)) < 1e-3)
    let quarter = try #require(track.position(at: 25_000, maximumGap: 600_000))
    #expect(GreatCircle.distance(from: quarter.coordinate, to: try Self.point(0, 179.5)) < 1e-3)
    #expect(track.position(at: 0, maximumGap: 1)?.coordinate == (try Self.point(0, 179)))
    let polar = try Self.track([(0, 80, 0), (100, 80, 180)])
    let pole = try #require(polar.position(at: 50_000, maximumGap: 600_000))
    #expect(pole.coordinate.latitude > 89.999)
  }

  @Test func `too far in time from any reading is nowhere`() throws {
    let track = try Self.track([(0, 0, 0), (100, 0, 1), (10_000, 0, 2)])
    let gap: Int64 = 600_000
    #expect(track.position(at: -300_000, maximumGap: gap)?.coordinate == (try Self.point(0, 0)))
    #expect(track.position(at: -300_001, maximumGap: gap) == nil)
    #expect(track.position(at: 400_000, maximumGap: gap)?.coordinate == (try Self.point(0, 1)))
    #expect(track.position(at: 5_000_000, maximumGap: gap) == nil, "in the middle of a long gap")
    #expect(Track(points: []).position(at: 0, maximumGap: gap) == nil)
  }

  @Test func `readings are put in order, each moment once`() throws {
    let track = try Self.track([(5, 0, 5), (1, 0, 1), (5, 0, 9)])
    #expect(track.points.map(\.coordinate.longitude) == [1, 5])
  }
}
