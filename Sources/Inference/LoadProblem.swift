internal import Glibc

/// Says in plain words why a network's file was refused.
enum LoadProblem {
  /// What can be seen without the runtime, whose words for it would mislead; nil for nothing.
  static func beforeReading(_ path: String) -> InferenceError? {
    if let detail = problem(withFile: path) { return .noFile(path: path, detail: detail) }
    guard path.hasSuffix(".xml") else { return nil }
    let weights = path.dropLast(4) + ".bin"
    return problem(withFile: String(weights)).map { detail in
      .noFile(path: path, detail: "its weights \(weights) are missing: \(detail)")
    }
  }

  private static func problem(withFile path: String) -> String? {
    var facts = stat()
    guard stat(path, &facts) == 0, access(path, R_OK) == 0 else {
      return String(cString: strerror(errno)).lowercased()
    }
    guard facts.st_mode & S_IFMT == S_IFREG else { return "it is not a file" }
    return nil
  }

  /// The error for what the runtime says of a file.
  static func error(path: String, words: RuntimeMessage) -> InferenceError {
    let operators = words.unknownOperators
    if !operators.isEmpty { return .unknownOperators(path: path, operators: operators) }
    for (mark, detail) in damages where words.text.contains(mark) {
      return .damaged(path: path, detail: detail)
    }
    return .cannotLoad(path: path, detail: words.gist)
  }

  /// What the runtime says of files that are not whole, and what it means.
  private static let damages = [
    ("Model can't be parsed", "it is cut short or was changed"),
    ("FlatBuffer verification failed", "it is cut short or was changed"),
    ("Incorrect weights in bin file", "it has too few weights"),
    ("Empty weights data in bin file", "its weights are empty"),
    ("pugi::status_ok", "its text is cut short or not XML"),
    ("Unable to read the model", "it is cut short, or not a model of the kind that its name says"),
  ]
}
