internal import Foundation
internal import Networks
internal import PhotoCore
internal import Recognition

/// What a record says of a trained network.
package struct CNN3Description: Hashable, Sendable {
  /// The id by which results refer to it: letters, digits, `-`, `.` and `_`.
  package var id: String
  /// The label's name, for people; any text.
  package var name: String
  /// Which training it is of.
  package var version: String
  /// What it was trained from, such as `40 examples, seed 7`.
  package var source: String
  /// The probability from which a photo has the label, 0...1.
  package var threshold: Double

  package init(id: String, name: String, version: String, source: String, threshold: Double) {
    self.id = id
    self.name = name
    self.version = version
    self.source = source
    self.threshold = threshold
  }
}

extension CNN3Network {
  /// Writes the network as an OpenVINO model: `model.xml`, `model.bin`, `labels.txt` (`no`, `yes`) and
  /// `record.json`, for `SceneClassifier`.
  ///
  /// The folder appears when all of it is written; after an error there is none.
  /// - Parameters:
  ///   - folder: one that does not exist yet, in one that does.
  ///   - sha256: the hexadecimal SHA-256 of a file; nil where it cannot be read.
  /// - Throws: ``LearningError/unwritable(path:detail:)``.
  package func write(
    to folder: String, _ description: CNN3Description, sha256: (String) -> String?
  ) throws(LearningError) {
    let draft = "\(folder).incomplete-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: draft) }
    do {
      try FileManager.default.createDirectory(
        atPath: draft, withIntermediateDirectories: false)
      try writeParts(to: draft)
      let record = record(description, files: try Self.hashes(in: draft, sha256))
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      try encoder.encode(record).write(to: URL(fileURLWithPath: "\(draft)/record.json"))
      try FileManager.default.moveItem(atPath: draft, toPath: folder)
    } catch let error as GraphFileError {
      throw .unwritable(path: folder, detail: error.detail)
    } catch {
      throw .unwritable(path: folder, detail: error.localizedDescription)
    }
  }

  private func writeParts(to folder: String) throws {
    let constants = try ConstantFile(path: "\(folder)/model.bin")
    var graph = CNN3Graph(self, constants: constants)
    let xml = try graph.build().xml
    try constants.close()
    try Data(xml.utf8).write(to: URL(fileURLWithPath: "\(folder)/model.xml"))
    try Data("no\nyes\n".utf8).write(to: URL(fileURLWithPath: "\(folder)/labels.txt"))
  }

  private static func hashes(
    in folder: String, _ sha256: (String) -> String?
  ) throws -> [String: String] {
    var hashes: [String: String] = [:]
    for name in ["model.xml", "model.bin", "labels.txt"] {
      guard let hash = sha256("\(folder)/\(name)") else {
        throw GraphFileError(path: "\(folder)/\(name)", detail: "it cannot be read back")
      }
      hashes[name] = hash
    }
    return hashes
  }

  private func record(_ description: CNN3Description, files: [String: String]) -> ModelRecord {
    let side = PixelSize(width: shape.side, height: shape.side)
    let recipe = CNN3Learner.recipe
    let input = ModelInput(
      name: "image", layout: .nhwc, type: .u8,
      recipe: InputRecipe(
        size: side, fit: recipe.fit, interpolation: recipe.interpolation,
        antialias: recipe.antialias))
    return ModelRecord(
      id: description.id, name: description.name, task: .classification,
      version: description.version, vocabulary: "label", licence: "own",
      source: description.source, sourceSHA256: files["model.bin"] ?? "", format: .openVINO,
      network: "model.xml", input: input, outputs: ["probabilities": [1, 2]],
      decoding: ModelDecoding(family: .classifier), classCount: 2, scoreFloor: 0,
      defaultThreshold: description.threshold, files: files)
  }
}
