/// Where a hit's columns are: the segment, and the ordinal in it.
struct HitIndex: Equatable, Sendable {
  private let rawValue: UInt32

  /// - Parameters:
  ///   - segment: 0 for the base, 1 for the changed photos.
  ///   - ordinal: below 2³¹.
  init(segment: Int, ordinal: Int) {
    rawValue = UInt32(segment) << 31 | UInt32(ordinal)
  }

  var segment: Int { Int(rawValue >> 31) }
  var ordinal: Int { Int(rawValue & 0x7FFF_FFFF) }
}

extension SearchResult {
  /// The places of all hits, in order.
  func places() -> [HitIndex] {
    if let ranked { return ranked.compactMap(state.place) }
    var places = state.chronologicalPlaces(hits)
    guard isReversed else { return places }
    // In reverse the dated come first, too.
    let dated = state.datedCount(hits)
    places[..<dated].reverse()
    places[dated...].reverse()
    return places
  }

  /// The place of a photo in the order, from 0; nil where it is no hit.
  package func index(of id: Int64) -> Int? {
    guard let place = state.place(ofPhoto: id), hits[place.segment].contains(place.ordinal) else {
      return nil
    }
    if let ranked { return ranked.firstIndex(of: id) }
    let number = state.chronologicalNumber(of: place, in: hits)
    guard isReversed else { return number }
    let dated = state.datedCount(hits)
    return number < dated ? dated - 1 - number : count - 1 + dated - number
  }
}

extension IndexState {
  /// - Returns: nil for a photo that the index does not hold.
  func place(ofPhoto id: Int64) -> HitIndex? {
    if let ordinal = delta?.segment.ordinal(ofPhoto: id) {
      return HitIndex(segment: 1, ordinal: ordinal)
    }
    return base.segment.ordinal(ofPhoto: id).map { HitIndex(segment: 0, ordinal: $0) }
  }

  func chronologicalPlaces(_ hits: [Bitmap]) -> [HitIndex] {
    let changed = hits.count > 1 ? hits[1].members(0..<hits[1].population) : []
    var merged: [HitIndex] = []
    merged.reserveCapacity(hits[0].population + changed.count)
    var next = 0
    hits[0].forEach { ordinal in
      while next < changed.count, places[changed[next]] <= ordinal {
        merged.append(HitIndex(segment: 1, ordinal: changed[next]))
        next += 1
      }
      merged.append(HitIndex(segment: 0, ordinal: ordinal))
    }
    merged += changed[next...].map { HitIndex(segment: 1, ordinal: $0) }
    return merged
  }

  /// How many hits come before one.
  func chronologicalNumber(of place: HitIndex, in hits: [Bitmap]) -> Int {
    if place.segment == 1 {
      return hits[1].population(in: 0..<place.ordinal)
        + hits[0].population(in: 0..<places[place.ordinal])
    }
    let before = hits[0].population(in: 0..<place.ordinal)
    guard hits.count > 1 else { return before }
    // The changed photos before this one: their places never fall.
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle] <= place.ordinal { low = middle + 1 } else { high = middle }
    }
    return before + hits[1].population(in: 0..<low)
  }
}
