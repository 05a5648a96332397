/// What can go wrong with the catalogue as a whole. Nothing is written when one is thrown.
package enum CatalogError: Error, Hashable, Sendable {
  /// The catalogue was made by a later Meridian.
  case newerVersion(path: String)
  /// The file is there and is no catalogue, or is damaged.
  case notACatalogue(path: String, detail: String)
  /// The folder or the file cannot be written.
  case notWritable(path: String, detail: String)
  /// The disk is full.
  case diskFull(path: String)
  /// A CHECK, a foreign key or another constraint of the tables refused a value.
  ///
  /// - Parameter detail: SQLite's words, which name the constraint and no value.
  case refused(path: String, detail: String)
  /// A result names a network that the catalogue was not told of.
  case unknownModel(String)
  /// Two networks that cannot be compared: the same, or of different tasks or vocabularies.
  case notComparable(String, String)
  /// The query uses a term that this version cannot answer yet.
  case notYetAvailable(term: String)
}

extension CatalogError: CustomStringConvertible {
  /// One sentence, and what to do next.
  package var description: String {
    switch self {
    case .newerVersion(let path):
      "The catalogue \(path) was created by a newer Meridian. Upgrade Meridian, or use another library."
    case .notACatalogue(let path, let detail):
      "\(path) is not a Meridian catalogue (\(detail)). Restore it from a backup: see "
        + "`meridian backup --help`."
    case .notWritable(let path, let detail):
      "The library cannot be written at \(path) (\(detail)). Check its permissions, or choose "
        + "another with --library."
    case .diskFull(let path):
      "The disk that holds \(path) is full. Free some space and run the same command again; it "
        + "continues where it stopped."
    case .refused(let path, let detail):
      "The catalogue \(path) refused a value (\(detail)), and nothing of it was stored. Install the "
        + "newest Meridian and run the same command again. If it is refused again, please report this "
        + "message."
    case .unknownModel(let name):
      "The catalogue has no model called \(name). Run the import again."
    case .notComparable(let first, let second):
      "\(first) and \(second) cannot be compared. Choose two different models of one task with the "
        + "same classes."
    case .notYetAvailable(let term):
      "The term \(term) is valid but not supported by this version yet."
    }
  }
}
