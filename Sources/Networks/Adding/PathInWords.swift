internal import Inference
internal import Recognition

extension ModelInstallError {
  /// The same error about the file that somebody gave, instead of its copy in a hidden folder.
  func about(_ path: String, not folder: String) -> ModelInstallError {
    guard case .refused(.inference(let error)) = self else { return self }
    return switch error {
    case .cannotLoad(let copy, let detail) where copy.hasPrefix(folder):
      .refused(.inference(.cannotLoad(path: path, detail: detail)))
    case .damaged(let copy, let detail) where copy.hasPrefix(folder):
      .refused(.inference(.damaged(path: path, detail: detail)))
    case .unknownOperators(let copy, let operators) where copy.hasPrefix(folder):
      .refused(.inference(.unknownOperators(path: path, operators: operators)))
    case .inputShape(let copy, let expected, let found) where copy.hasPrefix(folder):
      .refused(.inference(.inputShape(path: path, expected: expected, found: found)))
    default: self
    }
  }
}
