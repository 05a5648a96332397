internal import Catalog
internal import OrderedJSON
internal import PhotoCore

/// What one network saw in a photo, as the API shows it.
enum ModelResultJSON {
  /// The objects or scenes alone.
  static func seen(_ results: ModelResults) -> JSONText {
    .object(members(results))
  }

  /// With the network's id, what it does, and whether it is active.
  static func full(_ results: ModelResults) -> JSONText {
    .object(
      [
        ("model", .text(results.model)), ("task", .text(results.task.rawValue)),
        ("vocabulary", .text(results.vocabulary)), ("threshold", .number(results.threshold)),
        ("is_thorough", .bool(results.isThorough)), ("speaks", .bool(results.speaks)),
      ] + members(results))
  }

  private static func members(_ results: ModelResults) -> [(String, JSONText)] {
    [
      (
        "objects",
        .array(
          results.objects.map {
            PhotoJSON.object($0, counts: $0.confidence >= results.threshold)
          })
      ),
      (
        "scenes",
        .array(
          results.scenes.map { PhotoJSON.scene($0, counts: $0.probability >= results.threshold) })
      ),
    ]
  }
}
