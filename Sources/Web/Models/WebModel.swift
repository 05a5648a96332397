package import PhotoCore

/// A network in one of the folders where networks are looked for, as its record tells it.
package struct WebModel: Hashable, Sendable {
  /// What is known of a network whose record could be read.
  package struct RecordFacts: Hashable, Sendable {
    /// For people.
    package var name: String
    /// What it does.
    package var task: RecognitionTask
    /// The version of the weights.
    package var version: String
    /// The vocabulary of its classes, such as `coco`.
    package var vocabulary: String
    /// How many classes it knows.
    package var classCount: Int
    /// The confidence from which its results count where nothing else is said, 0...1.
    package var threshold: Double
    /// The whole record, as JSON.
    package var recordJSON: String

    package init(
      name: String, task: RecognitionTask, version: String, vocabulary: String, classCount: Int,
      threshold: Double, recordJSON: String
    ) {
      self.name = name
      self.task = task
      self.version = version
      self.vocabulary = vocabulary
      self.classCount = classCount
      self.threshold = threshold
      self.recordJSON = recordJSON
    }
  }

  /// The id by which results refer to it.
  package var id: String
  /// What its record says; nil where that cannot be used.
  package var facts: RecordFacts?
  /// One sentence about what is wrong with it; nil for nothing.
  package var problem: String?
  /// The size of its files, in bytes.
  package var bytes: Int64
  /// Whether it lies in the library, so that it may be removed.
  package var isRemovable: Bool
  /// Whether it is the one that is used where none was chosen.
  package var isDefault: Bool

  package init(
    id: String, facts: RecordFacts?, problem: String? = nil, bytes: Int64, isRemovable: Bool,
    isDefault: Bool
  ) {
    self.id = id
    self.facts = facts
    self.problem = problem
    self.bytes = bytes
    self.isRemovable = isRemovable
    self.isDefault = isDefault
  }
}

/// A network that can be installed by its id alone.
package struct WebInstallableModel: Hashable, Sendable {
  /// The id that it will have.
  package var id: String
  /// For people.
  package var name: String
  /// What it does.
  package var task: RecognitionTask
  /// How much is downloaded, in bytes.
  package var bytes: Int64
  /// The licence of the weights.
  package var licence: String
  /// Where it comes from.
  package var address: String
  /// Published accuracy as a record has it: a JSON object, empty where none is known.
  package var publishedJSON: String
  /// What else is to be said; empty for nothing.
  package var note: String

  package init(
    id: String, name: String, task: RecognitionTask, bytes: Int64, licence: String,
    address: String, publishedJSON: String, note: String
  ) {
    self.id = id
    self.name = name
    self.task = task
    self.bytes = bytes
    self.licence = licence
    self.address = address
    self.publishedJSON = publishedJSON
    self.note = note
  }
}

/// A family of networks: how one of it is fed and read.
package struct WebPreset: Hashable, Sendable {
  /// Its name on the command line, such as `yolov8`.
  package var id: String
  /// What it is, in a few words.
  package var summary: String
  /// Whether its networks are two files, which cannot come from one address.
  package var needsTwoFiles: Bool

  package init(id: String, summary: String, needsTwoFiles: Bool = false) {
    self.id = id
    self.summary = summary
    self.needsTwoFiles = needsTwoFiles
  }
}
