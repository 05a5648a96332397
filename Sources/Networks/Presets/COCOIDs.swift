/// The ids of COCO's 80 classes, in the order in which everybody lists them: 1 to 90, some never used.
///
/// Source: `instances_val2017.json`, categories.
enum COCOIDs {
  private static let unused: Set<Int> = [12, 26, 29, 30, 45, 66, 68, 69, 71, 83]

  /// From 1, as COCO counts.
  static let fromOne = (1...90).filter { !unused.contains($0) }
  /// From 0, as TensorFlow Lite counts.
  static let fromZero = fromOne.map { $0 - 1 }
}
