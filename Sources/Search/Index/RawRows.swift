internal import Catalog

/// Photos as they come from the catalogue, by row id, and their chronological order.
struct RawPhotos {
  struct Row {
    let id: UInt32
    let key: Int64
    let wall: Int64
    let latitude, longitude: Double
    let sunAltitude: Double
    let place: UInt32
    let camera: UInt32
    let folder: UInt32
    /// Where the name begins in ``names``.
    let name: UInt32
    let flags: Flags
    /// See ``AspectByte``.
    let aspect: UInt8
  }

  struct Flags: OptionSet {
    let rawValue: UInt8
    static let dated = Flags(rawValue: 1)
    static let placed = Flags(rawValue: 2)
    static let sun = Flags(rawValue: 4)
    static let rising = Flags(rawValue: 8)
    static let warning = Flags(rawValue: 16)
  }

  private(set) var rows: [Row] = []
  /// Row ids in chronological order; of photos that have a row.
  private(set) var order: [UInt32] = []
  /// File names in lower case, a NUL behind each, in the order of ``rows``.
  private(set) var names: [UInt8] = []

  /// None.
  init() {}

  init(_ feed: IndexFeed, expecting count: Int) throws {
    rows.reserveCapacity(count)
    order.reserveCapacity(count)
    names.reserveCapacity(count * 16)
    try feed.forEachPhoto { photo in
      let name = UInt32(names.count)
      FileNames.lowered(photo.name, into: &names)
      names.append(0)
      rows.append(Row(photo, name: name))
    }
    try feed.forEachInOrder { order.append(UInt32($0)) }
  }
}

extension RawPhotos.Row {
  fileprivate init(_ photo: IndexFeed.Photo, name: UInt32) {
    var flags: RawPhotos.Flags = []
    if photo.isDated { flags.insert(.dated) }
    if photo.latitude != nil { flags.insert(.placed) }
    if photo.sunAltitude != nil { flags.insert(.sun) }
    if photo.sunIsRising { flags.insert(.rising) }
    if photo.hasWarning { flags.insert(.warning) }
    self.init(
      id: UInt32(photo.id), key: photo.key, wall: photo.wall, latitude: photo.latitude ?? 0,
      longitude: photo.longitude ?? 0, sunAltitude: photo.sunAltitude ?? 0,
      place: UInt32(truncatingIfNeeded: photo.place), camera: UInt32(photo.camera),
      folder: UInt32(photo.folder), name: name, flags: flags,
      aspect: AspectByte.of(photo.size))
  }
}

/// Boxes or scenes as they come from the catalogue, by photo.
struct RawResults {
  struct Row {
    let classID: UInt32
    private let packedConfidence: PackedDouble

    init(classID: Int64, confidence: Double) {
      self.classID = UInt32(classID)
      packedConfidence = PackedDouble(confidence)
    }

    var confidence: Double { packedConfidence.value }
  }

  private(set) var rows: [Row] = []
  /// The share of the picture that each box covers; empty for scenes.
  private(set) var areas: [Double] = []
  /// The photos that have rows, by row id, and where they begin.
  private var photos: [(id: UInt32, start: UInt32)] = []

  static func objects(_ feed: IndexFeed, expecting count: Int) throws -> RawResults {
    var raw = RawResults()
    raw.rows.reserveCapacity(count)
    raw.areas.reserveCapacity(count)
    try feed.forEachObject { photo, classID, confidence, area in
      raw.add(photo, Row(classID: classID, confidence: confidence))
      raw.areas.append(area)
    }
    return raw
  }

  static func scenes(_ feed: IndexFeed, expecting count: Int) throws -> RawResults {
    var raw = RawResults()
    raw.rows.reserveCapacity(count)
    try feed.forEachScene { photo, classID, probability in
      raw.add(photo, Row(classID: classID, confidence: probability))
    }
    return raw
  }

  @inline(__always)
  private mutating func add(_ photo: Int64, _ row: Row) {
    if photos.last?.id != UInt32(photo) { photos.append((UInt32(photo), UInt32(rows.count))) }
    rows.append(row)
  }

  /// Where each photo's rows begin, by row id; one more than `limit`. Takes the places of the photos
  /// with it: to be called once.
  mutating func takeStarts(limit: Int) -> [UInt32] {
    var starts = [UInt32](repeating: 0, count: limit + 2)
    var next = 0
    for id in 0...limit + 1 {
      while next < photos.count, Int(photos[next].id) < id { next += 1 }
      starts[id] = next < photos.count ? photos[next].start : UInt32(rows.count)
    }
    photos = []
    return starts
  }
}
