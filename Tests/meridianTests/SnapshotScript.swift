/// One command of the script: what is typed, and the name of the snapshot of its answer.
struct SnapshotStep: Sendable {
  let name: String
  let arguments: [String]
  /// What it reads from its standard input.
  var input = ""
  /// A file that it wrote, which belongs to the answer; nil for none.
  var file: String?
  /// Whether only the verdicts of the answer are kept, since the rest is about the machine.
  var verdictsOnly = false

  /// - Parameter arguments: `FOLDER` stands for the fixture's folder.
  init(
    _ name: String, _ arguments: String..., input: String = "", file: String? = nil,
    verdictsOnly: Bool = false
  ) {
    self.name = name
    self.arguments = arguments
    self.input = input
    self.file = file
    self.verdictsOnly = verdictsOnly
  }
}

/// The commands of which snapshots are taken, in the order in which they are given to one library.
enum SnapshotScript {
  static let steps: [SnapshotStep] =
    mistakes + empty + models + importing + finding + marks + corrections
    + labels + documents + upkeep

  /// No library is needed to be told what is wrong.
  private static let mistakes: [SnapshotStep] = [
    SnapshotStep("unknown-command", "fnd", "dog"),
    SnapshotStep("unknown-option", "find", "dog", "--colour", "red"),
    SnapshotStep("find-bad-order", "find", "dog", "--order", "best"),
    SnapshotStep("find-bad-limit", "find", "dog", "--limit=-1"),
    SnapshotStep("files-bad-state", "files", "--state", "lost"),
    SnapshotStep("retry-bad-reason", "retry", "--reason", "rain"),
    SnapshotStep("rate-bad-stars", "rate", "6", "dog"),
    SnapshotStep("time-half", "time", "--shift", "6h"),
    SnapshotStep("add-bad-workers", "add", "--workers", "0"),
    SnapshotStep("models-add-bad-preset", "models", "add", "n.onnx", "--preset", "best"),
    SnapshotStep("models-install-without-hash", "models", "install", "https://example.org/n.onnx"),
  ]

  private static let empty: [SnapshotStep] = [
    SnapshotStep("empty-find", "find", "dog"),
    SnapshotStep("empty-status", "status"),
    SnapshotStep("empty-add", "add"),
    SnapshotStep("add-no-folder", "add", "FOLDER/nowhere"),
  ]

  private static let models: [SnapshotStep] = [
    SnapshotStep("models-list-available", "models", "list", "--available"),
    SnapshotStep("models-add-detector", "models", "add", "FOLDER/shapes.onnx", "--preset", "yolox"),
    SnapshotStep("models-add-classifier", "models", "add", "FOLDER/colours.onnx"),
    SnapshotStep("models-use-detector", "models", "use", "shapes"),
    SnapshotStep("models-use-classifier", "models", "use", "colours"),
    SnapshotStep("models-list", "models", "list"),
    SnapshotStep("models-show", "models", "show", "shapes"),
    SnapshotStep("models-show-unknown", "models", "show", "nothing"),
    SnapshotStep("models-verify", "models", "verify", "shapes"),
    SnapshotStep("models-remove-used", "models", "remove", "shapes"),
    SnapshotStep("models-thorough", "models", "thorough"),
  ]

  private static let importing: [SnapshotStep] = [
    SnapshotStep("library-status-empty", "status"),
    SnapshotStep("add", "add", "FOLDER/trip", "--workers", "1"),
    SnapshotStep("add-again-json", "add", "--workers", "1", "--json"),
    SnapshotStep("status", "status"),
    SnapshotStep("status-json", "status", "--json"),
    SnapshotStep("files", "files"),
    SnapshotStep("files-json", "files", "--json"),
    SnapshotStep("files-set-aside", "files", "--state", "set_aside"),
    SnapshotStep("retry", "retry", "--workers", "1"),
    SnapshotStep("analyze-again", "analyze-again", "--model", "shapes", "--workers", "1"),
    SnapshotStep(
      "analyze", "analyze", "--no-networks", input: "FOLDER/trip/red1.jpg\nFOLDER/trip/broken.jpg\n"
    ),
  ]

  private static let finding: [SnapshotStep] = [
    SnapshotStep("find-all", "find"),
    SnapshotStep("find-person", "find", "person"),
    SnapshotStep("find-concept", "find", "beach"),
    SnapshotStep("find-none", "find", "zebra and person"),
    SnapshotStep("find-count", "find", "2014-06", "--count"),
    SnapshotStep("find-json", "find", "person", "--json"),
    SnapshotStep("find-why", "find", "dog and 2014-07", "--why"),
    SnapshotStep("find-facets", "find", "2014", "--facets"),
    SnapshotStep("find-facets-json", "find", "person", "--json", "--facets"),
    SnapshotStep("find-limit", "find", "2014", "--limit", "2", "--order", "newest"),
    SnapshotStep("find-nearest", "find", "near:\"Cusco\",100km", "--order", "nearest", "--why"),
    SnapshotStep("find-light", "find", "light:day"),
    SnapshotStep("find-unknown-name", "find", "persn"),
    SnapshotStep("find-unknown-field", "find", "colour:red"),
    SnapshotStep("find-bad-date", "find", "2014-13"),
    SnapshotStep("find-bad-brackets", "find", "(dog or cat"),
    SnapshotStep("find-bad-place", "find", "near:\"Atlantis\",10km"),
    SnapshotStep("find-nearest-without-place", "find", "dog", "--order", "nearest"),
    SnapshotStep("find-save", "find", "country:PE", "--save", "Peru", "--count"),
    SnapshotStep("find-saved", "find", "--saved", "peru", "person"),
    SnapshotStep("find-saved-unknown", "find", "--saved", "nothing"),
  ]

  private static let marks: [SnapshotStep] = [
    SnapshotStep("searches", "searches"),
    SnapshotStep("searches-forget", "searches", "--forget", "PERU"),
    SnapshotStep("searches-empty", "searches"),
    SnapshotStep("searches-forget-unknown", "searches", "--forget", "Peru"),
    SnapshotStep("favourite", "favourite", "file:red"),
    SnapshotStep("favourite-again", "favourite", "file:red"),
    SnapshotStep("rate", "rate", "4", "file:red1"),
    SnapshotStep("find-rating", "find", "rating >= 3 and favourite", "--why"),
  ]

  private static let corrections: [SnapshotStep] = [
    SnapshotStep("time", "time"),
    SnapshotStep(
      "time-preview", "time", "--camera", "D90", "--shift", "+1h30m", "--from", "2014-07-01"),
    SnapshotStep(
      "time-apply", "time", "--camera", "D90", "--shift", "+1h30m", "--from", "2014-07-01",
      "--apply"),
    SnapshotStep("time-unknown-camera", "time", "--camera", "Leica", "--shift", "6h"),
    SnapshotStep("geotag", "geotag", "FOLDER/track.gpx", "--utc-offset=-05:00", "--apply"),
    SnapshotStep("geotag-neighbours", "geotag", "--neighbours"),
    SnapshotStep("geotag-no-track", "geotag", "FOLDER/trip/red1.jpg"),
    SnapshotStep("changes", "changes"),
    SnapshotStep("undo", "undo", "1"),
    SnapshotStep("undo-unknown", "undo", "99"),
  ]

  private static let labels: [SnapshotStep] = [
    SnapshotStep("label-list-empty", "label", "list"),
    SnapshotStep("label-make", "label", "make", "sunny"),
    SnapshotStep("label-make-again", "label", "make", "SUNNY"),
    SnapshotStep("label-make-of", "label", "make", "me", "--of", "person"),
    SnapshotStep("label-make-of-unknown", "label", "make", "you", "--of", "persn"),
    SnapshotStep("label-mark", "label", "mark", "sunny", "--yes", "file:red"),
    SnapshotStep("label-mark-boxes", "label", "mark", "me", "--yes", "file:red"),
    SnapshotStep("label-list", "label", "list"),
    SnapshotStep("label-list-json", "label", "list", "--json"),
    SnapshotStep("label-examples", "label", "examples", "sunny"),
    SnapshotStep("label-export", "label", "export", "sunny"),
    SnapshotStep("label-train-too-few", "label", "train", "sunny"),
    SnapshotStep("label-review-untrained", "label", "review", "sunny"),
    SnapshotStep("label-undo", "label", "undo", "sunny"),
    SnapshotStep("label-rename", "label", "rename", "sunny", "--to", "bright"),
    SnapshotStep("label-delete-unsure", "label", "delete", "bright"),
    SnapshotStep("label-delete", "label", "delete", "bright", "--yes"),
    SnapshotStep("label-unknown", "label", "examples", "bright"),
  ]

  private static let documents: [SnapshotStep] = [
    SnapshotStep("report", "report", "2014", "-o", "FOLDER/report.html", file: "report.html"),
    SnapshotStep("report-exists", "report", "2014", "-o", "FOLDER/report.html"),
    SnapshotStep("export-csv", "export", "csv", "", "-o", "FOLDER/table.csv", file: "table.csv"),
    SnapshotStep(
      "export-jsonl", "export", "jsonl", "person", "-o", "FOLDER/table.jsonl", file: "table.jsonl"),
    SnapshotStep(
      "export-geojson", "export", "geojson", "", "-o", "FOLDER/table.geojson", file: "table.geojson"
    ),
    SnapshotStep("export-xlsx", "export", "xlsx", "", "-o", "FOLDER/table.xlsx"),
    SnapshotStep("export-images", "export", "images", "person", "-o", "FOLDER/story"),
    SnapshotStep("export-bad-form", "export", "pdf", "", "-o", "FOLDER/table.pdf"),
  ]

  private static let upkeep: [SnapshotStep] = [
    SnapshotStep("backup", "backup", "-o", "FOLDER/backup.sqlite"),
    SnapshotStep("backup-exists", "backup", "-o", "FOLDER/backup.sqlite"),
    SnapshotStep("index", "index"),
    SnapshotStep("doctor", "doctor", verdictsOnly: true),
    SnapshotStep("accounts", "accounts"),
    SnapshotStep("accounts-password-unknown", "accounts", "password", "ana", input: "a password\n"),
    SnapshotStep(
      "evaluate-no-file", "evaluate", "detections", "--annotations", "FOLDER/none.json", "--images",
      "FOLDER/trip"),
    SnapshotStep("models-remove", "models", "remove", "nothing"),
  ]
}
