import Derivation
import Fixtures
import Geography
import PhotoCore
import Testing

/// Whose clock is believed, and which zone.
struct PhotoRulesTests {
  private let rules: PhotoRules
  private let wall: WallTime
  private let cusco: Position
  private let hour = 3_600_000 as Int64

  init() throws {
    let gazetteer = try #require(
      Gazetteer(path: Installed.gazetteer), "run make, which installs it")
    rules = PhotoRules(gazetteer: gazetteer)
    wall = try #require(WallTime(year: 2014, month: 6, day: 12, hour: 17, minute: 30))
    cusco = Position(
      coordinate: try #require(Coordinate(latitude: -13.53, longitude: -71.97)), source: .exif)
  }

  private func time(offset: Int? = nil, source: TimeSource = .exif) -> CaptureTime {
    CaptureTime(wall: wall, utcOffsetMinutes: offset, source: source)
  }

  @Test func `the bytes are believed before the name, and a given position before the file's`() {
    let name = time(source: .fileName)
    #expect(PhotoRules.time(content: time(), name: name)?.source == .exif)
    #expect(PhotoRules.time(content: nil, name: name)?.source == .fileName)
    #expect(PhotoRules.time(content: nil, name: nil) == nil)
    let given = Position(coordinate: cusco.coordinate, source: .user)
    #expect(PhotoRules.position(given: given, content: cusco)?.source == .user)
    #expect(PhotoRules.position(given: nil, content: cusco)?.source == .exif)
  }

  @Test func `the camera's own offset is believed before that of the place`() {
    let derived = rules.derive(time: time(offset: 120), shift: 0, position: cusco)
    #expect(derived.taken?.utcOffsetMinutes == 120 && derived.taken?.offsetSource == .camera)
    #expect(derived.orderInstant == wall.milliseconds - 2 * hour)
  }

  @Test func `without an offset of its own a photo has that of its place, and light`() {
    let derived = rules.derive(time: time(), shift: 0, position: cusco)
    #expect(derived.place?.country == "PE")
    #expect(derived.taken?.utcOffsetMinutes == -300 && derived.taken?.offsetSource == .place)
    #expect(derived.sun?.lights.contains(.sunset) == true)
  }

  @Test
  func
    `a camera whose clock was corrected is not believed about its zone where the place is known`()
  {
    let placed = rules.derive(time: time(offset: 120), shift: hour, position: cusco)
    #expect(placed.taken?.wall.milliseconds == wall.milliseconds + hour)
    #expect(placed.taken?.utcOffsetMinutes == -300 && placed.clockShift == hour)
    let unplaced = rules.derive(time: time(offset: 120), shift: hour, position: nil)
    #expect(unplaced.taken?.utcOffsetMinutes == 120)
    #expect(unplaced.taken?.offsetSource == .camera && unplaced.sun == nil)
  }

  @Test func `the clock of a satellite is never corrected`() {
    let derived = rules.derive(time: time(offset: 0, source: .gps), shift: hour, position: cusco)
    #expect(derived.taken?.wall == wall && derived.clockShift == 0)
    #expect(derived.taken?.utcOffsetMinutes == 0)
  }

  @Test
  func `a position without a time has a place and no light, a time without a position no offset`() {
    let undated = rules.derive(time: nil, shift: hour, position: cusco)
    #expect(undated.place?.country == "PE" && undated.taken == nil && undated.sun == nil)
    #expect(undated.orderInstant == nil && undated.clockShift == 0)
    let unplaced = rules.derive(time: time(), shift: 0, position: nil)
    #expect(unplaced.taken == time() && unplaced.orderInstant == wall.milliseconds)
  }

  @Test func `summer time follows the corrected clock`() throws {
    let zone = try #require(ZoneRules(id: "Europe/Berlin"))
    let before = try #require(WallTime(year: 2014, month: 3, day: 30, hour: 1, minute: 30))
    let taken = CaptureTime(wall: before, utcOffsetMinutes: nil, source: .exif)
    #expect(PhotoRules.corrected(taken, by: 0, in: zone).utcOffsetMinutes == 60)
    #expect(PhotoRules.corrected(taken, by: 2 * hour, in: zone).utcOffsetMinutes == 120)
  }
}
