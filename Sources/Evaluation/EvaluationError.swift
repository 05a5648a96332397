/// Why something cannot be measured.
package enum EvaluationError: Error, Hashable, Sendable {
  /// A file of annotations, boxes or labels cannot be read.
  case unreadable(path: String, detail: String)
  /// A line of a file of labels makes no sense.
  case badLine(path: String, number: Int, detail: String)
  /// A picture cannot be read.
  case noPicture(path: String, detail: String)
  /// None of the network's classes is among those of the annotations.
  case noSharedClass(model: String)
  /// There is nothing to measure.
  case nothing(folder: String)
}

extension EvaluationError: CustomStringConvertible {
  /// One sentence, and what to do.
  package var description: String {
    switch self {
    case .unreadable(let path, let detail):
      "\(path) cannot be read: \(detail). Give a file in COCO's format."
    case .badLine(let path, let number, let detail):
      "Line \(number) of \(path) says \(detail). Write the file's name, a tab, and a class by name or "
        + "by number from 0."
    case .noPicture(let path, let detail):
      "\(path) \(detail). Give the folder that contains the pictures."
    case .noSharedClass(let model):
      "None of the classes of \(model) is in the annotations. Give annotations with classes that it "
        + "knows."
    case .nothing(let folder):
      "No picture in \(folder) has a known label. Give a folder whose files or folders are named "
        + "after classes, or give --labels."
    }
  }
}
