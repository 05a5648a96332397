internal import Catalog
internal import Foundation
internal import OrderedJSON
internal import PhotoCore
internal import Query

/// Photos as the API shows them.
enum PhotoJSON {
  /// What a tile of the grid needs.
  static func grid(_ photo: GridPhoto) -> [(String, JSONText)] {
    [
      ("id", .integer(photo.id)), ("sha256", .text(photo.sha256.hex)),
      ("width", .count(photo.size.width)), ("height", .count(photo.size.height)),
      ("turn", .count(photo.turn.rawValue)), ("colour", .text(orNull: photo.colour.map(colour))),
      ("taken", .text(orNull: photo.taken?.description)), ("name", .text(photo.name.description)),
      ("favourite", .bool(photo.isFavourite)), ("rating", .count(photo.rating)),
      ("warning", .bool(photo.warning != nil)), ("missing", .bool(photo.isMissing)),
      ("label", .text(label(photo))),
    ]
  }

  /// A tile and all columns of the table.
  static func table(_ photo: GridPhoto, _ record: PhotoRecord, _ words: Words) -> [(
    String, JSONText
  )] {
    let position = record.position
    let shown = record.objects.filter { record.counts($0, words.thresholds) }
    let scene = record.scenes.first
    return grid(photo) + [
      ("path", .text(record.path.description)),
      ("latitude", .number(orNull: position?.coordinate.latitude)),
      ("longitude", .number(orNull: position?.coordinate.longitude)),
      ("altitude", .number(orNull: position?.altitude)),
      ("position_source", .text(orNull: position?.source.rawValue)),
      ("city", .text(orNull: record.place?.city)), ("region", .text(orNull: record.place?.region)),
      ("country", .text(orNull: record.place?.country)),
      ("country_name", .text(orNull: record.place?.countryName)),
      ("light", .texts(record.sun?.lights.sorted().map(\.rawValue) ?? [])),
      ("camera", .text(orNull: record.camera?.name)),
      (
        "objects",
        .array(
          shown.map {
            .object([
              ("class", .text($0.className)), ("confidence", .number(rounded($0.confidence))),
            ])
          })
      ),
      ("persons", .count(shown.count { $0.className == "person" })),
      ("scene", .text(orNull: scene?.className)),
      ("scene_probability", .number(orNull: scene.map { rounded($0.probability) })),
      ("format", .text(record.format.rawValue)), ("bytes", .integer(record.bytes)),
      ("utc_offset_minutes", record.taken?.utcOffsetMinutes.map(JSONText.count) ?? .null),
      ("time_source", .text(orNull: record.taken?.source.rawValue)),
    ]
  }

  /// Everything about one photo.
  ///
  /// - Parameter answers: what the user answered for what a label is about, by the label's row id.
  static func full(
    _ photo: GridPhoto, _ record: PhotoRecord, _ words: Words,
    files: [(path: FilePath, state: FileState)], answers: [Int64: Bool]
  ) -> [(String, JSONText)] {
    let replaced: Set = ["objects"]
    return table(photo, record, words).filter { !replaced.contains($0.0) } + [
      ("orientation", .count(record.orientation.rawValue)),
      ("direction", .number(orNull: record.position?.direction)),
      ("sun_altitude", .number(orNull: record.sun?.altitude)),
      ("offset_source", .text(orNull: record.taken?.offsetSource?.rawValue)),
      ("clock_shift_seconds", .number(Double(record.clockShift) / 1000)),
      ("warning_sentence", .text(orNull: record.warning?.sentence)),
      ("place", record.place.map(place) ?? .null),
      (
        "objects",
        .array(record.objects.map { object($0, counts: record.counts($0, words.thresholds)) })
      ),
      (
        "scenes",
        .array(record.scenes.map { scene($0, counts: record.counts($0, words.thresholds)) })
      ),
      ("labels", .array(record.labels.map { score($0, answer: answers[$0.label]) })),
      ("models", .texts(record.models)),
      (
        "files",
        .array(
          files.map {
            .object([
              ("path", .text($0.path.description)), ("state", .text($0.state.rawValue)),
            ])
          })
      ),
      (
        "thresholds",
        .object([
          ("detection", .number(words.thresholds.detection)),
          ("classification", .number(words.thresholds.classification)),
        ])
      ),
    ]
  }

  private static func place(_ place: Place) -> JSONText {
    .object([
      ("city", .text(place.city)), ("region", .text(orNull: place.region)),
      ("country", .text(place.country)), ("country_name", .text(place.countryName)),
      ("time_zone", .text(place.timeZone)),
    ])
  }

  static func object(_ object: DetectedObject, counts: Bool) -> JSONText {
    let box = object.box
    return .object([
      ("class", .text(object.className)), ("confidence", .number(object.confidence)),
      ("box", .array([box.left, box.top, box.width, box.height].map(JSONText.number))),
      ("counts", .bool(counts)),
    ])
  }

  static func scene(_ scene: SceneScore, counts: Bool) -> JSONText {
    .object([
      ("class", .text(scene.className)), ("probability", .number(scene.probability)),
      ("counts", .bool(counts)),
    ])
  }

  /// What a personal label says of the photo, and what the user answered for what it is about.
  private static func score(_ score: LabelScore, answer: Bool?) -> JSONText {
    .object([
      ("id", .integer(score.label)), ("name", .text(score.name)),
      ("probability", .number(score.probability)), ("threshold", .number(score.threshold)),
      ("box", LabelJSON.box(score.box)), ("counts", .bool(score.counts)),
      ("answer", answer.map(JSONText.bool) ?? .null),
    ])
  }

  /// What somebody hears who does not see the picture: `person, beach — Cusco, Peru, 12 June 2014`.
  private static func label(_ photo: GridPhoto) -> String {
    let what = photo.summary.isEmpty ? "Photo" : photo.summary.joined(separator: ", ")
    let place = [photo.city, photo.countryName].compactMap { $0 }
    let circumstances = place + [photo.taken.map(day) ?? photo.name.description]
    return what + " — " + circumstances.joined(separator: ", ")
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private static func day(_ time: WallTime) -> String {
    let parts = time.components
    return "\(parts.day) \(months[parts.month - 1]) \(parts.year)"
  }

  private static func colour(_ value: UInt32) -> String {
    let digits = String(value & 0xFF_FFFF, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  private static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}
