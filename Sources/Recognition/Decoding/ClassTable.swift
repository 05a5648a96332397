/// Which class a column of scores, or a class id, stands for.
struct ClassTable: Sendable {
  /// How many columns of scores a place has; where ids have gaps, how many at least.
  let width: Int
  private let hasGaps: Bool
  /// The class at each column or id; below zero for the background and gaps.
  private let classes: [Int]

  /// More ids than any network has; a table of them all must fit into memory.
  private static let largestID = 100_000

  /// - Throws: ``RecognitionError/badRecord(path:detail:)`` where the record's ids are not one for each
  ///   class.
  init(_ record: ModelRecord) throws(RecognitionError) {
    let count = record.classCount
    let decoding = record.decoding
    guard (1...Self.largestID).contains(count), (0...1).contains(decoding.backgroundCount),
      (0...1).contains(decoding.noObjectCount)
    else {
      throw .badRecord(path: record.id, detail: "its counts of classes cannot be true")
    }
    let first = decoding.backgroundCount
    let ids = decoding.classIDs ?? Array(first..<first + count)
    guard ids.count == count, Set(ids).count == count,
      ids.allSatisfy({ (0...Self.largestID).contains($0) })
    else {
      throw .badRecord(path: record.id, detail: "class_ids must name one id for each class")
    }
    var classes = [Int](repeating: -1, count: (ids.max() ?? 0) + 1)
    for (index, id) in ids.enumerated() { classes[id] = index }
    self.classes = classes
    width = classes.count + decoding.noObjectCount
    hasGaps = decoding.classIDs != nil
  }

  /// The class of a column or id; nil where it stands for none.
  subscript(_ id: Int) -> Int? {
    guard classes.indices.contains(id), classes[id] >= 0 else { return nil }
    return classes[id]
  }

  /// Whether a place may have this many columns of scores.
  func fits(_ columns: Int) -> Bool { hasGaps ? columns >= width : columns == width }
}
