internal import OrderedJSON
package import PhotoCore

/// The machine-readable lines of `meridian files --json` and `meridian find --json`.
///
/// Keys are always there, in this order, `null` where unknown; see `docs/documents.md`.
package enum RecordJSON {
  /// One line of `meridian files --json`.
  package static func line(for file: FileRecord) -> String {
    JSONText.object(members(of: file)).line
  }

  /// One line of `meridian find --json`.
  ///
  /// - Parameter reasons: why the photo was found; nil to leave the key out.
  package static func line(
    for photo: PhotoRecord, reasons: [String]? = nil
  ) -> String {
    JSONText.object(members(of: photo, reasons: reasons)).line
  }

  static func members(
    of photo: PhotoRecord, reasons: [String]?
  ) -> [(String, JSONText)] {
    let file = FileRecord(
      path: photo.path, state: photo.isMissing ? .missing : .indexed, reason: nil,
      warning: photo.warning, sha256: photo.sha256, duplicateOf: nil, bytes: photo.bytes,
      size: photo.shownSize, orientation: photo.orientation, taken: photo.taken,
      position: photo.position, camera: photo.camera)
    let why = reasons.map { [("why", JSONText.array($0.map(JSONText.text)))] } ?? []
    return members(of: file)
      + [
        ("offset_source", .text(orNull: photo.taken?.offsetSource?.rawValue)),
        ("clock_shift_seconds", .number(Double(photo.clockShift) / 1000)),
        ("city", .text(orNull: photo.place?.city)), ("region", .text(orNull: photo.place?.region)),
        ("country", .text(orNull: photo.place?.country)),
        ("time_zone", .text(orNull: photo.place?.timeZone)),
        ("light", .array(lights(of: photo).map(JSONText.text))),
        ("sun_altitude", .number(orNull: photo.sun?.altitude)),
        ("favourite", .bool(photo.isFavourite)), ("rating", .integer(Int64(photo.rating))),
        ("objects", .array(photo.objects.map(photo.turn.object(of:)).map(value))),
        ("scenes", .array(photo.scenes.map(value))),
        ("labels", .array(photo.labels.map { value($0, photo.turn) })),
      ]
      + why
  }

  private static func lights(of photo: PhotoRecord) -> [String] {
    photo.sun?.lights.sorted().map(\.rawValue) ?? []
  }

  static func members(of file: FileRecord) -> [(String, JSONText)] {
    [
      ("path", .text(file.path.description)),
      ("state", .text(file.state.rawValue)),
      ("reason", .text(orNull: file.reason?.rawValue)),
      ("warning", .text(orNull: file.warning?.rawValue)),
      ("sha256", .text(orNull: file.sha256?.hex)),
      ("duplicate_of", .text(orNull: file.duplicateOf?.description)),
      ("bytes", file.bytes.map(JSONText.integer) ?? .null),
      ("width", .integer(orNull: file.size?.width)),
      ("height", .integer(orNull: file.size?.height)),
      ("orientation", .integer(orNull: file.orientation?.rawValue)),
      ("taken", .text(orNull: file.taken?.wall.description)),
      ("utc_offset_minutes", .integer(orNull: file.taken?.utcOffsetMinutes)),
      ("time_source", .text(orNull: file.taken?.source.rawValue)),
      ("latitude", .number(orNull: file.position?.coordinate.latitude)),
      ("longitude", .number(orNull: file.position?.coordinate.longitude)),
      ("altitude", .number(orNull: file.position?.altitude)),
      ("position_source", .text(orNull: file.position?.source.rawValue)),
      ("camera", .text(orNull: file.camera?.name)),
    ]
  }

  private static func value(_ object: DetectedObject) -> JSONText {
    let box = object.box
    return .object([
      ("class", .text(object.className)), ("confidence", .number(object.confidence)),
      (
        "box",
        .array([
          .number(box.left), .number(box.top), .number(box.width), .number(box.height),
        ])
      ),
    ])
  }

  private static func value(_ score: LabelScore, _ turn: PhotoTurn) -> JSONText {
    .object([
      ("label", .text(score.name)), ("probability", .number(score.probability)),
      ("counts", .bool(score.counts)),
      ("box", score.box.map { turn.box(of: $0) }.map(numbers) ?? .null),
    ])
  }

  private static func numbers(_ box: UnitBox) -> JSONText {
    .array([.number(box.left), .number(box.top), .number(box.width), .number(box.height)])
  }

  private static func value(_ scene: SceneScore) -> JSONText {
    .object([("class", .text(scene.className)), ("probability", .number(scene.probability))])
  }
}
