internal import Foundation
public import PhotoCore

/// What a network is, how to feed it and what comes out: the `record.json` beside it.
public struct ModelRecord: Hashable, Sendable, Codable {
  /// The id by which results refer to it.
  public let id: String
  /// For people.
  public let name: String
  /// What it does.
  public let task: RecognitionTask
  /// The version of the weights.
  public let version: String
  /// The vocabulary of its labels: `coco`, `imagenet`, or its own.
  public let vocabulary: String
  /// The licence of the weights.
  public let licence: String
  /// Where the weights come from.
  public let source: String
  /// SHA-256 of what they were converted from, hexadecimal.
  public let sourceSHA256: String
  /// How the photo is brought to the network.
  public let input: Input
  /// The outputs' names and shapes.
  public let outputs: [String: [Int]]
  /// How the outputs are read.
  public let decoding: Decoding
  /// How many classes.
  public let classCount: Int
  /// Results below this are not stored, 0...1.
  public let scoreFloor: Double
  /// Results below this do not count in a search that does not say otherwise, 0...1.
  public let defaultThreshold: Double
  /// SHA-256 of each file, hexadecimal.
  public let files: [String: String]

  /// What goes in.
  public struct Input: Hashable, Sendable, Codable {
    /// The network's name for it.
    public let name: String
    /// `NHWC`: rows, columns, channels.
    public let layout: String
    /// `u8`.
    public let type: String
    /// `RGB`.
    public let channels: String
    /// How the photo is resized.
    public let recipe: InputRecipe
  }

  /// How outputs are read.
  public enum Decoding: String, Sendable, Codable {
    /// `boxes` [n, 4] (top, left, bottom, right in fractions) and `scores` [n, classes].
    case ssdDecoded = "ssd-decoded"
    /// `probabilities` [1, classes] and `embedding` [1, dimensions].
    case classifier
  }

  private enum CodingKeys: String, CodingKey {
    case id, name, task, version, vocabulary, licence, source, input, outputs, decoding, files
    case sourceSHA256 = "source_sha256"
    case classCount = "class_count"
    case scoreFloor = "score_floor"
    case defaultThreshold = "default_threshold"
  }
}

/// A model as it lies in a folder: its record, its labels, and where its network is.
public struct InstalledModel: Hashable, Sendable {
  /// The record.
  public let record: ModelRecord
  /// The record's text, for keeping it with the results.
  public let recordJSON: String
  /// The classes, in the order of the outputs.
  public let labels: LabelSet
  /// The folder.
  public let folder: String

  /// The network's file.
  public var networkPath: String { folder + "/model.xml" }

  /// Reads the record and the labels of a folder; the network itself is not touched.
  ///
  /// - Throws: ``RecognitionError/badRecord(path:detail:)``,
  ///   ``RecognitionError/labelCount(model:expected:found:)``,
  ///   ``RecognitionError/repeatedLabel(model:name:)``.
  public init(folder: String) throws(RecognitionError) {
    let path = folder + "/record.json"
    let text: String
    do {
      text = try String(contentsOfFile: path, encoding: .utf8)
      record = try JSONDecoder().decode(ModelRecord.self, from: Data(text.utf8))
    } catch {
      throw .badRecord(path: path, detail: "\(error)")
    }
    recordJSON = text
    self.folder = folder
    labels = try Self.labels(of: record, folder: folder)
  }

  /// A class a line: canonical name, then synonyms, tabs between.
  private static func labels(
    of record: ModelRecord, folder: String
  ) throws(RecognitionError) -> LabelSet {
    guard let text = try? String(contentsOfFile: folder + "/labels.txt", encoding: .utf8) else {
      throw .badRecord(path: folder + "/labels.txt", detail: "there is no such file")
    }
    let classes = text.split(separator: "\n").map { line in
      let names = line.split(separator: "\t").map(String.init)
      return LabelClass(name: names.first ?? "", synonyms: Array(names.dropFirst()))
    }
    guard classes.count == record.classCount else {
      throw .labelCount(model: record.id, expected: record.classCount, found: classes.count)
    }
    var seen: Set<String> = []
    for name in classes.map(\.name) where !seen.insert(name.lowercased()).inserted {
      throw .repeatedLabel(model: record.id, name: name)
    }
    return LabelSet(vocabulary: record.vocabulary, task: record.task, classes: classes)
  }

  /// Checks every file against its hash.
  ///
  /// - Parameter sha256: the hexadecimal SHA-256 of a file; nil where it cannot be read.
  /// - Throws: ``RecognitionError/changedFile(model:file:)``.
  public func verify(sha256: (String) -> String?) throws(RecognitionError) {
    for (file, expected) in record.files.sorted(by: { $0.key < $1.key })
    where sha256(folder + "/" + file) != expected {
      throw .changedFile(model: record.id, file: file)
    }
  }
}
