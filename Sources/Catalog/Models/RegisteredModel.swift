package import PhotoCore

/// A network as the catalogue knows it: results belong to it, and name its classes.
package struct RegisteredModel: Hashable, Sendable {
  /// The id of its record, such as `ssd-mobilenet-v2`.
  package let name: String
  /// Its classes, and what it does.
  package let labels: LabelSet
  /// The confidence from which a result counts where the query does not say otherwise, 0...1.
  package let threshold: Double
  /// The whole record as JSON, kept so that a report can say what made a result.
  package let recordJSON: String

  package init(name: String, labels: LabelSet, threshold: Double, recordJSON: String) {
    self.name = name
    self.labels = labels
    self.threshold = threshold
    self.recordJSON = recordJSON
  }
}
