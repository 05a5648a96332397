import Foundation
import Networks
import PhotoCore
import Recognition

/// Networks as text for people.
enum ModelTable {
  static func list(_ selection: ModelSelection) -> String {
    let active = Set(selection.active.values)
    var rows = [["", "id", "finds", "size", "licence", "published", "where"]]
    for model in selection.store.installed() {
      let record = model.record
      rows.append([
        active.contains(record.id) ? "*" : "", record.id, record.task.things,
        megabytes(model.byteCount), record.licence, accuracy(record.published),
        selection.store.isRemovable(model)
          ? "library" : (model.folder as NSString).deletingLastPathComponent,
      ])
    }
    var text = columns(rows) + "\n* active: analyses new photos, and its results count"
    for broken in selection.store.broken() {
      text += "\nBAD \(broken.id): \(broken.problem)"
    }
    return text
  }

  static func installable(installed: Set<String>) -> String {
    var rows = [["", "id", "finds", "size", "licence", "published", "to know"]]
    for model in InstallableModels.all {
      rows.append([
        installed.contains(model.id) ? "installed" : "", model.id, model.task.things,
        megabytes(model.byteCount), model.licence, accuracy(model.published), model.note,
      ])
    }
    return columns(rows) + """

      Addresses and hashes are as published; the authors of Meridian have not downloaded these files. \
      The default detector's published mAP is 22.0.
      """
  }

  /// What came of adding.
  static func added(_ model: InstalledModel) -> String {
    let record = model.record
    return """
      \(record.id) is installed: finds \(record.classCount) kinds of \(record.task.things), \
      \(megabytes(model.byteCount)).
      Make it active:                 meridian models use \(record.id)
      Run it on existing photos:      meridian analyze-again --model \(record.id)
      """
  }

  /// All of a record.
  static func record(_ model: InstalledModel) -> String {
    let record = model.record
    let recipe = record.input.recipe
    var rows = [
      ["id", record.id], ["name", record.name], ["finds", record.task.things],
      ["version", record.version],
      ["vocabulary", "\(record.vocabulary), \(record.classCount) classes"],
      ["licence", record.licence], ["", record.licenceNote ?? ""], ["source", record.source],
      ["source's SHA-256", record.sourceSHA256], ["published", accuracy(record.published)],
      ["", record.published.set ?? ""], ["format", "\(record.format.rawValue), \(record.network)"],
      [
        "input",
        "\(record.input.name) \(record.input.shape) \(record.input.layout.rawValue) "
          + "\(record.input.type.rawValue) \(record.input.channels.rawValue)",
      ],
      ["mean", numbers(record.input.mean)], ["deviation", numbers(record.input.deviation)],
      [
        "photos are",
        "\(recipe.fit.rawValue), \(recipe.size.width) × \(recipe.size.height), "
          + recipe.interpolation.rawValue,
      ],
      ["read as", record.decoding.family.rawValue],
    ]
    if let least = record.decoding.minimumObjectness {
      rows.append(["objectness from", "\(least)"])
    }
    rows += record.outputs.sorted { $0.key < $1.key }.map { ["output", "\($0.key) \($0.value)"] }
    rows += [
      ["stored from", "\(record.scoreFloor)"], ["counts from", "\(record.defaultThreshold)"],
    ]
    if let suppression = record.suppression {
      rows.append(["suppression", "within a class above IoU \(suppression.sameClassIoU)"])
    }
    rows.append(["folder", model.folder])
    rows += record.files.sorted { $0.key < $1.key }.map { ["SHA-256", "\($0.value)  \($0.key)"] }
    return columns(rows.filter { !$0[1].isEmpty })
  }

  private static func accuracy(_ published: PublishedAccuracy) -> String {
    if let mAP = published.mAP { return "mAP \(oneDecimal(mAP))" }
    if let top1 = published.top1 { return "top-1 \(oneDecimal(top1))" }
    return ""
  }

  private static func numbers(_ values: [Double]) -> String {
    values.map(oneDecimal).joined(separator: ", ")
  }

  /// Columns as wide as their widest text, without empty ones.
  private static func columns(_ rows: [[String]]) -> String {
    let printable = rows.map { $0.map(Terminal.printable) }
    let count = printable.first?.count ?? 0
    let widths = (0..<count).map { column in printable.map { $0[column].count }.max() ?? 0 }
    return printable.map { row in
      var line = ""
      for (text, width) in zip(row, widths) where width > 0 {
        line += text + String(repeating: " ", count: width - text.count + 2)
      }
      return String(line.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }
}
