public import PhotoCore

/// A network as the catalogue knows it: results belong to it, and name its classes.
public struct CatalogModel: Hashable, Sendable {
  /// The id of its record, such as `ssd-mobilenet-v2`.
  public let name: String
  /// Its classes, and what it does.
  public let labels: LabelSet
  /// The confidence from which a result counts where the query does not say otherwise, 0...1.
  public let threshold: Double
  /// The whole record as JSON, kept so that a report can say what made a result.
  public let recordJSON: String

  /// Takes the values as they are.
  public init(name: String, labels: LabelSet, threshold: Double, recordJSON: String) {
    self.name = name
    self.labels = labels
    self.threshold = threshold
    self.recordJSON = recordJSON
  }
}
