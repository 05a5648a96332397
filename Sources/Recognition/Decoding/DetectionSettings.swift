/// What becomes of a detector's raw boxes.
package struct DetectionSettings: Hashable, Sendable {
  /// Boxes below this confidence are dropped, 0...1.
  package var scoreFloor: Double
  /// Of two boxes of one class that overlap by more than this IoU, the surer one stays.
  package var sameClassIoU: Double
  /// The same for boxes of different classes; nil keeps them all. High, since a rider and a horse
  /// overlap in truth, while car and truck on one object share nearly every pixel.
  package var crossClassIoU: Double?
  /// The most boxes of a photo.
  package var maximumCount: Int

  /// 0.5 and 100 are the usual values of non-maximum suppression (NMS); 0.85 for other classes cost
  /// no mAP when it was measured: see `docs/recognition.md`.
  package init(
    scoreFloor: Double, sameClassIoU: Double = 0.5, crossClassIoU: Double? = 0.85,
    maximumCount: Int = 100
  ) {
    self.scoreFloor = scoreFloor
    self.sameClassIoU = sameClassIoU
    self.crossClassIoU = crossClassIoU
    self.maximumCount = maximumCount
  }
}

extension DetectionSettings {
  /// What a model's record says, or the usual.
  init(_ record: ModelRecord) {
    self.init(scoreFloor: record.scoreFloor)
    guard let suppression = record.suppression else { return }
    sameClassIoU = suppression.sameClassIoU
    crossClassIoU = suppression.crossClassIoU
    maximumCount = suppression.maximumCount
  }
}
