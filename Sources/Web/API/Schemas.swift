/// The shapes that several routes share, described once in the API document.
enum Schemas {
  static let all: [(String, Schema)] = [
    ("User", user), ("Clause", clause), ("Facet", facet), ("Facets", facets),
    ("GridPhoto", gridPhoto), ("Job", job), ("Model", model), ("Install", install),
    ("Label", label), ("LabelVersion", labelVersion), ("Upload", upload), ("Problem", problem),
  ]

  static let role = Schema.oneOf(["viewer", "editor", "administrator"])
  static let scope = Schema.oneOf(["read", "edit", "administer"])
  static let order = Schema.oneOf(["oldest", "newest", "nearest", "surest"])

  /// The parameters of every route that works on a query.
  static let query: [RouteDocument.Parameter] = [
    .init("q", .string, "The query; empty or left out for all photos."),
    .init("order", order, "The order of the result; default: oldest first."),
    .init(
      "draft", .boolean,
      "true while the query is being typed: an invalid query is then not an error, and the "
        + "answer is an object with only a problem: detail, offset and suggestions."),
  ]

  static let user = Schema.object([("id", .integer), ("name", .string), ("role", role)])

  static let clause = Schema.object([
    ("op", .oneOf(["term", "not", "and", "or"])), ("text", .string), ("kind", .optional(.string)),
    ("operands", .list(.named("Clause"))),
  ])

  static let facet = Schema.object([("term", .string), ("count", .integer)])

  static let facets = Schema.object(
    [
      "classes", "concepts", "countries", "regions", "cities", "months", "lights", "cameras",
      "ratings", "models", "labels",
    ]
    .map { ($0, .list(.named("Facet"))) }
      + [("favourites", .integer), ("undated", .integer), ("unplaced", .integer)])

  static let gridPhoto = Schema.object([
    ("id", .integer), ("sha256", .string), ("width", .integer), ("height", .integer),
    ("turn", .integer), ("colour", .optional(.string)), ("taken", .optional(.string)),
    ("name", .string), ("favourite", .boolean), ("rating", .integer), ("warning", .boolean),
    ("missing", .boolean), ("label", .string),
  ])

  static let job = Schema.object([
    ("id", .integer),
    (
      "kind",
      .oneOf(["add", "import", "refresh", "retry", "upload", "analyse_again", "train_label"])
    ),
    ("state", .oneOf(["waiting", "running", "paused", "done", "failed", "cancelled"])),
    ("stage", .optional(.string)), ("done", .integer), ("total", .optional(.integer)),
    ("rate", .optional(.number)), ("remaining_seconds", .optional(.number)), ("title", .string),
    ("folders", .list(.string)), ("model", .optional(.string)), ("thorough", .boolean),
    ("query", .optional(.string)), ("label", .optional(.integer)), ("learns", .optional(.boolean)),
    ("teaching", .any),
    ("message", .optional(.string)), ("summary", .any), ("created_ms", .integer),
    ("finished_ms", .optional(.integer)),
  ])

  static let task = Schema.oneOf(["detection", "classification"])

  static let model = Schema.object([
    ("id", .string), ("name", .string), ("task", .optional(task)), ("version", .optional(.string)),
    ("vocabulary", .optional(.string)), ("classes", .optional(.integer)),
    ("threshold", .optional(.number)), ("photos", .integer), ("thorough_photos", .integer),
    ("bytes", .optional(.integer)), ("where", .oneOf(["library", "installation", "nowhere"])),
    ("is_installed", .boolean), ("is_default", .boolean), ("is_speaking", .boolean),
    ("is_removable", .boolean), ("problem", .optional(.string)),
    (
      "verdict",
      .optional(
        .object([("ok", .boolean), ("sentence", .optional(.string)), ("made_ms", .integer)]))
    ), ("record", .any),
  ])

  static let install = Schema.object([
    ("id", .integer), ("kind", .oneOf(["install", "verify"])), ("subject", .string),
    ("model", .optional(.string)), ("state", .oneOf(["running", "done", "failed", "cancelled"])),
    ("stage", .optional(.oneOf(["download", "check", "place"]))), ("done", .integer),
    ("total", .optional(.integer)), ("message", .optional(.string)), ("created_ms", .integer),
    ("finished_ms", .optional(.integer)),
  ])

  private static let estimate = Schema.optional(
    .object([("value", .number), ("low", .number), ("high", .number)]))

  static let labelVersion = Schema.object([
    ("number", .integer), ("learner", .oneOf(["cnn3", "transfer"])), ("seed", .integer),
    ("positives", .integer), ("negatives", .integer), ("threshold", .number),
    ("is_in_use", .boolean), ("created_ms", .integer), ("average_precision", estimate),
    ("f1", estimate),
  ])

  static let label = Schema.object([
    ("id", .integer), ("name", .string), ("term", .string), ("class", .optional(.string)),
    ("threshold", .number), ("is_threshold_chosen", .boolean), ("positives", .integer),
    ("negatives", .integer), ("photos", .integer), ("created_ms", .integer),
    ("version", .optional(.named("LabelVersion"))),
  ])

  static let upload = Schema.object([
    ("received", .integer),
    (
      "state",
      .oneOf(["none", "partial", "stored", "indexed", "duplicate", "unsupported", "set_aside"])
    ),
    ("photo", .optional(.integer)), ("reason", .optional(.string)),
    ("sentence", .optional(.string)),
  ])

  static let problem = Schema.object([
    ("type", .string), ("title", .string), ("status", .integer), ("detail", .string),
  ])
}
