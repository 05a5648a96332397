internal import PhotoCore
internal import Query

extension PhotoRecord {
  /// The objects that documents show: those that searches count, too, so that both say the same.
  func objects(counting thresholds: Thresholds) -> [DetectedObject] {
    objects.filter { counts($0, thresholds) }
  }

  /// How many persons count.
  func persons(counting thresholds: Thresholds) -> Int {
    objects.count { $0.className == "person" && counts($0, thresholds) }
  }
}
