internal import Catalog
internal import Foundation
internal import PhotoCore
internal import Search

/// All networks that there are or were: those that are installed, and those that only left results.
struct ModelList {
  /// One of them.
  struct Entry {
    let id: String
    let facts: WebModel.RecordFacts?
    /// As it is installed; nil where only results are left.
    let installed: WebModel?
    /// How many photos it has looked at; nil for none.
    let use: ModelUse?
    let isActive: Bool
    let verdict: ModelTasks.Verification?
  }

  /// By task, active ones first, then by id.
  let entries: [Entry]
  /// Photos of the library.
  let photos: Int

  /// The network of this id; nil where there is none.
  subscript(_ id: String) -> Entry? { entries.first { $0.id == id } }

  init(_ app: WebApp) throws {
    let installed = app.webModels.installed()
    let known = try app.catalogue.models.all()
    let looked = Dictionary(
      try app.catalogue.models.usage().map { ($0.model, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let active = try Self.active(app, installed)
    let verdicts = app.modelTasks.verdicts
    let left = known.filter { model in !installed.contains { $0.id == model.name } }
    let entries =
      installed.map { network in
        Entry(
          id: network.id, facts: network.facts, installed: network,
          use: looked[network.id], isActive: active.contains(network.id),
          verdict: verdicts[network.id])
      }
      + left.map { model in
        Entry(
          id: model.name, facts: Self.facts(model), installed: nil,
          use: looked[model.name], isActive: active.contains(model.name), verdict: nil)
      }
    func rank(_ entry: Entry) -> (Int, Int, String) {
      let task = entry.facts.map { $0.task == .detection ? 0 : 1 } ?? 2
      return (task, entry.isActive ? 0 : 1, entry.id)
    }
    self.entries = entries.sorted { rank($0) < rank($1) }
    photos = try app.queries.current().index.count
  }

  /// The active networks: those chosen, else the first that the catalogue knew, else those with
  /// which imports begin.
  static func active(_ app: WebApp, _ installed: [WebModel]) throws -> Set<String> {
    let use = try app.catalogue.models.usage()
    return Set(
      try RecognitionTask.allCases.compactMap { task in
        try app.catalogue.models.active(for: task)
          ?? use.first { $0.task == task }?.model
          ?? installed.first { $0.isDefault && $0.facts?.task == task }?.id
      })
  }

  /// What the catalogue keeps of a network's record.
  private static func facts(_ model: RegisteredModel) -> WebModel.RecordFacts {
    let record = try? JSONSerialization.jsonObject(with: Data(model.recordJSON.utf8))
    let values = record as? [String: Any] ?? [:]
    return WebModel.RecordFacts(
      name: values["name"] as? String ?? model.name, task: model.labels.task,
      version: values["version"] as? String ?? "", vocabulary: model.labels.vocabulary,
      classCount: model.labels.classes.count, threshold: model.threshold,
      recordJSON: model.recordJSON)
  }
}

extension ModelList {
  static let shape = Shape<ModelList>.object([
    .field("models", .list(Entry.shape)) { $0.entries }, .field("photos", .integer) { $0.photos },
  ])
}

extension ModelList.Entry {
  /// Where a network's files lie.
  private enum Origin: String, Sendable, CaseIterable {
    case library, installation, nowhere
  }

  static let shape = Shape<ModelList.Entry>.object([
    .field("id", .string) { $0.id }, .field("name", .string) { $0.facts?.name ?? $0.id },
    .field("task", .optional(.word)) { $0.facts?.task },
    .field("version", .optional(.string)) { $0.facts?.version },
    .field("vocabulary", .optional(.string)) { $0.facts?.vocabulary },
    .field("classes", .optional(.integer)) { $0.facts?.classCount },
    .field("threshold", .optional(.number)) { $0.facts?.threshold },
    .field("photos", .integer) { $0.use?.photos ?? 0 },
    .field("thorough_photos", .integer) { $0.use?.thorough ?? 0 },
    .field("bytes", .optional(.integer)) { $0.installed?.bytes },
    .field("where", .word) { $0.place },
    .field("is_installed", .boolean) { $0.installed != nil },
    .field("is_default", .boolean) { $0.installed?.isDefault ?? false },
    .field("is_speaking", .boolean) { $0.isActive },
    .field("is_removable", .boolean) { $0.installed?.isRemovable ?? false },
    .field("problem", .optional(.string)) { $0.installed?.problem },
    .field("verdict", .optional(ModelTasks.Verification.shape)) { $0.verdict },
    .field("record", .optional(.jsonObject)) { $0.facts?.recordJSON },
  ]).named("Model")

  private var place: Origin {
    guard let installed else { return .nowhere }
    return installed.isRemovable ? .library : .installation
  }
}

extension ModelTasks.Verification {
  fileprivate static let shape = Shape<ModelTasks.Verification>.object([
    .field("ok", .boolean) { $0.problem == nil },
    .field("sentence", .optional(.string)) { $0.problem },
    .field("made_ms", .integer) { $0.madeMilliseconds },
  ])
}
