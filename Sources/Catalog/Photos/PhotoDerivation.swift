internal import Geography
internal import PhotoCore
internal import Synchronization

/// What follows from a photo's own data, its corrections, and where it was taken.
struct PhotoDerivation {
  var taken: CaptureTime?
  var clockShift: Int64 = 0
  var position: Position?
  var place: Place?
  var sun: Sun?

  /// The instant that the photo is ordered by, in milliseconds since 1970 UTC. Without an offset it is
  /// the wall clock's own count until ``CatalogDatabase/settleOrder()`` takes an offset over.
  var orderInstant: Int64? {
    taken.map { $0.wall.milliseconds - Int64($0.utcOffsetMinutes ?? 0) * 60_000 }
  }
}

/// Looks up places and zones, which the rows alone do not tell.
final class PlaceKnowledge: Sendable {
  let gazetteer: Gazetteer?
  /// Zones by id; a photo's zone is nearly always that of the one before.
  private let zones = Mutex<[String: ZoneRules]>([:])

  init(gazetteer: Gazetteer?) {
    self.gazetteer = gazetteer
  }

  /// - Parameters:
  ///   - time: what the file says of its time, nil for nothing.
  ///   - shift: what the camera's clock is corrected by, in milliseconds.
  ///   - position: the position that holds.
  func derive(time: CaptureTime?, shift: Int64, position: Position?) -> PhotoDerivation {
    var derived = PhotoDerivation()
    derived.position = position
    derived.place = position.flatMap { gazetteer?.nearest(to: $0.coordinate) }
    guard let time else { return derived }
    // A satellite's clock is right, whatever the camera's showed.
    derived.clockShift = time.source == .gps ? 0 : shift
    let wall = WallTime(milliseconds: time.wall.milliseconds + derived.clockShift)
    let zone = derived.place.flatMap { rules($0.timeZone) }
    // A camera whose clock had to be corrected is not believed about its zone either, if there is
    // something better.
    let own = derived.clockShift == 0 || zone == nil ? time.utcOffsetMinutes : nil
    derived.taken = CaptureTime(
      wall: wall, utcOffsetMinutes: own ?? zone?.offsetMinutes(at: wall), source: time.source,
      offsetSource: own == nil ? .place : .camera)
    if let position, derived.taken?.utcOffsetMinutes != nil, let instant = derived.orderInstant {
      derived.sun = Sun(atUTC: instant, seenFrom: position.coordinate)
    }
    return derived
  }

  private func rules(_ id: String) -> ZoneRules? {
    zones.withLock { zones in
      if let known = zones[id] { return known }
      zones[id] = ZoneRules(id: id)
      return zones[id]
    }
  }
}
