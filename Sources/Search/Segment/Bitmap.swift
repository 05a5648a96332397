internal import CBits

/// A set of photos of a segment: one bit for each, in chronological order.
struct Bitmap: Sendable, Equatable {
  /// How many photos there are, in the set or not.
  let count: Int
  /// Bits from the lowest of the first word on; those behind ``count`` are 0.
  private(set) var words: [UInt64]

  init(count: Int) {
    self.count = count
    words = [UInt64](repeating: 0, count: (count + 63) / 64)
  }

  /// All photos.
  static func all(_ count: Int) -> Bitmap {
    var bitmap = Bitmap(count: count)
    bitmap.insert(0..<count)
    return bitmap
  }

  /// The photos for which `holds` is true; called for each photo once, in order.
  @inline(__always)
  init(count: Int, where holds: (Int) -> Bool) {
    self.init(count: count)
    words.withUnsafeMutableBufferPointer { words in
      for number in words.indices {
        var word: UInt64 = 0
        let start = number * 64
        for bit in 0..<min(64, count - start) where holds(start + bit) { word |= 1 << UInt64(bit) }
        words[number] = word
      }
    }
  }

  var population: Int { words.withUnsafeBufferPointer { meridian_count($0.baseAddress, $0.count) } }

  func populationOfBoth(_ other: Bitmap) -> Int { populationOfBoth(other, inWords: words.indices) }

  /// How many photos of some of the words are in both.
  func populationOfBoth(_ other: Bitmap, inWords range: Range<Int>) -> Int {
    words.withUnsafeBufferPointer { left in
      other.words.withUnsafeBufferPointer { right in
        guard let left = left.baseAddress, let right = right.baseAddress else { return 0 }
        return meridian_count_both(
          left + range.lowerBound, right + range.lowerBound, range.count)
      }
    }
  }

  func contains(_ number: Int) -> Bool { words[number >> 6] >> UInt64(number & 63) & 1 == 1 }

  @inline(__always)
  mutating func insert(_ number: Int) { words[number >> 6] |= 1 << UInt64(number & 63) }

  mutating func remove(_ number: Int) { words[number >> 6] &= ~(1 << UInt64(number & 63)) }

  mutating func insert(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let first = range.lowerBound >> 6
    let last = (range.upperBound - 1) >> 6
    let head = ~UInt64(0) << UInt64(range.lowerBound & 63)
    let tail = ~UInt64(0) >> UInt64(63 - (range.upperBound - 1) & 63)
    guard first < last else {
      words[first] |= head & tail
      return
    }
    words[first] |= head
    for word in first + 1..<last { words[word] = ~0 }
    words[last] |= tail
  }

  /// The first member and the last; nil for the empty set.
  var extent: ClosedRange<Int>? {
    guard let first = words.firstIndex(where: { $0 != 0 }),
      let last = words.lastIndex(where: { $0 != 0 })
    else { return nil }
    return first << 6 | words[first].trailingZeroBitCount...last << 6
      | (63 - words[last].leadingZeroBitCount)
  }

  /// How many of `range` are in the set.
  func population(in range: Range<Int>) -> Int {
    guard !range.isEmpty else { return 0 }
    let first = range.lowerBound >> 6
    let last = (range.upperBound - 1) >> 6
    let head = ~UInt64(0) << UInt64(range.lowerBound & 63)
    let tail = ~UInt64(0) >> UInt64(63 - (range.upperBound - 1) & 63)
    guard first < last else { return (words[first] & head & tail).nonzeroBitCount }
    let middle = words.withUnsafeBufferPointer { words in
      words.baseAddress.map { meridian_count($0 + first + 1, last - first - 1) } ?? 0
    }
    return (words[first] & head).nonzeroBitCount + middle + (words[last] & tail).nonzeroBitCount
  }

  mutating func formUnion(_ other: Bitmap) { combine(other) { $0 | $1 } }
  mutating func formIntersection(_ other: Bitmap) { combine(other) { $0 & $1 } }
  mutating func subtract(_ other: Bitmap) { combine(other) { $0 & ~$1 } }

  @inline(__always)
  private mutating func combine(_ other: Bitmap, _ operation: (UInt64, UInt64) -> UInt64) {
    words.withUnsafeMutableBufferPointer { left in
      other.words.withUnsafeBufferPointer { right in
        for number in 0..<min(left.count, right.count) {
          left[number] = operation(left[number], right[number])
        }
      }
    }
  }

  func inverted() -> Bitmap {
    var all = Bitmap.all(count)
    all.subtract(self)
    return all
  }

  /// Calls `body` with the members in order.
  @inline(__always)
  func forEach(_ body: (Int) -> Void) { forEach(inWords: words.indices, body) }

  /// Calls `body` with the members that lie in some of the words, in order.
  @inline(__always)
  func forEach(inWords range: Range<Int>, _ body: (Int) -> Void) {
    words.withUnsafeBufferPointer { words in
      for number in range {
        var word = words[number]
        while word != 0 {
          body(number << 6 | word.trailingZeroBitCount)
          word &= word - 1
        }
      }
    }
  }

  /// The members in `range` of their own order: the page of a list.
  func members(_ range: Range<Int>) -> [Int] {
    var found: [Int] = []
    var skip = range.lowerBound
    for (number, word) in words.enumerated() where word != 0 {
      guard found.count < range.count else { break }
      let population = word.nonzeroBitCount
      if skip >= population {
        skip -= population
        continue
      }
      var rest = word
      while rest != 0, found.count < range.count {
        if skip == 0 { found.append(number << 6 | rest.trailingZeroBitCount) } else { skip -= 1 }
        rest &= rest - 1
      }
    }
    return found
  }
}
