package import Geography
package import PhotoCore
internal import Synchronization

/// What is believed of what is known about a photo: whose clock, which zone, which place.
package final class PhotoRules: Sendable {
  /// Where places are looked up; nil for nowhere.
  package let gazetteer: Gazetteer?
  /// Zones by id; a photo's zone is nearly always that of the one before.
  private let zones = Mutex<[String: ZoneRules]>([:])

  /// - Parameter gazetteer: where places are looked up; nil for nowhere.
  package init(gazetteer: Gazetteer?) {
    self.gazetteer = gazetteer
  }

  /// The time before corrections: what the bytes say, whatever the names; a name is better than
  /// nothing.
  package static func time(content: CaptureTime?, name: CaptureTime?) -> CaptureTime? {
    content ?? name
  }

  /// The position that holds: the one that the user gave last, whatever the file says.
  package static func position(given: Position?, content: Position?) -> Position? {
    given ?? content
  }

  /// Works out what follows.
  ///
  /// - Parameters:
  ///   - time: the time before corrections, nil for none.
  ///   - shift: what the camera's clock is corrected by, in milliseconds.
  ///   - position: the position that holds.
  package func derive(time: CaptureTime?, shift: Int64, position: Position?) -> PhotoDerivation {
    var derived = PhotoDerivation()
    derived.position = position
    derived.place = position.flatMap { gazetteer?.nearest(to: $0.coordinate) }
    guard let time else { return derived }
    let zone = derived.place.flatMap { rules($0.timeZone) }
    derived.clockShift = Self.shift(shift, of: time)
    derived.taken = Self.corrected(time, by: derived.clockShift, in: zone)
    if let position, derived.taken?.utcOffsetMinutes != nil, let instant = derived.orderInstant {
      derived.sun = Sun(atUTC: instant, seenFrom: position.coordinate)
    }
    return derived
  }

  /// A satellite's clock is right, whatever the camera's showed.
  private static func shift(_ shift: Int64, of time: CaptureTime) -> Int64 {
    time.source == .gps ? 0 : shift
  }

  /// The corrected time with the offset that is believed.
  ///
  /// - Parameters:
  ///   - shift: milliseconds to add to the camera's clock.
  ///   - zone: the zone of the photo's place; nil where unknown.
  package static func corrected(
    _ time: CaptureTime, by shift: Int64, in zone: ZoneRules?
  ) -> CaptureTime {
    let wall = WallTime(milliseconds: time.wall.milliseconds + shift)
    // A camera whose clock had to be corrected is not believed about its zone either, if there is
    // something better.
    let own = shift == 0 || zone == nil ? time.utcOffsetMinutes : nil
    return CaptureTime(
      wall: wall, utcOffsetMinutes: own ?? zone?.offsetMinutes(at: wall), source: time.source,
      offsetSource: own == nil ? .place : .camera)
  }

  private func rules(_ id: String) -> ZoneRules? {
    zones.withLock { zones in
      if let known = zones[id] { return known }
      zones[id] = ZoneRules(id: id)
      return zones[id]
    }
  }
}
