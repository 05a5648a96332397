package import PhotoCore

/// One class of one vocabulary.
package struct ClassReference: Hashable, Sendable, Codable, Comparable {
  /// The vocabulary's id, such as `coco`.
  package let vocabulary: String
  /// Whether the class has boxes or belongs to the picture as a whole.
  package let task: RecognitionTask
  /// The canonical name of the class.
  package let className: String

  package init(vocabulary: String, task: RecognitionTask, className: String) {
    self.vocabulary = vocabulary
    self.task = task
    self.className = className
  }

  /// By vocabulary, then by name.
  package static func < (left: ClassReference, right: ClassReference) -> Bool {
    (left.vocabulary, left.className) < (right.vocabulary, right.className)
  }
}
