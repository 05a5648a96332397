/// What the examples of a personal label are.
package enum LabelSubject: Hashable, Sendable {
  /// Whole photos: *our tent*, *a nice picture*.
  case photo
  /// Boxes of a detector's class, by its canonical name: *me* among the boxes of `person`.
  case boxes(of: String)

  /// The class whose boxes are meant; nil for whole photos.
  package var className: String? {
    switch self {
    case .photo: nil
    case .boxes(let className): className
    }
  }

  /// - Parameter className: nil for whole photos.
  package init(className: String?) {
    self = className.map { .boxes(of: $0) } ?? .photo
  }
}

/// What learns a personal label. The raw values are part of the contract.
package enum LabelLearner: String, Hashable, Sendable, Codable, CaseIterable {
  /// Three convolutions, trained from nothing on the label's own crops.
  case cnn3
  /// A linear classifier of what the scene network makes of each crop.
  case transfer
}

/// By which way an example was marked. The raw values are part of the contract.
package enum MarkOrigin: String, Hashable, Sendable, Codable, CaseIterable {
  /// In the grid of photos.
  case grid
  /// In the viewer.
  case viewer
  /// On the page made for it.
  case page
  /// As the answer to a photo that the learner was unsure of.
  case review
  /// By a query on the command line.
  case query
  /// By a list of files.
  case list
  /// From a CSV file.
  case imported = "import"
}

/// How sure a personal label is of a photo.
package struct LabelScore: Hashable, Sendable, Codable {
  /// The label's row id.
  package let label: Int64
  /// The label's name.
  package let name: String
  /// 0...1; of several boxes the largest.
  package let probability: Double
  /// The label's threshold, 0...1.
  package let threshold: Double
  /// The box that ``probability`` is of, in fractions of the upright photo; nil for the whole photo.
  package let box: UnitBox?

  package init(
    label: Int64, name: String, probability: Double, threshold: Double, box: UnitBox?
  ) {
    self.label = label
    self.name = name
    self.probability = probability
    self.threshold = threshold
    self.box = box
  }

  /// Whether it counts where nobody says otherwise.
  package var counts: Bool { probability >= threshold }
}
