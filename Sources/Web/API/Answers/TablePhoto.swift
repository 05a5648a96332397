internal import Catalog
internal import PhotoCore
internal import Query

/// A photo with all columns of the table.
struct TablePhoto {
  let tile: GridPhoto
  let record: PhotoRecord
  let thresholds: Thresholds
  /// The objects that count.
  private let shown: [DetectedObject]

  init(_ tile: GridPhoto, _ record: PhotoRecord, _ thresholds: Thresholds) {
    self.tile = tile
    self.record = record
    self.thresholds = thresholds
    shown = record.objects.filter { record.counts($0, thresholds) }
  }

  static let shape = Shape<TablePhoto>.object(fieldsBeforeObjects + [objects] + fieldsAfterObjects)
    .named("TablePhoto")

  static let fieldsBeforeObjects: [ShapeField<TablePhoto>] =
    GridPhoto.fields.map { $0.of { $0.tile } } + place

  private static let place: [ShapeField<TablePhoto>] = [
    .field("path", .string) { $0.record.path.description },
    .field("latitude", .optional(.number)) { $0.record.position?.coordinate.latitude },
    .field("longitude", .optional(.number)) { $0.record.position?.coordinate.longitude },
    .field("altitude", .optional(.number)) { $0.record.position?.altitude },
    .field("position_source", .optional(.word)) { $0.record.position?.source },
    .field("city", .optional(.string)) { $0.record.place?.city },
    .field("region", .optional(.string)) { $0.record.place?.region },
    .field("country", .optional(.string)) { $0.record.place?.country },
    .field("country_name", .optional(.string)) { $0.record.place?.countryName },
    .field("light", .list(.word)) { $0.record.sun?.lights.sorted() ?? [] },
    .field("camera", .optional(.string)) { $0.record.camera?.name },
  ]

  private static let objects = ShapeField<TablePhoto>.field("objects", .list(object)) { $0.shown }

  private static let object = Shape<DetectedObject>.object([
    .field("class", .string) { $0.className },
    .field("confidence", .number) { rounded($0.confidence) },
  ])

  static let fieldsAfterObjects: [ShapeField<TablePhoto>] = [
    .field("persons", .integer) { $0.shown.count { $0.className == "person" } },
    .field("scene", .optional(.string)) { $0.record.scenes.first?.className },
    .field("scene_probability", .optional(.number)) {
      $0.record.scenes.first.map { rounded($0.probability) }
    },
    .field("format", .word) { $0.record.format }, .field("bytes", .integer) { $0.record.bytes },
    .field("utc_offset_minutes", .optional(.integer)) { $0.record.taken?.utcOffsetMinutes },
    .field("time_source", .optional(.word)) { $0.record.taken?.source },
  ]

  private static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}
