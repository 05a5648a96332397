package import PhotoCore
package import Recognition

/// What a network's files do not say about it.
package struct ModelOptions: Hashable, Sendable {
  /// The id; nil for the file's name.
  package var id: String?
  /// The name for people; nil for the id.
  package var name: String?
  /// How the network is fed and read; nil to tell it from its inputs and outputs.
  package var preset: ModelPreset?
  /// A file with the classes, one a line, synonyms behind tabs; nil for COCO's or ImageNet's.
  package var labels: String?
  /// The size of the picture that goes in, where the network leaves it open or Darknet's differs.
  package var size: PixelSize?
  /// The licence of the weights.
  package var licence = "unknown"
  /// Where the weights come from; nil for the file's name.
  package var source: String?
  /// Published accuracy.
  package var published = PublishedAccuracy()
  /// Whether a model of this id in the library gives way.
  package var replaces = false

  package init() {}
}
