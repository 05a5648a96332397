internal import Catalog
internal import PhotoCore
internal import Query

/// Everything about one photo.
struct FullPhoto {
  /// Its tile and columns.
  let row: TablePhoto
  let files: [(path: FilePath, state: FileState)]
  /// What the user answered for what a label is about, by the label's row id.
  let answers: [Int64: Bool]
  /// Its place in the result of a query, from 0 on; nil where it is not in it.
  let index: Int?
  /// What of the query it fulfils.
  let why: [String]
  /// What each network saw, inactive ones too.
  let results: [ModelResults]

  static let shape = Shape<FullPhoto>.object(
    (TablePhoto.fieldsBeforeObjects + TablePhoto.fieldsAfterObjects).map { $0.of { $0.row } }
      + facts + findings
  ).named("Photo")

  private static let facts: [ShapeField<FullPhoto>] = [
    .field("orientation", .integer) { $0.row.record.orientation.rawValue },
    .field("direction", .optional(.number)) { $0.row.record.position?.direction },
    .field("sun_altitude", .optional(.number)) { $0.row.record.sun?.altitude },
    .field("offset_source", .optional(.word)) { $0.row.record.taken?.offsetSource },
    .field("clock_shift_seconds", .number) { Double($0.row.record.clockShift) / 1000 },
    .field("warning_sentence", .optional(.string)) { $0.row.record.warning?.sentence },
    .field("place", .optional(place)) { $0.row.record.place },
  ]

  private static let findings: [ShapeField<FullPhoto>] = [
    .field("objects", .list(ThresholdedResult<DetectedObject>.shape)) { photo in
      let record = photo.row.record
      let thresholds = photo.row.thresholds
      return record.objects.map { ThresholdedResult($0, counts: record.counts($0, thresholds)) }
    },
    .field("scenes", .list(ThresholdedResult<SceneScore>.shape)) { photo in
      let record = photo.row.record
      let thresholds = photo.row.thresholds
      return record.scenes.map { ThresholdedResult($0, counts: record.counts($0, thresholds)) }
    },
    .field("labels", .list(label)) { photo in
      photo.row.record.labels.map { (score: $0, answer: photo.answers[$0.label]) }
    },
    .field("models", .list(.string)) { $0.row.record.models },
    .field("files", .list(file)) { $0.files },
    .field("thresholds", thresholds) { $0.row.thresholds },
    .field("index", .optional(.integer)) { $0.index }, .field("why", .list(.string)) { $0.why },
    .field("results", .list(ModelResults.shape)) { $0.results },
  ]

  private static let place = Shape<Place>.object([
    .field("city", .string) { $0.city }, .field("region", .optional(.string)) { $0.region },
    .field("country", .string) { $0.country }, .field("country_name", .string) { $0.countryName },
    .field("time_zone", .string) { $0.timeZone },
  ])

  /// What a personal label says of the photo, and what the user answered for what it is about.
  private static let label = Shape<(score: LabelScore, answer: Bool?)>.object([
    .field("id", .integer) { $0.score.label }, .field("name", .string) { $0.score.name },
    .field("probability", .number) { $0.score.probability },
    .field("threshold", .number) { $0.score.threshold },
    .field("box", .optional(UnitBox.shape)) { $0.score.box },
    .field("counts", .boolean) { $0.score.counts },
    .field("answer", .optional(.boolean)) { $0.answer },
  ])

  private static let file = Shape<(path: FilePath, state: FileState)>.object([
    .field("path", .string) { $0.path.description }, .field("state", .word) { $0.state },
  ])

  private static let thresholds = Shape<Thresholds>.object([
    .field("detection", .number) { $0.detection },
    .field("classification", .number) { $0.classification },
  ])
}

extension UnitBox {
  /// Left, top, width and height, in fractions of the upright photo.
  static let shape = Shape<[Double]>.list(.number).from { (box: UnitBox) in
    [box.left, box.top, box.width, box.height]
  }
}
