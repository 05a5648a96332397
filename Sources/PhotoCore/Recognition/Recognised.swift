/// An object found in a photo.
package struct DetectedObject: Hashable, Sendable, Codable {
  /// The canonical class name of the model's label set, such as `person`.
  package let className: String
  /// The network's confidence, 0...1.
  package let confidence: Double
  /// Where, in fractions of the upright photo.
  package let box: UnitBox

  package init(className: String, confidence: Double, box: UnitBox) {
    self.className = className
    self.confidence = confidence
    self.box = box
  }
}

/// What a photo shows as a whole.
package struct SceneScore: Hashable, Sendable, Codable {
  /// The canonical class name of the model's label set, such as `seashore`.
  package let className: String
  /// The network's probability, 0...1.
  package let probability: Double

  package init(className: String, probability: Double) {
    self.className = className
    self.probability = probability
  }
}

/// One class of a label set.
package struct LabelClass: Hashable, Sendable, Codable {
  /// The canonical name, unique within its label set, such as `traffic light`.
  package let name: String
  /// Further names, without the canonical one.
  package let synonyms: [String]

  package init(name: String, synonyms: [String] = []) {
    self.name = name
    self.synonyms = synonyms
  }
}

/// The classes that a model can name, in the order of its output.
package struct LabelSet: Hashable, Sendable, Codable {
  /// The vocabulary's id, as in `coco:zebra`: `coco`, `imagenet`, or a model's own.
  package let vocabulary: String
  /// What the model does.
  package let task: RecognitionTask
  /// The classes in the order of the network's output.
  package let classes: [LabelClass]

  package init(vocabulary: String, task: RecognitionTask, classes: [LabelClass]) {
    self.vocabulary = vocabulary
    self.task = task
    self.classes = classes
  }
}

/// The network that results are of, and what its class names are names in.
package struct ResultSource: Hashable, Sendable {
  /// The id of its record.
  package let model: String
  /// The vocabulary's id, such as `coco`.
  package let vocabulary: String

  package init(model: String, vocabulary: String) {
    self.model = model
    self.vocabulary = vocabulary
  }
}

/// What a network does.
package enum RecognitionTask: String, Sendable, Codable, CaseIterable {
  /// Boxes with classes.
  case detection
  /// Probabilities for the picture as a whole.
  case classification
}
