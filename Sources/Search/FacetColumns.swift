internal import PhotoCore
internal import Query

/// Which of many properties each photo has, arranged for counting them in any set of photos.
///
/// Frequent properties have a bitmap, of which both are counted together with the set 64 photos at a
/// time; each photo's rare ones are listed with it and counted one by one, for the photos in the set
/// or, where those are more than half, for the others.
struct FacetColumns: Sendable {
  /// A property of more photos than one in this many has a bitmap: there counting 64 at once costs
  /// less than a look at each.
  private static let rareness = 100

  private let properties: Int
  private let frequent: [(property: Int, photos: Bitmap)]
  private let rareStarts: [UInt32]
  private let rare: [UInt16]
  /// How many photos have each property.
  private let totals: [Int]

  /// - Parameter forEach: calls its argument with each photo and property, each pair once, in the
  ///   order of photos; called three times, and must do the same each time.
  init(
    photos: Int, properties: Int, forEach: ((_ photo: Int, _ property: Int) -> Void) -> Void
  ) {
    self.properties = properties
    var totals = [Int](repeating: 0, count: properties)
    forEach { _, property in totals[property] += 1 }
    var place = [Int](repeating: -1, count: properties)
    var frequent: [(property: Int, photos: Bitmap)] = []
    for property in 0..<properties where totals[property] * Self.rareness > photos {
      place[property] = frequent.count
      frequent.append((property, Bitmap(count: photos)))
    }
    var starts = [UInt32](repeating: 0, count: photos + 1)
    forEach { photo, property in
      if place[property] >= 0 {
        frequent[place[property]].photos.insert(photo)
      } else {
        starts[photo + 1] += 1
      }
    }
    for photo in 0..<photos { starts[photo + 1] += starts[photo] }
    var rare: [UInt16] = []
    rare.reserveCapacity(Int(starts[photos]))
    forEach { _, property in
      if place[property] < 0 { rare.append(UInt16(property)) }
    }
    (self.frequent, rareStarts, self.rare, self.totals) = (frequent, starts, rare, totals)
  }

  /// How many of `hits` have each property.
  func counts(in hits: Bitmap, population: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: properties)
    for (property, photos) in frequent { counts[property] = photos.populationOfBoth(hits) }
    var set = hits
    let isMost = population * 2 > hits.count
    if isMost { set.invert() }
    var rareCounts = [UInt32](repeating: 0, count: properties)
    rareCounts.withUnsafeMutableBufferPointer { counts in
      rareStarts.withUnsafeBufferPointer { starts in
        rare.withUnsafeBufferPointer { rare in
          set.forEach { photo in
            for entry in Int(starts[photo])..<Int(starts[photo + 1]) {
              counts[Int(rare[entry])] += 1
            }
          }
        }
      }
    }
    let hasBitmap = Set(frequent.map(\.property))
    for property in 0..<properties where !hasBitmap.contains(property) {
      let count = Int(rareCounts[property])
      counts[property] = isMost ? totals[property] - count : count
    }
    return counts
  }

  /// The photos that have a property, where it is a frequent one.
  func bitmap(of property: Int) -> Bitmap? {
    frequent.first { $0.property == property }?.photos
  }
}
