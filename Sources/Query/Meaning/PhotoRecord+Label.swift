internal import PhotoCore

extension PhotoRecord {
  /// What a label says of the photo where that is enough for a condition; nil where it is not.
  func score(of condition: LabelCondition) -> LabelScore? {
    labels.first { $0.label == condition.label && $0.probability >= condition.probability }
  }
}
