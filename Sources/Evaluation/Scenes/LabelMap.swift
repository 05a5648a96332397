internal import Foundation

/// Pictures and their classes, from a file of lines: file, tab, class by name, synonym or number from 0.
///
/// Empty lines and those that begin with `#` say nothing.
package struct LabelMap: Sendable {
  /// Each picture, relative to the folder of all, and the classes of which any is right.
  package let pictures: [(file: String, classes: Set<Int>)]

  /// - Throws: ``EvaluationError/unreadable(path:detail:)``,
  ///   ``EvaluationError/badLine(path:number:detail:)``.
  package init(contentsOf path: String, labels: SceneLabels) throws(EvaluationError) {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw .unreadable(path: path, detail: "it cannot be opened as text")
    }
    try self.init(text, path: path, labels: labels)
  }

  init(_ text: String, path: String, labels: SceneLabels) throws(EvaluationError) {
    var pictures: [(file: String, classes: Set<Int>)] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let line = line.last == "\r" ? line.dropLast() : line
      guard !line.isEmpty, line.first != "#" else { continue }
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count >= 2 else {
        throw .badLine(path: path, number: index + 1, detail: "no class")
      }
      let classes = labels.classes(named: fields[1])
      guard !classes.isEmpty else {
        throw .badLine(
          path: path, number: index + 1, detail: "`\(fields[1])`, which is not a class of the model"
        )
      }
      pictures.append((fields[0], classes))
    }
    self.pictures = pictures
  }

  /// Every file of a folder whose name or folder is a class.
  ///
  /// - Throws: ``EvaluationError/nothing(folder:)``.
  package init(folder: String, labels: SceneLabels) throws(EvaluationError) {
    let names = FileManager.default.enumerator(atPath: folder)?.allObjects ?? []
    var isFolder: ObjCBool = false
    pictures = names.compactMap { $0 as? String }.sorted().compactMap { name in
      let classes = labels.classes(ofFile: name)
      guard !classes.isEmpty,
        FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder),
        !isFolder.boolValue
      else { return nil }
      return (name, classes)
    }
    guard !pictures.isEmpty else { throw .nothing(folder: folder) }
  }
}
