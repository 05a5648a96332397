internal import Foundation
package import PhotoCore

/// A model as it lies in a folder: its record, its labels, and where its network is.
package struct InstalledModel: Hashable, Sendable {
  /// The record.
  package let record: ModelRecord
  /// The record's text, for keeping it with the results.
  package let recordJSON: String
  /// The classes, in the order of the outputs.
  package let labels: LabelSet
  /// The folder.
  package let folder: String

  /// The network's file.
  package var networkPath: String { folder + "/" + record.network }

  /// Reads the record and the labels of a folder; the network itself is not touched.
  ///
  /// - Throws: ``RecognitionError/badRecord(path:detail:)``,
  ///   ``RecognitionError/labelCount(model:expected:found:)``,
  ///   ``RecognitionError/repeatedLabel(model:name:)``.
  package init(folder: String) throws(RecognitionError) {
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
      throw .badRecord(path: folder + "/labels.txt", detail: "the file does not exist")
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
  package func verify(sha256: (String) -> String?) throws(RecognitionError) {
    for (file, expected) in record.files.sorted(by: { $0.key < $1.key })
    where sha256(folder + "/" + file) != expected {
      throw .changedFile(model: record.id, file: file)
    }
  }
}
