internal import Foundation
internal import PhotoCore

/// What can be installed, and the families for networks from an address.
struct InstallableModelsAnswer {
  let networks: [(network: WebInstallableModel, isInstalled: Bool)]
  let presets: [WebPreset]

  static let shape = Shape<InstallableModelsAnswer>.object([
    .field("installable", .list(network)) { $0.networks },
    .field("presets", .list(preset)) { $0.presets },
  ])

  private static let network = Shape<(network: WebInstallableModel, isInstalled: Bool)>.object([
    .field("id", .string) { $0.network.id }, .field("name", .string) { $0.network.name },
    .field("task", .word) { $0.network.task }, .field("bytes", .integer) { $0.network.bytes },
    .field("licence", .string) { $0.network.licence },
    .field("address", .string) { $0.network.address },
    .field("published", Published.shape) { Published(json: $0.network.publishedJSON) },
    .field("note", .string) { $0.network.note },
    .field("is_installed", .boolean) { $0.isInstalled },
  ]).named("InstallableModel")

  private static let preset = Shape<WebPreset>.object([
    .field("id", .string) { $0.id }, .field("summary", .string) { $0.summary },
    .field("needs_two_files", .boolean) { $0.needsTwoFiles },
  ])
}

/// What the authors of a network measured, in percent; nil for what they do not tell.
private struct Published: Decodable {
  var mAP, top1: Double?
  /// What it was measured on.
  var set: String?

  /// - Parameter json: of a network's record.
  init(json: String) {
    let known = try? JSONDecoder().decode(Self.self, from: Data(json.utf8))
    mAP = known?.mAP
    top1 = known?.top1
    set = known?.set
  }

  static let shape = Shape<Published>.object([
    .omittable("mAP", .number) { $0.mAP }, .omittable("top1", .number) { $0.top1 },
    .omittable("set", .string) { $0.set },
  ])
}
