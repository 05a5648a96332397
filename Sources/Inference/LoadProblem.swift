internal import Glibc

/// Says in plain words why a network's file was refused.
enum LoadProblem {
  /// What can be seen without the runtime, whose words for it would mislead; nil for nothing.
  static func beforeReading(_ path: String) -> InferenceError? {
    if let detail = problem(withFile: path) { return .noFile(path: path, detail: detail) }
    if path.hasSuffix(".xml") {
      let weights = path.dropLast(4) + ".bin"
      if let detail = problem(withFile: String(weights)) {
        return .noFile(path: path, detail: "its weights \(weights) are missing (\(detail))")
      }
    }
    return nil
  }

  private static func problem(withFile path: String) -> String? {
    var facts = stat()
    guard stat(path, &facts) == 0, access(path, R_OK) == 0 else {
      return String(cString: strerror(errno)).lowercased()
    }
    guard facts.st_mode & S_IFMT == S_IFREG else { return "it is not a file" }
    return facts.st_size == 0 ? "it is empty" : nil
  }

  /// - Parameter words: the runtime's.
  static func error(path: String, words: String) -> InferenceError {
    let operators = unknownOperators(in: words)
    if !operators.isEmpty { return .unknownOperators(path: path, operators: operators) }
    for (mark, detail) in damages where words.contains(mark) {
      return .damaged(path: path, detail: detail)
    }
    return .cannotLoad(path: path, detail: gist(of: words))
  }

  /// What the runtime says of files that are not whole, and what it means.
  private static let damages = [
    ("Model can't be parsed", "it is cut short or was changed"),
    ("FlatBuffer verification failed", "it is cut short or was changed"),
    ("Incorrect weights in bin file", "its weights are fewer than the network needs"),
    ("pugi::status_ok", "its text breaks off or is not XML"),
    ("Unable to read the model", "it is cut short, or not a network of the kind its name says"),
  ]

  /// The operators that the runtime says it lacks, each once, in its order.
  private static func unknownOperators(in words: String) -> [String] { [] }

  /// The runtime's words without its source lines.
  private static func gist(of words: String) -> String { words }
}
