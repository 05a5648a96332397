internal import Foundation

/// An address that a file may be taken from.
struct DownloadAddress: Hashable {
  /// The whole address, which may hold a secret behind its `?`.
  let text: String
  /// Whether nothing protects what comes on its way.
  let isPlain: Bool
  /// Whether the file comes from this machine.
  let isLocal: Bool
  /// The address for people, records and logs: without what stands behind `?`.
  let shown: String

  /// No server takes longer ones.
  private static let lengthLimit = 2000

  /// - Throws: ``DownloadError/badAddress(_:detail:)``, ``DownloadError/notSecure(_:)``.
  init(_ text: String, allowsPlainHTTP: Bool = false) throws(DownloadError) {
    let shown = String(text.prefix { $0 != "?" && $0 != "#" })
    guard text.utf8.count <= Self.lengthLimit, text.unicodeScalars.allSatisfy(Self.isPlain),
      let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
      let host = parts.host?.lowercased(), !host.isEmpty
    else {
      throw .badAddress(
        String(shown.prefix(200)), detail: "it should look like https://server/file")
    }
    guard parts.user == nil, parts.password == nil else {
      throw .badAddress(
        "\(scheme)://…@\(host)", detail: "addresses with passwords are not accepted")
    }
    guard scheme == "https" || scheme == "http" else {
      throw .badAddress(shown, detail: "only https is accepted")
    }
    isPlain = scheme == "http"
    isLocal = ["localhost", "127.0.0.1", "[::1]", "::1"].contains(host)
    guard !isPlain || isLocal || allowsPlainHTTP else { throw .notSecure(shown) }
    self.text = text
    self.shown = shown
  }

  /// What stands behind the last `/`, whose ending tells formats apart.
  var fileName: String {
    (URLComponents(string: shown)?.path as NSString?)?.lastPathComponent ?? ""
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0x20 && scalar.value < 0x7F && scalar != "\"" && scalar != "\\"
  }
}
