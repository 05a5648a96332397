internal import PhotoCore
internal import Query

/// For which photos of a segment a query holds.
extension Segment {
  /// - Throws: ``NotYetAvailable`` for a term that no photo has columns for.
  func photos(_ expression: ResolvedExpression) throws(NotYetAvailable) -> Bitmap {
    switch expression {
    case .term(let term): return try photos(term)
    case .not(let operand):
      return try photos(operand).inverted()
    case .and(let operands):
      guard let first = operands.first else { return .all(count) }
      var bitmap = try photos(first)
      for operand in operands.dropFirst() { bitmap.formIntersection(try photos(operand)) }
      return bitmap
    case .or(let operands):
      guard let first = operands.first else { return Bitmap(count: count) }
      var bitmap = try photos(first)
      for operand in operands.dropFirst() { bitmap.formUnion(try photos(operand)) }
      return bitmap
    }
  }

  func photos(_ term: ResolvedTerm) throws(NotYetAvailable) -> Bitmap {
    var bitmap = Bitmap(count: count)
    switch term.meaning {
    case .classes(let condition): photos(condition, into: &bitmap)
    case .taken(let interval): photos(in: interval, into: &bitmap)
    case .calendar(let calendar): return photos(calendar)
    case .near(let centre, let metres):
      blocks.near(centre, metres, into: &bitmap) { position($0) }
    case .within(let area): blocks.within(area, into: &bitmap) { position($0) }
    case .camera(let part):
      for (id, photos) in byCamera {
        let name = dictionary.cameras[id]?.name ?? ""
        if TextMatch.text(name, holds: part.rawValue) { bitmap.formUnion(photos) }
      }
    case .file(let part): names.holding(part, into: &bitmap)
    case .hasPosition: return placed
    case .hasTime: bitmap.insert(0..<datedCount)
    case .hasWarning: return warned
    case .hasObjects(let thresholds):
      return thresholds == layout.scheme.thresholds
        ? withObjects : photos(of: objects, .detection, thresholds)
    case .hasScenes(let thresholds):
      return thresholds == layout.scheme.thresholds
        ? withScenes : photos(of: scenes, .classification, thresholds)
    case .light(let lights):
      for light in lights { if let photos = byLight[light] { bitmap.formUnion(photos) } }
    case .country(let codes):
      photos(in: dictionary.places.numbers(inCountries: codes), into: &bitmap)
    case .region(let regions):
      photos(in: dictionary.places.numbers(inRegions: regions), into: &bitmap)
    case .city(let ids): photos(in: dictionary.places.numbers(of: ids), into: &bitmap)
    case .favourite: return favourites
    case .rating(let condition): photos(rated: condition, into: &bitmap)
    case .model(let name): return byModel[name] ?? bitmap
    case .similar(let photos):
      for id in photos.keys { if let ordinal = ordinal(ofPhoto: id) { bitmap.insert(ordinal) } }
    case .label(let condition): labels.photos(condition, into: &bitmap)
    }
    return bitmap
  }

  private func photos(_ condition: ClassCondition, into bitmap: inout Bitmap) {
    if let counted = layout.property(of: condition).flatMap({ facets.bitmap(of: $0) }) {
      bitmap = counted
      return
    }
    if let count = condition.count {
      bitmap = photos(counting: condition, count)
      return
    }
    forEachBox(condition) { bitmap.insert(Int($0.photo)) }
    forEachScore(condition) { bitmap.insert(Int($0.photo)) }
  }

  /// The boxes that count for a condition, class by class.
  @inline(__always)
  func forEachBox(_ condition: ClassCondition, _ body: (Box) -> Void) {
    let area = condition.minimumArea ?? 0
    for reference in condition.objectClasses {
      guard let number = dictionary.classNumber[reference] else { continue }
      let least = condition.least.value(for: reference)
      objects.forEach(number) { if $0.confidence >= least, $0.area >= area { body($0) } }
    }
  }

  /// The scenes that count for a condition, class by class.
  @inline(__always)
  func forEachScore(_ condition: ClassCondition, _ body: (Score) -> Void) {
    for reference in condition.sceneClasses {
      guard let number = dictionary.classNumber[reference] else { continue }
      let least = condition.least.value(for: reference)
      scenes.forEach(number) { if $0.probability >= least { body($0) } }
    }
  }

  private func photos(counting condition: ClassCondition, _ count: NumberCondition) -> Bitmap {
    // Most photos have no such box at all.
    var bitmap = count.holds(for: 0) ? Bitmap.all(self.count) : Bitmap(count: self.count)
    var photos: [UInt32] = []
    forEachBox(condition) { photos.append($0.photo) }
    // The boxes of one class come in the order of photos, those of several one class after another.
    if condition.objectClasses.count > 1 { photos.sort() }
    photos.withUnsafeBufferPointer { photos in
      var start = 0
      while start < photos.count {
        var end = start + 1
        while end < photos.count, photos[end] == photos[start] { end += 1 }
        if count.holds(for: end - start) {
          bitmap.insert(Int(photos[start]))
        } else {
          bitmap.remove(Int(photos[start]))
        }
        start = end
      }
    }
    return bitmap
  }

  /// The photos with something that counts, whatever its class.
  private func photos<Entry: RatedEntry>(
    of postings: Postings<Entry>, _ task: RecognitionTask, _ thresholds: Thresholds
  ) -> Bitmap {
    var bitmap = Bitmap(count: count)
    for (number, reference) in dictionary.classes where reference.task == task {
      let least = thresholds.value(for: reference)
      postings.forEach(number) { if $0.share >= least { bitmap.insert(Int($0.photo)) } }
    }
    return bitmap
  }

  /// The order is by instants, the question by wall clocks: they differ by an offset of 12 hours
  /// west to 14 east at most, so only the ends of the range need a look at each photo.
  private func photos(in interval: WallInterval, into bitmap: inout Bitmap) {
    let west = 12 * 3_600_000 as Int64
    let east = 14 * 3_600_000 as Int64
    let from = interval.from?.milliseconds ?? .min / 2
    let end = interval.toExclusive?.milliseconds ?? .max / 2
    let first = lowerBound(from - east)
    let last = lowerBound(end + west)
    let firstSure = min(max(lowerBound(from + west), first), last)
    let lastSure = min(max(lowerBound(end - east), firstSure), last)
    bitmap.insert(firstSure..<lastSure)
    for ordinal in [first..<firstSure, lastSure..<last].joined()
    where walls[ordinal] >= from && walls[ordinal] < end {
      bitmap.insert(ordinal)
    }
  }

  /// The first dated photo whose key is not below `key`.
  private func lowerBound(_ key: Int64) -> Int {
    var low = 0
    var high = datedCount
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func photos(_ calendar: CalendarTerm) -> Bitmap {
    var table = [Bool](repeating: false, count: 256)
    let column: [UInt8]
    switch calendar.cycle {
    case .month:
      for month in 1...12 { table[month] = calendar.contains(month) }
      column = months
    case .weekday:
      for hour in 0..<168 { table[hour] = calendar.contains(hour / 24 + 1) }
      column = hoursOfWeek
    case .hour:
      for hour in 0..<168 { table[hour] = calendar.contains(hour % 24) }
      column = hoursOfWeek
    }
    return table.withUnsafeBufferPointer { table in
      column.withUnsafeBufferPointer { column in
        Bitmap(count: count) { table[Int(column[$0])] }
      }
    }
  }

  private func photos(in places: [Int], into bitmap: inout Bitmap) {
    for number in places { byPlace.forEach(number) { bitmap.insert(Int($0)) } }
  }

  private func photos(rated condition: NumberCondition, into bitmap: inout Bitmap) {
    for stars in 1...5 where condition.holds(for: stars) { bitmap.formUnion(byRating[stars]) }
    guard condition.holds(for: 0) else { return }
    var unrated = Bitmap.all(count)
    for stars in 1...5 { unrated.subtract(byRating[stars]) }
    bitmap.formUnion(unrated)
  }
}
