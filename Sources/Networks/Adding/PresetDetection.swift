internal import Inference
internal import PhotoCore
internal import Recognition

/// Tells from a network's own inputs and outputs, or from Darknet's `.cfg`, how it is fed and read.
enum PresetDetection {
  /// The anchors by which YOLOv3 is known, in pixels.
  private static let anchors: [Double] = [
    10, 13, 16, 30, 33, 23, 30, 61, 62, 45, 59, 119, 116, 90, 156, 198, 373, 326,
  ]

  /// - Parameter path: the network in its hidden folder.
  /// - Throws: ``ModelInstallError/unknownFamily(_:ports:)``, ``ModelInstallError/refused(_:)``.
  static func draft(
    of path: String, id: String, _ options: ModelOptions
  ) throws(ModelInstallError) -> RecordDraft {
    let network: NetworkDescription
    do {
      network = try NetworkDescription(path: path)
    } catch {
      throw .refused(.inference(error))
    }
    let preset =
      options.preset ?? ModelPreset.guess(inputs: network.inputs, outputs: network.outputs)
    guard let preset else {
      throw .unknownFamily(id, ports: text(network.inputs) + " → " + text(network.outputs))
    }
    do {
      return try preset.draft(
        inputs: network.inputs, outputs: network.outputs, size: options.size)
    } catch {
      throw .refused(error)
    }
  }

  /// YOLOv3 for COCO is used as Meridian's ancestor used it, other networks as today's Darknet does.
  static func preset(for configuration: DarknetConfiguration) -> ModelPreset {
    let found = configuration.heads.sorted { $0.stride < $1.stride }
      .flatMap { head in head.anchors.flatMap { [$0.width, $0.height] } }
    let isCOCO = configuration.heads.allSatisfy { $0.classCount == 80 }
    return found == anchors && isCOCO ? .yolov3 : .darknet
  }

  private static func text(_ ports: [Port]) -> String {
    ports.map(\.description).joined(separator: ", ")
  }
}
