internal import PhotoCore
package import Recognition

extension ModelPreset {
  /// Everything that a record must say of a Darknet network, from what its writing tells.
  ///
  /// - Throws: ``RecognitionError/notOfPreset(_:detail:)`` where the preset is not for Darknet's files,
  ///   or the network takes no colour picture.
  package func draft(_ network: DarknetDescription) throws(RecognitionError) -> RecordDraft {
    guard isDarknet else {
      throw .notOfPreset(rawValue, detail: "Darknet's are yolov3, darknet and darknet-letterbox")
    }
    guard network.channels == 3, let classCount = network.heads.first?.classCount,
      network.heads.allSatisfy({ $0.classCount == classCount })
    else {
      throw .notOfPreset(
        rawValue,
        detail: "it takes \(network.channels) channels, or its heads differ in their classes")
    }
    let isAncestors = self == .yolov3
    let input = ModelInput(
      name: "image", layout: .nhwc, type: .u8,
      recipe: InputRecipe(
        size: network.input, fit: self == .darknet ? .stretch : .letterbox,
        padding: EarlyYOLO.letterboxGrey,
        interpolation: isAncestors ? .bilinear : .bilinearCorners, antialias: false))
    var draft = detector(
      input,
      outputs: Dictionary(
        network.heads.map { ($0.output, $0.shape) }, uniquingKeysWith: { first, _ in first }),
      ModelDecoding(
        family: .darknet, heads: network.heads,
        minimumObjectness: isAncestors ? EarlyYOLO.minimumObjectness : nil),
      classCount: classCount)
    if isAncestors {
      draft.suppression = ModelSuppression(
        sameClassIoU: EarlyYOLO.sameClassIoU, crossClassIoU: nil,
        maximumCount: network.heads.reduce(0) { $0 + $1.boxCount })
    }
    return draft
  }
}

extension YOLOHead {
  /// How many boxes it can give: the ancestor kept all that its suppression left.
  fileprivate var boxCount: Int { anchors.count * grid.width * grid.height }
}
