/// For each of many values the entries that have it: one array, and where each value's part begins.
struct Postings<Entry: Sendable>: Sendable {
  /// The entries, value by value.
  let entries: [Entry]
  /// Where each value's entries begin; one more than there are values.
  let starts: [UInt32]

  /// How many entries a value has. For place 0, which stands for none, it is 0.
  func count(_ value: Int) -> UInt32 { starts[value + 1] - starts[value] }

  /// Calls `body` with the entries of a value, in order; a value that is not known has none.
  @inline(__always)
  func forEach(_ value: Int, _ body: (Entry) -> Void) {
    guard value >= 0, value + 1 < starts.count else { return }
    entries.withUnsafeBufferPointer { entries in
      for number in Int(starts[value])..<Int(starts[value + 1]) { body(entries[number]) }
    }
  }

  /// Sorts entries by value, keeping their order within each: two passes over the same sequence.
  ///
  /// - Parameter forEach: calls its argument with each value and entry; called twice, and must do the
  ///   same both times.
  init(values: Int, filler: Entry, forEach: ((Int, Entry) -> Void) -> Void) {
    var counts = [UInt32](repeating: 0, count: values + 1)
    counts.withUnsafeMutableBufferPointer { counts in
      forEach { value, _ in counts[value + 1] += 1 }
      for value in 0..<values { counts[value + 1] += counts[value] }
    }
    starts = counts
    var entries = [Entry](repeating: filler, count: Int(counts[values]))
    entries.withUnsafeMutableBufferPointer { entries in
      counts.withUnsafeMutableBufferPointer { next in
        forEach { value, entry in
          entries[Int(next[value])] = entry
          next[value] += 1
        }
      }
    }
    self.entries = entries
  }
}
