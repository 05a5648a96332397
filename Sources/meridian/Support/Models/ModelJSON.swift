import ArgumentParser
import Networks
import OrderedJSON
import PhotoCore
import Recognition

/// Networks as JSON for programs.
enum ModelJSON {
  /// As `Failure.explained`; with JSON an error is an object, too.
  static func explained(_ json: Bool, _ work: () throws -> Void) throws {
    try Failure.explained {
      do {
        try work()
      } catch let error as ExitCode {
        throw error
      } catch  where json {
        print(JSONText.object([("error", .text("\(error)"))]).line)
        throw ExitCode(1)
      }
    }
  }

  static func list(_ selection: ModelSelection) -> JSONText {
    let active = Set(selection.active.values)
    let sound = selection.store.installed().map { model in
      JSONText.object(
        facts(model) + [
          ("is_default", .bool(isDefault(model.record.id))),
          ("is_speaking", .bool(active.contains(model.record.id))),
          ("is_removable", .bool(selection.store.isRemovable(model))),
          ("folder", .text(model.folder)),
          ("problem", .null),
        ])
    }
    let broken = selection.store.broken().map { model in
      JSONText.object([
        ("id", .text(model.id)), ("folder", .text(model.folder)),
        ("is_removable", .bool(selection.store.isRemovable(folder: model.folder))),
        ("problem", .text("\(model.problem)")),
      ])
    }
    return .object([("models", .array(sound + broken))])
  }

  private static func facts(_ model: InstalledModel) -> [(String, JSONText)] {
    let record = model.record
    return [
      ("id", .text(record.id)), ("name", .text(record.name)), ("task", .text(record.task.rawValue)),
      ("version", .text(record.version)), ("vocabulary", .text(record.vocabulary)),
      ("classes", .integer(Int64(record.classCount))), ("licence", .text(record.licence)),
      ("source", .text(record.source)), ("format", .text(record.format.rawValue)),
      ("bytes", .integer(model.byteCount)), ("published", published(record.published)),
      ("score_floor", .number(record.scoreFloor)),
      ("default_threshold", .number(record.defaultThreshold)),
    ]
  }

  static func installable(_ installed: Set<String>) -> JSONText {
    let models = InstallableModels.all.map { model in
      JSONText.object([
        ("id", .text(model.id)), ("name", .text(model.name)), ("task", .text(model.task.rawValue)),
        ("bytes", .integer(model.byteCount)), ("licence", .text(model.licence)),
        ("address", .text(model.address)), ("sha256", .text(model.sha256)),
        ("published", published(model.published)), ("note", .text(model.note)),
        ("is_installed", .bool(installed.contains(model.id))),
      ])
    }
    return .object([("installable", .array(models))])
  }

  static func verified(_ outcomes: [(id: String, problem: String?)]) -> JSONText {
    let models = outcomes.map { outcome in
      JSONText.object([
        ("id", .text(outcome.id)), ("problem", outcome.problem.map(JSONText.text) ?? .null),
      ])
    }
    return .object([
      ("models", .array(models)), ("ok", .bool(outcomes.allSatisfy { $0.problem == nil })),
    ])
  }

  private static func published(_ figures: PublishedAccuracy) -> JSONText {
    var members: [(String, JSONText)] = []
    if let mAP = figures.mAP { members.append(("mAP", .number(mAP))) }
    if let top1 = figures.top1 { members.append(("top1", .number(top1))) }
    if let set = figures.set { members.append(("set", .text(set))) }
    return .object(members)
  }

  private static func isDefault(_ id: String) -> Bool {
    [ModelStore.defaultDetector, ModelStore.defaultClassifier].contains(id)
  }
}
