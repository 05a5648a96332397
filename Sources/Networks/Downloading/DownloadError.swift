/// Why a file did not come. What has come of it is kept where it may still be of use.
package enum DownloadError: Error, Hashable, Sendable {
  /// The text is no address that files are taken from; `detail` says why.
  case badAddress(String, detail: String)
  /// The address is not encrypted.
  case notSecure(String)
  /// No SHA-256 was given.
  case noHash(String)
  /// A text that is no SHA-256.
  case badHash(String)
  /// The program curl is missing.
  case noCurl
  /// The address leads from one to the next without end.
  case redirects(String, limit: Int)
  /// The address leads to one of another protocol.
  case redirectProtocol(String)
  /// The server says that there is no such file, or that it may not be had.
  case status(String, code: Int)
  /// Nothing came any more.
  case stalled(String, received: Int64, seconds: Int)
  /// The connection ended before the file did.
  case cut(String, received: Int64)
  /// The server cannot be reached, or something else went wrong, in curl's words.
  case failed(String, detail: String)
  /// The file is longer than was allowed.
  case tooLong(String, limit: Int64)
  /// The file is another one than was asked for.
  case wrongHash(String, expected: String, found: String)
  /// The file is shorter or longer than the one that was asked for.
  case wrongLength(String, expected: Int64, found: Int64)
}

extension DownloadError: CustomStringConvertible {
  /// One sentence, and what to do next.
  package var description: String {
    switch self {
    case .badAddress, .notSecure, .noHash, .badHash, .noCurl: beforehand
    case .wrongHash(let address, let expected, let found):
      "The file at \(address) has the SHA-256 \(found), not \(expected): it is not the one that was "
        + "asked for, and is not kept."
    case .wrongLength(let address, let expected, let found):
      "The file at \(address) has \(found) bytes, not \(expected): it is not the one that was asked "
        + "for, and is not kept."
    case .tooLong(let address, let limit):
      "The file at \(address) has more than \(limit) bytes. Raise --max-size if that is "
        + "right."
    default: underway
    }
  }

  private var beforehand: String {
    switch self {
    case .badAddress(let address, let detail):
      "“\(address)” is not an address to install from: \(detail)."
    case .notSecure(let address):
      "\(address) is not encrypted, so others could change the download. Use https, or "
        + "--allow-http with a --sha256."
    case .noHash(let address):
      "Give the SHA-256 of \(address) with --sha256, from a source that you trust; or use --no-hash to "
        + "accept any file."
    case .badHash(let text): "“\(text)” is not a SHA-256, which has 64 hexadecimal digits."
    case .noCurl:
      "The program curl, which downloads files, is missing. Install it (on Debian: apt-get install "
        + "curl)."
    default: ""
    }
  }

  private var underway: String {
    switch self {
    case .redirects(let address, let limit):
      "\(address) redirected more than \(limit) times. Give the address of the file "
        + "itself."
    case .redirectProtocol(let address):
      "\(address) redirects to another protocol, which is not followed. Give the address "
        + "of the file itself."
    case .status(let address, let code):
      "The server answered \(code) to \(address). Check the address, or try again later."
    case .stalled(let address, let received, let seconds):
      "Nothing was received from \(address) for \(seconds) seconds, after \(received) bytes. The same "
        + "command continues where this one stopped."
    case .cut(let address, let received):
      "The connection to \(address) ended after \(received) bytes, before the file did. The same "
        + "command continues where this one stopped."
    case .failed(let address, let detail):
      "\(address) cannot be downloaded: \(detail). Check the address and the connection."
    default: ""
    }
  }
}
