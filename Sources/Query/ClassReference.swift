public import PhotoCore

/// One class of one vocabulary.
public struct ClassReference: Hashable, Sendable, Codable, Comparable {
  /// The vocabulary's id, such as `coco`.
  public let vocabulary: String
  /// Whether the class has boxes or belongs to the picture as a whole.
  public let task: RecognitionTask
  /// The canonical name of the class.
  public let className: String

  /// Takes the values as they are.
  public init(vocabulary: String, task: RecognitionTask, className: String) {
    self.vocabulary = vocabulary
    self.task = task
    self.className = className
  }

  /// By vocabulary, then by name.
  public static func < (left: ClassReference, right: ClassReference) -> Bool {
    (left.vocabulary, left.className) < (right.vocabulary, right.className)
  }
}
