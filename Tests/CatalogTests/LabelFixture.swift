import Catalog
import Fixtures
import Foundation
import PhotoCore
import Query

/// Labels to test with.
extension CatalogFixture {
  func label(
    _ name: String, _ subject: LabelSubject = .boxes(of: "person")
  ) throws -> LabelRecord {
    try catalogue.labels.make(LabelName(name), subject: subject, at: 5)
  }

  /// How many photos the label's version has still to look at.
  func pending(_ label: Int64) throws -> Int? {
    try catalogue.labels.label(label).map { try catalogue.labelResults.pendingCount(of: $0) }
  }

  static func box(_ left: Double) -> UnitBox {
    UnitBox(left: left, top: 0.25, width: 0.25, height: 0.5)
  }

  /// A photo with persons at these places, and a dog.
  static func persons(_ lefts: [Double]) -> Finding.Outcome {
    photo(
      objects: lefts.map {
        DetectedObject(className: "person", confidence: 0.9, box: box($0))
      } + [DetectedObject(className: "dog", confidence: 0.9, box: box(0.5))])
  }

  static func linear(_ threshold: Double = 0.5) -> NewLabelVersion {
    NewLabelVersion(
      learner: .transfer, seed: 7, positives: 20, negatives: 30, threshold: threshold,
      weights: .linear(json: "[1]", embeddingModel: "classifier"), metricsJSON: "{}")
  }

  static let network = NewLabelVersion(
    learner: .cnn3, seed: 7, positives: 20, negatives: 30, threshold: 0.4,
    weights: .network(folder: "1"), metricsJSON: "{}")
}
