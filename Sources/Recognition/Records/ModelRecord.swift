package import PhotoCore

/// What a network is, how to feed it and what comes out: the `record.json` beside it.
package struct ModelRecord: Hashable, Sendable {
  /// The id by which results refer to it: letters, digits, `-`, `.` and `_`.
  package var id: String
  /// For people.
  package var name: String
  /// What it does.
  package var task: RecognitionTask
  /// The version of the weights.
  package var version: String
  /// The vocabulary of its labels: `coco`, `imagenet`, or its own.
  package var vocabulary: String
  /// The licence of the weights; `unknown` where nobody said.
  package var licence: String
  /// What is to be said about the licence; nil for nothing.
  package var licenceNote: String?
  /// Where the weights come from: an address or a file's name.
  package var source: String
  /// SHA-256 of what they were converted from, hexadecimal.
  package var sourceSHA256: String
  /// The format of ``network``.
  package var format: ModelFormat
  /// The network's file in the model's folder.
  package var network: String
  /// How the photo is brought to the network.
  package var input: ModelInput
  /// The outputs that are read, by name, and their shapes.
  package var outputs: [String: [Int]]
  /// How the outputs are read.
  package var decoding: ModelDecoding
  /// How many classes, without a background class.
  package var classCount: Int
  /// Results below this are not stored, 0...1.
  package var scoreFloor: Double
  /// Results below this do not count in a search that does not say otherwise, 0...1.
  package var defaultThreshold: Double
  /// What becomes of overlapping boxes; nil for the usual suppression, and for classifiers.
  package var suppression: ModelSuppression?
  /// Published accuracy by measure, such as `mAP`: 40.5 or `top1`: 77.6, in percent; `set` and `note`
  /// say on what. Empty where nothing was published.
  package var published: PublishedAccuracy
  /// SHA-256 of each file of the folder but the record, hexadecimal.
  package var files: [String: String]

  package init(
    id: String, name: String, task: RecognitionTask, version: String = "", vocabulary: String,
    licence: String = "unknown", licenceNote: String? = nil, source: String, sourceSHA256: String,
    format: ModelFormat, network: String, input: ModelInput, outputs: [String: [Int]],
    decoding: ModelDecoding, classCount: Int, scoreFloor: Double, defaultThreshold: Double,
    suppression: ModelSuppression? = nil, published: PublishedAccuracy = PublishedAccuracy(),
    files: [String: String] = [:]
  ) {
    self.id = id
    self.name = name
    self.task = task
    self.version = version
    self.vocabulary = vocabulary
    self.licence = licence
    self.licenceNote = licenceNote
    self.source = source
    self.sourceSHA256 = sourceSHA256
    self.format = format
    self.network = network
    self.input = input
    self.outputs = outputs
    self.decoding = decoding
    self.classCount = classCount
    self.scoreFloor = scoreFloor
    self.defaultThreshold = defaultThreshold
    self.suppression = suppression
    self.published = published
    self.files = files
  }
}

/// The formats of networks.
package enum ModelFormat: String, Sendable, Codable, CaseIterable {
  /// OpenVINO's intermediate representation: `model.xml` with `model.bin`.
  case openVINO = "openvino-ir"
  /// ONNX.
  case onnx
  /// TensorFlow Lite.
  case tflite
  /// A frozen graph of TensorFlow 1.
  case tensorFlow = "tensorflow-frozen"
  /// Darknet's `.cfg` and `.weights`, which are converted to ``openVINO`` when they are added.
  case darknet
}

/// Figures that others published.
package struct PublishedAccuracy: Hashable, Sendable, Codable {
  /// COCO's mAP at IoU 0.50:0.95, in percent; nil where it is not known.
  package var mAP: Double?
  /// Top-1 accuracy, in percent; nil where it is not known.
  package var top1: Double?
  /// What it was measured on; nil where it is not known.
  package var set: String?

  package init(mAP: Double? = nil, top1: Double? = nil, set: String? = nil) {
    self.mAP = mAP
    self.top1 = top1
    self.set = set
  }
}

/// What becomes of overlapping boxes.
package struct ModelSuppression: Hashable, Sendable, Codable {
  /// Of two boxes of one class that overlap by more than this IoU, the surer one stays.
  package var sameClassIoU: Double
  /// The same for boxes of different classes; nil keeps them all.
  package var crossClassIoU: Double?
  /// The most boxes of a photo.
  package var maximumCount: Int

  package init(sameClassIoU: Double, crossClassIoU: Double?, maximumCount: Int = 100) {
    self.sameClassIoU = sameClassIoU
    self.crossClassIoU = crossClassIoU
    self.maximumCount = maximumCount
  }

  private enum CodingKeys: String, CodingKey {
    case sameClassIoU = "same_class_iou"
    case crossClassIoU = "cross_class_iou"
    case maximumCount = "maximum_count"
  }
}

extension ModelRecord: Codable {
  private enum CodingKeys: String, CodingKey {
    case id, name, task, version, vocabulary, licence, source, format, network, input, outputs
    case decoding, suppression, published, files
    case licenceNote = "licence_note"
    case sourceSHA256 = "source_sha256"
    case classCount = "class_count"
    case scoreFloor = "score_floor"
    case defaultThreshold = "default_threshold"
  }

  /// Reads what ``encode(to:)`` writes. A record without `format` and `network` is of the first kind,
  /// which knew only OpenVINO's.
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    func text(_ key: CodingKeys) throws -> String? {
      try values.decodeIfPresent(String.self, forKey: key)
    }
    self.init(
      id: try values.decode(String.self, forKey: .id),
      name: try values.decode(String.self, forKey: .name),
      task: try values.decode(RecognitionTask.self, forKey: .task),
      version: try text(.version) ?? "",
      vocabulary: try values.decode(String.self, forKey: .vocabulary),
      licence: try text(.licence) ?? "unknown", licenceNote: try text(.licenceNote),
      source: try text(.source) ?? "", sourceSHA256: try text(.sourceSHA256) ?? "",
      format: try values.decodeIfPresent(ModelFormat.self, forKey: .format) ?? .openVINO,
      network: try text(.network) ?? "model.xml",
      input: try values.decode(ModelInput.self, forKey: .input),
      outputs: try values.decode([String: [Int]].self, forKey: .outputs),
      decoding: try values.decode(ModelDecoding.self, forKey: .decoding),
      classCount: try values.decode(Int.self, forKey: .classCount),
      scoreFloor: try values.decode(Double.self, forKey: .scoreFloor),
      defaultThreshold: try values.decode(Double.self, forKey: .defaultThreshold),
      suppression: try values.decodeIfPresent(ModelSuppression.self, forKey: .suppression),
      published: try values.decodeIfPresent(PublishedAccuracy.self, forKey: .published)
        ?? PublishedAccuracy(),
      files: try values.decode([String: String].self, forKey: .files))
  }

  /// Writes every field in the names of `record.json`, which `docs/models.md` lists.
  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(id, forKey: .id)
    try values.encode(name, forKey: .name)
    try values.encode(task, forKey: .task)
    try values.encode(version, forKey: .version)
    try values.encode(vocabulary, forKey: .vocabulary)
    try values.encode(licence, forKey: .licence)
    try values.encodeIfPresent(licenceNote, forKey: .licenceNote)
    try values.encode(source, forKey: .source)
    try values.encode(sourceSHA256, forKey: .sourceSHA256)
    try values.encode(format, forKey: .format)
    try values.encode(network, forKey: .network)
    try values.encode(input, forKey: .input)
    try values.encode(outputs, forKey: .outputs)
    try values.encode(decoding, forKey: .decoding)
    try values.encode(classCount, forKey: .classCount)
    try values.encode(scoreFloor, forKey: .scoreFloor)
    try values.encode(defaultThreshold, forKey: .defaultThreshold)
    try values.encodeIfPresent(suppression, forKey: .suppression)
    try values.encode(published, forKey: .published)
    try values.encode(files, forKey: .files)
  }
}
