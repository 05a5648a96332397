import PhotoCore
import Recognition

@testable import Networks

extension RecordDraft {
  /// The ancestor's preset of some heads of one network.
  static func yolov3(_ heads: [YOLOHead]) throws -> RecordDraft {
    try ModelPreset.yolov3.draft(
      DarknetDescription(
        input: heads.first?.input ?? EarlyYOLO.inputSize, channels: 3, heads: heads,
        layerCount: 0, weightCount: 0, version: "", seen: 0))
  }
}

extension ModelRecord {
  /// A draft with nothing to add.
  init(_ draft: RecordDraft, format: ModelFormat = .openVINO, network: String = "model.xml") {
    self.init(
      id: "m", name: "m", task: draft.task, vocabulary: "v", source: "", sourceSHA256: "",
      format: format, network: network, input: draft.input, outputs: draft.outputs,
      decoding: draft.decoding, classCount: draft.classCount, scoreFloor: draft.scoreFloor,
      defaultThreshold: draft.defaultThreshold, suppression: draft.suppression)
  }
}
