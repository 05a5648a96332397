internal import Catalog
internal import Foundation
internal import OrderedJSON
internal import PhotoCore
internal import Search

/// All networks that there are or were: those that are installed, and those that only left results.
struct ModelList {
  /// One of them.
  struct Entry {
    let id: String
    let facts: WebModel.Facts?
    /// As it is installed; nil where only results are left.
    let installed: WebModel?
    /// How many photos it has looked at; nil for none.
    let use: ModelUse?
    let isSpeaking: Bool
    let verdict: ModelTasks.Verdict?
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
    let speaking = try Self.speaking(app, installed)
    let verdicts = app.modelTasks.verdicts
    let left = known.filter { model in !installed.contains { $0.id == model.name } }
    let entries =
      installed.map { network in
        Entry(
          id: network.id, facts: network.facts, installed: network,
          use: looked[network.id], isSpeaking: speaking.contains(network.id),
          verdict: verdicts[network.id])
      }
      + left.map { model in
        Entry(
          id: model.name, facts: Self.facts(model), installed: nil,
          use: looked[model.name], isSpeaking: speaking.contains(model.name), verdict: nil)
      }
    func rank(_ entry: Entry) -> (Int, Int, String) {
      let task = entry.facts.map { $0.task == .detection ? 0 : 1 } ?? 2
      return (task, entry.isSpeaking ? 0 : 1, entry.id)
    }
    self.entries = entries.sorted { rank($0) < rank($1) }
    photos = try app.queries.current().index.count
  }

  /// The active networks: those chosen, else the first that the catalogue knew, else those with
  /// which imports begin.
  static func speaking(_ app: WebApp, _ installed: [WebModel]) throws -> Set<String> {
    let use = try app.catalogue.models.usage()
    return Set(
      try RecognitionTask.allCases.compactMap { task in
        try app.catalogue.models.active(for: task)
          ?? use.first { $0.task == task }?.model
          ?? installed.first { $0.isDefault && $0.facts?.task == task }?.id
      })
  }

  /// What the catalogue keeps of a network's record.
  private static func facts(_ model: CatalogModel) -> WebModel.Facts {
    let record = try? JSONSerialization.jsonObject(with: Data(model.recordJSON.utf8))
    let values = record as? [String: Any] ?? [:]
    return WebModel.Facts(
      name: values["name"] as? String ?? model.name, task: model.labels.task,
      version: values["version"] as? String ?? "", vocabulary: model.labels.vocabulary,
      classCount: model.labels.classes.count, threshold: model.threshold,
      recordJSON: model.recordJSON)
  }
}

extension ModelList.Entry {
  var json: JSONText {
    .object([
      ("id", .text(id)), ("name", .text(facts?.name ?? id)),
      ("task", .text(orNull: facts?.task.rawValue)), ("version", .text(orNull: facts?.version)),
      ("vocabulary", .text(orNull: facts?.vocabulary)),
      ("classes", facts.map { .count($0.classCount) } ?? .null),
      ("threshold", .number(orNull: facts?.threshold)), ("photos", .count(use?.photos ?? 0)),
      ("thorough_photos", .count(use?.thorough ?? 0)),
      ("bytes", .integer(orNull: installed?.bytes)), ("where", .text(place)),
      ("is_installed", .bool(installed != nil)),
      ("is_default", .bool(installed?.isDefault ?? false)),
      ("is_speaking", .bool(isSpeaking)), ("is_removable", .bool(installed?.isRemovable ?? false)),
      ("problem", .text(orNull: installed?.problem)), ("verdict", verdict?.json ?? .null),
      ("record", facts.map { .json($0.recordJSON) } ?? .null),
    ])
  }

  private var place: String {
    guard let installed else { return "nowhere" }
    return installed.isRemovable ? "library" : "installation"
  }
}

extension ModelTasks.Verdict {
  var json: JSONText {
    .object([
      ("ok", .bool(problem == nil)), ("sentence", .text(orNull: problem)),
      ("made_ms", .integer(madeMilliseconds)),
    ])
  }
}
