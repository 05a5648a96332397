internal import Catalog
internal import PhotoCore
internal import Query

/// The columns of a segment that come from the photos' own rows.
struct PhotoColumns {
  var ids: [UInt32] = []
  var ordinals: [UInt32] = []
  var keys: [Int64] = []
  var datedCount = 0
  var walls: [Int64] = []
  var monthRuns: [Segment.MonthRun] = []
  var hoursOfWeek: [UInt8] = []
  var months: [UInt8] = []
  var latitudes: [Double] = []
  var longitudes: [Double] = []
  var mercator: [MercatorPoint] = []
  var aspects: [UInt8] = []
  var placed: Bitmap
  var warned: Bitmap
  var places: [UInt32] = []
  var byPlace: Postings<UInt32>
  var byCamera: [Int: Bitmap] = [:]
  var byLight: [Light: Bitmap] = [:]
  var names: FileNames

  /// - Parameter order: the numbers of the rows in chronological order.
  init(
    _ photos: RawPhotos, order: [Int], dictionary: SegmentDictionary,
    folders: [(id: Int64, path: FilePath)]
  ) {
    let count = order.count
    let rows = photos.rows
    placed = Bitmap(count: count)
    warned = Bitmap(count: count)
    ids = order.map { rows[$0].id }
    keys = order.map { rows[$0].key }
    walls = order.map { rows[$0].wall }
    latitudes = order.map { rows[$0].latitude }
    longitudes = order.map { rows[$0].longitude }
    mercator = zip(latitudes, longitudes).map { MercatorPoint(latitude: $0, longitude: $1) }
    aspects = order.map { rows[$0].aspect }
    ordinals = [UInt32](repeating: Segment.none, count: Int(rows.last?.id ?? 0) + 1)
    for (ordinal, id) in ids.enumerated() { ordinals[Int(id)] = UInt32(ordinal) }
    for light in Light.allCases { byLight[light] = Bitmap(count: count) }
    names = Self.names(of: photos, order: order, folders: folders)
    (places, byPlace) = Self.places(of: rows, order: order, dictionary: dictionary)
    addFlags(rows, order)
    addCalendar(rows, order)
    addCameras(rows, order)
  }

  func ordinal(_ id: Int64) -> Int? {
    guard id >= 0, id < ordinals.count, ordinals[Int(id)] != Segment.none else { return nil }
    return Int(ordinals[Int(id)])
  }

  private mutating func addFlags(_ rows: [RawPhotos.Row], _ order: [Int]) {
    for (ordinal, number) in order.enumerated() {
      let row = rows[number]
      if row.flags.contains(.dated) { datedCount = ordinal + 1 }
      if row.flags.contains(.placed) { placed.insert(ordinal) }
      if row.flags.contains(.warning) { warned.insert(ordinal) }
      if row.flags.contains(.sun) {
        let sun = Sun(altitude: row.sunAltitude, isRising: row.flags.contains(.rising))
        for light in sun.lights { byLight[light]?.insert(ordinal) }
      }
    }
  }

  private mutating func addCalendar(_ rows: [RawPhotos.Row], _ order: [Int]) {
    let count = order.count
    hoursOfWeek = [UInt8](repeating: 255, count: count)
    months = [UInt8](repeating: 0, count: count)
    let hour = 3_600_000 as Int64
    var monthStart: Int64 = 1
    var monthEnd: Int64 = 0
    var month = YearMonth(number: 0)
    for ordinal in 0..<datedCount {
      let wall = walls[ordinal]
      if wall < monthStart || wall >= monthEnd {
        month = YearMonth(WallTime(milliseconds: wall))
        (monthStart, monthEnd) = Self.bounds(of: month)
      }
      months[ordinal] = UInt8(month.number % 12 + 1)
      // January 1, 1970 was a Thursday: weekday 3.
      let hours = (wall >= 0 ? wall / hour : (wall - hour + 1) / hour) + 72
      hoursOfWeek[ordinal] = UInt8((hours % 168 + 168) % 168)
      if monthRuns.last?.month == month, let start = monthRuns.last?.ordinals.lowerBound {
        monthRuns[monthRuns.count - 1] = Segment.MonthRun(
          month: month, ordinals: start..<ordinal + 1)
      } else {
        monthRuns.append(Segment.MonthRun(month: month, ordinals: ordinal..<ordinal + 1))
      }
    }
  }

  /// The first moment of a month, and that of the next, in milliseconds; an empty range for a month
  /// outside the years 1...9999.
  private static func bounds(of month: YearMonth) -> (Int64, Int64) {
    func start(_ number: Int) -> Int64? {
      WallTime(year: number / 12, month: number % 12 + 1, day: 1)?.milliseconds
    }
    guard let first = start(month.number), let end = start(month.number + 1) else { return (1, 0) }
    return (first, end)
  }

  private mutating func addCameras(_ rows: [RawPhotos.Row], _ order: [Int]) {
    let count = order.count
    for (ordinal, number) in order.enumerated() where rows[number].camera > 0 {
      byCamera[Int(rows[number].camera), default: Bitmap(count: count)].insert(ordinal)
    }
  }

  private static func places(
    of rows: [RawPhotos.Row], order: [Int], dictionary: SegmentDictionary
  ) -> ([UInt32], Postings<UInt32>) {
    var numbers: [UInt32: UInt32] = [:]
    for (number, place) in dictionary.places.places.enumerated() {
      numbers[UInt32(truncatingIfNeeded: place.id)] = UInt32(number + 1)
    }
    var last: (id: UInt32, number: UInt32) = (0, 0)
    let places = order.map { row -> UInt32 in
      let id = rows[row].place
      if id != last.id { last = (id, numbers[id] ?? 0) }
      return last.number
    }
    let postings = Postings<UInt32>(values: dictionary.places.places.count + 1, filler: 0) { add in
      for (ordinal, place) in places.enumerated() where place > 0 {
        add(Int(place), UInt32(ordinal))
      }
    }
    return (places, postings)
  }

  private static func names(
    of photos: RawPhotos, order: [Int], folders: [(id: Int64, path: FilePath)]
  ) -> FileNames {
    var text: [UInt8] = []
    text.reserveCapacity(photos.names.count)
    var starts: [UInt32] = []
    starts.reserveCapacity(order.count + 1)
    for number in order {
      starts.append(UInt32(text.count))
      let start = Int(photos.rows[number].name)
      let end =
        number + 1 < photos.rows.count ? Int(photos.rows[number + 1].name) : photos.names.count
      text += photos.names[start..<end]
    }
    starts.append(UInt32(text.count))
    var numberOfFolder: [UInt32: UInt32] = [:]
    var paths: [[UInt8]] = []
    for folder in folders {
      numberOfFolder[UInt32(folder.id)] = UInt32(paths.count)
      var path: [UInt8] = []
      folder.path.bytes.withUnsafeBytes { FileNames.lowered($0, into: &path) }
      if path.last != UInt8(ascii: "/") { path.append(UInt8(ascii: "/")) }
      paths.append(path)
    }
    var last: (id: UInt32, number: UInt32)?
    let folderNumbers = order.map { row -> UInt32 in
      let id = photos.rows[row].folder
      if let last, last.id == id { return last.number }
      last = (id, numberOfFolder[id] ?? 0)
      return last?.number ?? 0
    }
    return FileNames(text: text, starts: starts, folders: folderNumbers, folderPaths: paths)
  }
}
