internal import Foundation
internal import PhotoCore
internal import Recognition

/// The classes of a network that is being added, and the vocabulary that they belong to.
struct LabelFile: Hashable {
  /// A class a line: canonical name, then synonyms, tabs between.
  let text: String
  /// `coco`, `imagenet`, or the model's own.
  let vocabulary: String

  /// Names of a thousand classes have 21 kB.
  private static let byteLimit = 1 << 20

  /// Takes the labels of a file, or those of the vocabulary that has so many classes.
  ///
  /// - Parameters:
  ///   - path: the file; nil for none.
  ///   - own: the vocabulary of classes that are in no known one: the model's id.
  ///   - known: the vocabulary of the default model of this task; nil where that is not installed.
  /// - Throws: ``ModelInstallError/labelCount(path:expected:found:)``,
  ///   ``ModelInstallError/noLabels(classCount:)``, ``ModelInstallError/unreadable(path:detail:)``.
  init(
    path: String?, classCount: Int, own: String, known: LabelSet?
  ) throws(ModelInstallError) {
    guard let path else {
      guard let known, known.classes.count == classCount else {
        throw .noLabels(classCount: classCount)
      }
      text = Self.text(known.classes)
      vocabulary = known.vocabulary
      return
    }
    let classes = try Self.classes(in: path, count: classCount)
    if let known, Self.isSame(classes, known.classes) {
      text = Self.text(known.classes)
      vocabulary = known.vocabulary
    } else {
      text = Self.text(classes)
      vocabulary = own
    }
  }

  /// How many classes a file names.
  static func count(in path: String) throws(ModelInstallError) -> Int { try lines(of: path).count }

  private static func classes(
    in path: String, count: Int
  ) throws(ModelInstallError) -> [LabelClass] {
    var lines = try lines(of: path)
    // Files of TensorFlow have the background class in front, which Meridian's records leave out.
    if lines.count == count + 1, let first = lines.first?.lowercased(),
      ["background", "__background__", "dummy", "???"].contains(first)
    {
      lines.removeFirst()
    }
    guard lines.count == count else {
      throw .labelCount(path: path, expected: count, found: lines.count)
    }
    if let empty = lines.firstIndex(of: "") {
      throw .unreadable(path: path, detail: "class \(empty + 1) of \(count) has no name")
    }
    return lines.map { line in
      let names = line.split(separator: "\t").map { $0.trimmingCharacters(in: .whitespaces) }
      return LabelClass(name: names.first ?? "", synonyms: Array(names.dropFirst()))
    }
  }

  private static func lines(of path: String) throws(ModelInstallError) -> [String] {
    let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size]) as? NSNumber
    guard let size, size.intValue <= byteLimit else {
      throw .unreadable(
        path: path,
        detail: size == nil ? "the file does not exist" : "it is too long for a label file")
    }
    guard let data = FileManager.default.contents(atPath: path),
      let text = String(data: data, encoding: .utf8), !text.contains("\0")
    else { throw .unreadable(path: path, detail: "it is not text in UTF-8") }
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
      $0.trimmingCharacters(
        in: CharacterSet.whitespaces.union(CharacterSet(charactersIn: "\u{FEFF}")))
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// Whether every class has the known one's name or one of its synonyms.
  private static func isSame(_ classes: [LabelClass], _ known: [LabelClass]) -> Bool {
    classes.count == known.count
      && zip(classes, known).allSatisfy { mine, theirs in
        ([theirs.name] + theirs.synonyms).contains { plain($0) == plain(mine.name) }
      }
  }

  /// Darknet's `tvmonitor`, `diningtable`, `pottedplant` and `sofa` are COCO's, too.
  private static func plain(_ name: String) -> String {
    let letters = name.lowercased().filter { $0.isLetter || $0.isNumber }
    return ["tvmonitor": "tv", "sofa": "couch"][letters] ?? letters
  }

  private static func text(_ classes: [LabelClass]) -> String {
    classes.map { ([$0.name] + $0.synonyms).joined(separator: "\t") + "\n" }.joined()
  }
}
