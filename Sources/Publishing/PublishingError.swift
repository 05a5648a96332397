/// Why a document was not made. What was there before is as it was.
package enum PublishingError: Error, Hashable, Sendable {
  /// The file exists already.
  case exists(String)
  /// The file or folder cannot be written, with the system's words.
  case notWritable(String, detail: String)
  /// The folder holds files that no export of ours made.
  case foreignFiles(String)
  /// More rows than an Excel sheet holds.
  case tooManyRows(Int)
}

extension PublishingError: CustomStringConvertible {
  /// One sentence, and what to do next.
  package var description: String {
    switch self {
    case .exists(let path):
      "\(path) already exists. Choose another name, or pass --overwrite."
    case .notWritable(let path, let detail):
      "\(path) cannot be written: \(detail). Check its folder and the space on the disk."
    case .foreignFiles(let path):
      "The folder \(path) contains files that are not from an export. Choose an empty one."
    case .tooManyRows(let count):
      "An Excel sheet holds at most 1,048,575 photos, not \(count). Narrow the query, or export csv."
    }
  }
}
