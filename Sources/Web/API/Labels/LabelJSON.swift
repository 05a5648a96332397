internal import Catalog
internal import Labels
internal import Learning
internal import Library
internal import OrderedJSON
internal import PhotoCore

/// Labels, their examples and versions as JSON.
enum LabelJSON {
  static func label(_ label: LabelRecord) -> JSONText {
    .object([
      ("id", .integer(label.id)), ("name", .text(label.name)),
      ("term", .text(QueryText.label(label.name))),
      ("class", .text(orNull: label.subject.className)), ("threshold", .number(label.threshold)),
      ("is_threshold_chosen", .bool(label.isThresholdChosen)),
      ("positives", .count(label.positives)), ("negatives", .count(label.negatives)),
      ("photos", .count(label.photos)), ("created_ms", .integer(label.createdMilliseconds)),
      ("version", label.version.map { version($0, inUse: label.version?.id) } ?? .null),
    ])
  }

  /// - Parameter inUse: row id of the version that answers.
  static func version(_ version: LabelVersion, inUse: Int64?) -> JSONText {
    let metrics = LabelMetrics(json: version.metricsJSON)
    return .object([
      ("number", .count(version.number)), ("learner", .text(version.learner.rawValue)),
      ("seed", .integer(version.seed)), ("positives", .count(version.positives)),
      ("negatives", .count(version.negatives)), ("threshold", .number(version.threshold)),
      ("is_in_use", .bool(version.id == inUse)),
      ("created_ms", .integer(version.createdMilliseconds)),
      ("average_precision", LabelFigures.estimate(metrics?.averagePrecision)),
      ("f1", LabelFigures.estimate(metrics?.atThreshold.f1)),
    ])
  }

  static func box(_ box: UnitBox?) -> JSONText {
    box.map { .array([$0.left, $0.top, $0.width, $0.height].map(JSONText.number)) } ?? .null
  }

  static func mark(_ mark: LabelMark) -> JSONText {
    .object([("photo", .integer(mark.photo)), ("box", box(mark.box))])
  }

  /// Photos as tiles of the grid, by row id.
  static func tiles(_ ids: [Int64], _ app: WebApp) throws -> [Int64: JSONText] {
    let thresholds = try app.queries.current().thresholds
    let photos = try app.catalogue.photos.grid(ids, thresholds: thresholds)
    return Dictionary(photos.map { ($0.id, .object(PhotoJSON.grid($0))) }) { first, _ in first }
  }
}
