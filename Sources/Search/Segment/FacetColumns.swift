internal import PhotoCore
internal import Query

/// Which of many properties each photo has, arranged for counting them in any set of photos.
///
/// Each photo's properties are listed with it; frequent ones have a bitmap as well. In a small set each
/// photo's list is walked. In a large one the bitmaps are counted together with the set, hundreds of
/// photos at a time, and only the rare properties are counted one by one: for the photos in the set or,
/// where those are more than half, for the others.
struct FacetColumns: Sendable {
  /// A property of more photos than one in this many has a bitmap: below, looking at each of its
  /// photos costs less than counting all bits.
  private static let rareness = 40
  /// A set of fewer photos than one in this many is small.
  private static let smallness = 24

  private let properties: Int
  private let frequent: [(property: Int, photos: Bitmap)]
  private let isFrequent: [Bool]
  /// Of each photo first the rare properties, then the frequent ones.
  private let starts: [UInt32]
  private let frequentStarts: [UInt32]
  private let listed: [UInt16]
  /// How many photos have each property.
  private let totals: [Int]

  /// - Parameter forEach: calls its argument with each photo and property, each pair once, in the
  ///   order of photos; called three times, and must do the same each time.
  init(
    photos: Int, properties: Int, forEach: ((_ photo: Int, _ property: Int) -> Void) -> Void
  ) {
    var totals = [Int](repeating: 0, count: properties)
    forEach { _, property in totals[property] += 1 }
    var place = [Int](repeating: -1, count: properties)
    var frequent: [(property: Int, photos: Bitmap)] = []
    for property in 0..<properties where totals[property] * Self.rareness > photos {
      place[property] = frequent.count
      frequent.append((property, Bitmap(count: photos)))
    }
    var starts = [UInt32](repeating: 0, count: photos + 1)
    var rareCounts = [UInt32](repeating: 0, count: photos)
    forEach { photo, property in
      starts[photo + 1] += 1
      if place[property] >= 0 {
        frequent[place[property]].photos.insert(photo)
      } else {
        rareCounts[photo] += 1
      }
    }
    for photo in 0..<photos { starts[photo + 1] += starts[photo] }
    var frequentStarts = rareCounts
    for photo in 0..<photos { frequentStarts[photo] += starts[photo] }
    var nextRare = starts
    var nextFrequent = frequentStarts
    var listed = [UInt16](repeating: 0, count: Int(starts[photos]))
    forEach { photo, property in
      if place[property] >= 0 {
        listed[Int(nextFrequent[photo])] = UInt16(property)
        nextFrequent[photo] += 1
      } else {
        listed[Int(nextRare[photo])] = UInt16(property)
        nextRare[photo] += 1
      }
    }
    self.properties = properties
    self.frequent = frequent
    isFrequent = place.map { $0 >= 0 }
    self.starts = starts
    self.frequentStarts = frequentStarts
    self.listed = listed
    self.totals = totals
  }

  /// How many of `hits` have each property.
  func counts(in hits: Bitmap, population: Int) -> [Int] {
    if population * Self.smallness < hits.count {
      let counts = HalvedCount.sum(over: hits, population: population) { words in
        count(hits, words, rareOnly: false)
      }
      return counts.map { Int($0) }
    }
    let isMost = population * 2 > hits.count
    let set = isMost ? hits.inverted() : hits
    let counts = HalvedCount.sum(over: hits, population: population) { words in
      var counts = count(set, words, rareOnly: true)
      for (property, photos) in frequent {
        counts[property] = UInt32(photos.populationOfBoth(hits, inWords: words))
      }
      return counts
    }
    return (0..<properties).map { property in
      isMost && !isFrequent[property]
        ? totals[property] - Int(counts[property]) : Int(counts[property])
    }
  }

  /// Counts the photos of some words of a set.
  private func count(_ set: Bitmap, _ words: Range<Int>, rareOnly: Bool) -> [UInt32] {
    // Two sets of counters in turn: the photos of a burst have the same properties, and adding to a
    // number that was just written means waiting for it.
    var counts = [UInt32](repeating: 0, count: properties * 2)
    counts.withUnsafeMutableBufferPointer { counts in
      starts.withUnsafeBufferPointer { starts in
        frequentStarts.withUnsafeBufferPointer { frequentStarts in
          listed.withUnsafeBufferPointer { listed in
            var turn = 0
            set.forEach(inWords: words) { photo in
              let end = Int(rareOnly ? frequentStarts[photo] : starts[photo + 1])
              for entry in Int(starts[photo])..<end { counts[turn &+ Int(listed[entry])] &+= 1 }
              turn = properties &- turn
            }
          }
        }
      }
    }
    return (0..<properties).map { counts[$0] + counts[properties + $0] }
  }

  /// The photos that have a property, where it is a frequent one.
  func bitmap(of property: Int) -> Bitmap? {
    isFrequent[property] ? frequent.first { $0.property == property }?.photos : nil
  }
}
