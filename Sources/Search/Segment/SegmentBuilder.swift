internal import Catalog
internal import PhotoCore
internal import Query

/// Arranges rows of the catalogue into a segment.
struct SegmentBuilder {
  private let layout: FacetLayout
  private let dictionary: SegmentDictionary
  private let folders: [(id: Int64, path: FilePath)]
  private let models: [Int: String]
  private let favourites: [Int64]
  private let ratings: [(photo: Int64, stars: Int)]
  private let labelScores: RawLabelScores

  init(_ feed: IndexFeed, _ layout: FacetLayout) throws {
    self.layout = layout
    folders = try feed.folders()
    models = Dictionary(
      try feed.models().map { (Int($0.id), $0.name) }, uniquingKeysWith: { first, _ in first })
    favourites = try feed.favourites()
    ratings = try feed.ratings()
    labelScores = try RawLabelScores(feed)
    var classes: [Int: ClassReference] = [:]
    let tasks = Dictionary(
      layout.scheme.classes.map { ("\($0.vocabulary)\n\($0.className)", $0) },
      uniquingKeysWith: { first, _ in first })
    var limit = 1
    for row in try feed.classes() {
      limit = max(limit, Int(row.id) + 1)
      classes[Int(row.id)] = tasks["\(row.vocabulary)\n\(row.name)"]
    }
    dictionary = SegmentDictionary(
      places: PlaceTable(try feed.places()),
      cameras: Dictionary(
        try feed.cameras().map { (Int($0.id), $0.camera) }, uniquingKeysWith: { first, _ in first }),
      classes: classes,
      classNumber: Dictionary(
        classes.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first }),
      classLimit: limit, labels: try feed.labels())
  }

  /// Takes the rows over and lets each kind go when it is arranged: together they would need twice
  /// the memory of the segment.
  func build(
    photos: consuming RawPhotos, objects: consuming RawResults, scenes: consuming RawResults,
    modelRuns: consuming RawModelRuns
  ) -> Segment {
    let order = Self.rowsInOrder(photos)
    let columns = PhotoColumns(
      photos, order: order, dictionary: dictionary, folders: folders)
    photos = RawPhotos()
    let results = ResultColumns(
      objects: objects, scenes: scenes, ids: columns.ids, lights: columns.byLight, layout: layout,
      dictionary: dictionary)
    let byModel = byModel(modelRuns, columns)
    modelRuns = RawModelRuns()
    let count = order.count
    var favourites = Bitmap(count: count)
    for id in self.favourites {
      if let ordinal = columns.ordinal(id) { favourites.insert(ordinal) }
    }
    var byRating = [Bitmap](repeating: Bitmap(count: count), count: 6)
    for (id, stars) in ratings {
      if let ordinal = columns.ordinal(id), (1...5).contains(stars) {
        byRating[stars].insert(ordinal)
      }
    }
    return Segment(
      count: count, ids: columns.ids, ordinals: columns.ordinals, keys: columns.keys,
      datedCount: columns.datedCount, walls: columns.walls, monthRuns: columns.monthRuns,
      hoursOfWeek: columns.hoursOfWeek, months: columns.months, latitudes: columns.latitudes,
      longitudes: columns.longitudes, mercator: columns.mercator, aspects: columns.aspects,
      placed: columns.placed, blocks: Self.blocks(columns),
      places: columns.places, byPlace: columns.byPlace, byCamera: columns.byCamera,
      byLight: columns.byLight,
      byModel: byModel, warned: columns.warned,
      withObjects: results.withObjects, withScenes: results.withScenes, objects: results.objects,
      scenes: results.scenes, favourites: favourites, byRating: byRating,
      labels: labelScores.columns { columns.ordinal($0) }, names: columns.names,
      facets: results.facets, layout: layout,
      dictionary: dictionary)
  }

  private func byModel(_ modelRuns: RawModelRuns, _ columns: PhotoColumns) -> [String: Bitmap] {
    var byModel: [String: Bitmap] = [:]
    for (model, ids) in modelRuns.photosByModel {
      guard let name = models[model] else { continue }
      var photos = Bitmap(count: columns.ids.count)
      for id in ids {
        if let ordinal = columns.ordinal(Int64(id)) { photos.insert(ordinal) }
      }
      byModel[name] = photos
    }
    return byModel
  }

  private static func blocks(_ columns: PhotoColumns) -> SpatialBlocks {
    var members: [UInt32] = []
    columns.placed.forEach { members.append(UInt32($0)) }
    return SpatialBlocks(members: members) { ordinal in
      Coordinate(
        latitude: columns.latitudes[Int(ordinal)], longitude: columns.longitudes[Int(ordinal)])
        ?? .origin
    }
  }

  /// The numbers of the rows in chronological order.
  private static func rowsInOrder(_ photos: RawPhotos) -> [Int] {
    let limit = Int(photos.rows.last?.id ?? 0)
    var rowOfID = [UInt32](repeating: Segment.none, count: limit + 1)
    for (number, row) in photos.rows.enumerated() { rowOfID[Int(row.id)] = UInt32(number) }
    return photos.order.compactMap { id in
      guard Int(id) <= limit, rowOfID[Int(id)] != Segment.none else { return nil }
      return Int(rowOfID[Int(id)])
    }
  }
}
