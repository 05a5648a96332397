extension CurlRun {
  /// What curl's exit code means. Source: curl's manual, “EXIT CODES”.
  ///
  /// - Parameter received: bytes that are there now.
  func end(code: Int32, words: String, received: Int64) -> End {
    let shown = address.shown
    switch code {
    case 0: return .complete
    case 1: return .failed(.redirectProtocol(shown))
    case 22: return refused(words)
    // No ranges; a range that the file does not have.
    case 33, 36: return .restart
    case 47: return .failed(.redirects(shown, limit: limits.redirectLimit))
    case 28:
      return .broken(.stalled(shown, received: received, seconds: limits.stallSeconds))
    // The file, an answer, or the connection ended early.
    case 18, 52, 55, 56, 92: return .broken(.cut(shown, received: received))
    default:
      let isTransient = [5, 6, 7].contains(code)
      let error = DownloadError.failed(shown, detail: Self.plain(words, code))
      return isTransient ? .broken(error) : .failed(error)
    }
  }

  /// `curl: (22) The requested URL returned error: 404`
  private func refused(_ words: String) -> End {
    let code = Int(words.split(whereSeparator: { !$0.isNumber }).last ?? "") ?? 0
    // 416: there is nothing behind what is there.
    if code == 416, offset > 0 { return .restart }
    let error = DownloadError.status(address.shown, code: code)
    return code >= 500 || code == 429 ? .broken(error) : .failed(error)
  }

  /// curl's last words without its name and number.
  private static func plain(_ words: String, _ code: Int32) -> String {
    let line = words.split(whereSeparator: \.isNewline).last.map(String.init) ?? ""
    let text = line.split(separator: ") ", maxSplits: 1).last.map(String.init) ?? ""
    return text.isEmpty ? "curl ended with \(code)" : text
  }
}
