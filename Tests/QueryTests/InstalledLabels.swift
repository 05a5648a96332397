import Foundation
import PhotoCore

/// The label files of the networks that `make` installs.
enum InstalledLabels {
  struct Missing: Error, CustomStringConvertible {
    let path: String
    var description: String { "\(path) is missing: run make, which installs the networks" }
  }

  static func all() throws -> [LabelSet] {
    [
      LabelSet(vocabulary: "coco", task: .detection, classes: try classes(of: "ssd-mobilenet-v2")),
      LabelSet(
        vocabulary: "imagenet", task: .classification,
        classes: try classes(of: "efficientnet-lite2")),
    ]
  }

  /// A line a class: the canonical name, then synonyms, tabs between.
  private static func classes(of model: String) throws -> [LabelClass] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appending(path: ".deps/models/\(model)/labels.txt")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else {
      throw Missing(path: file.path)
    }
    return text.split(whereSeparator: \.isNewline).compactMap { line in
      let names = line.split(separator: "\t").map(String.init)
      return names.first.map { LabelClass(name: $0, synonyms: Array(names.dropFirst())) }
    }
  }
}
