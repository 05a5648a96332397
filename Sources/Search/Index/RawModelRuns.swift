internal import Catalog

/// Which models have looked at which photos, as that comes from the catalogue: by model the photos' row
/// ids, in order.
struct RawModelRuns {
  private(set) var photosByModel: [Int: [UInt32]] = [:]

  /// None.
  init() {}

  init(_ feed: IndexFeed) throws {
    // A photo's models alternate: the lists are kept outside of the dictionary while they grow.
    var (models, lists): ([Int64], [[UInt32]]) = ([], [])
    try feed.forEachLook { photo, model in
      guard let number = models.firstIndex(of: model) else {
        models.append(model)
        lists.append([UInt32(photo)])
        return
      }
      lists[number].append(UInt32(photo))
    }
    for (model, list) in zip(models, lists) { photosByModel[Int(model)] = list }
  }
}
