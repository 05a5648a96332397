public import PhotoCore
public import Recognition

/// What a network's files do not say about it.
public struct ModelOptions: Hashable, Sendable {
  /// The id; nil for the file's name.
  public var id: String?
  /// The name for people; nil for the id.
  public var name: String?
  /// How the network is fed and read; nil to tell it from its inputs and outputs.
  public var preset: ModelPreset?
  /// A file with the classes, one a line, synonyms behind tabs; nil for COCO's or ImageNet's.
  public var labels: String?
  /// The size of the picture that goes in, where the network leaves it open or Darknet's differs.
  public var size: PixelSize?
  /// The licence of the weights.
  public var licence = "unknown"
  /// Where the weights come from; nil for the file's name.
  public var source: String?
  /// Published accuracy.
  public var published = PublishedAccuracy()
  /// Whether a model of this id in the library gives way.
  public var replaces = false

  /// Nothing said.
  public init() {}
}
