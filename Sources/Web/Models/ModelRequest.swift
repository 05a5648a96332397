internal import Foundation
internal import HTTPTypes
internal import PhotoCore

/// What an administrator asks to have installed, as the API takes it.
struct ModelRequest: Decodable {
  /// Of an installable network; beside an address, the id that the network gets.
  var id: String?
  var address: String?
  var sha256: String?
  var preset: String?
  var name: String?
  var licence: String?
  /// Absolute paths of files on the server's machine.
  var files: [String]?
  /// The absolute path of a file with a class a line; only with ``files``.
  var labels: String?
  /// Such as `640x640`; only with ``files``.
  var size: String?

  /// The model task, if the request is valid.
  ///
  /// - Throws: ``RequestProblem`` with a sentence for whoever filled the form.
  func task(_ networks: WebModels) throws -> ModelTask {
    if let files { return .add(try added(files, networks)) }
    if let address { return .download(try download(from: address, networks)) }
    guard let id else {
      throw Self.problem("Give a model's id, an address, or files.")
    }
    guard networks.installable.contains(where: { $0.id == id }) else {
      throw RequestProblem(.notFound, "Model “\(id.prefix(100))” is not available to install.")
    }
    return .install(id: id)
  }

  private func download(from address: String, _ networks: WebModels) throws -> ModelDownload {
    let hash = (sha256 ?? "").trimmingCharacters(in: .whitespaces).lowercased()
    guard hash.utf8.count == 64, hash.utf8.allSatisfy({ Self.digits.contains($0) }) else {
      throw Self.problem(
        "Give the file's SHA-256, 64 hexadecimal digits, from the provider of the model.")
    }
    return ModelDownload(
      address: try Self.checked(address), sha256: hash,
      preset: try known(networks.presets.filter { !$0.needsTwoFiles }), id: try checkedID(),
      name: try Self.line(name, "name"), licence: try Self.line(licence, "licence"))
  }

  private func added(_ files: [String], _ networks: WebModels) throws -> ModelFiles {
    guard (1...2).contains(files.count) else {
      throw Self.problem("A model is one or two files. Give their paths.")
    }
    return ModelFiles(
      paths: try files.map(Self.path), labels: try Self.text(labels).map(Self.path),
      size: try checkedSize(), preset: try known(networks.presets), id: try checkedID(),
      name: try Self.line(name, "name"), licence: try Self.line(licence, "licence"))
  }

  private func known(_ presets: [WebPreset]) throws -> String? {
    guard let preset = Self.text(preset) else { return nil }
    guard presets.contains(where: { $0.id == preset }) else {
      let known = presets.map(\.id).joined(separator: ", ")
      throw Self.problem("Unknown preset “\(preset.prefix(100))”. Use one of \(known).")
    }
    return preset
  }

  private func checkedID() throws -> String? {
    guard let id = Self.text(id) else { return nil }
    guard ModelID.isValid(id) else {
      throw Self.problem(
        "An id has 1 to 64 letters, digits, “-”, “.” and “_”, and starts with a letter or digit.")
    }
    return id
  }

  private func checkedSize() throws -> String? {
    guard let size = Self.text(size) else { return nil }
    guard size.wholeMatch(of: /[1-9][0-9]{0,4}x[1-9][0-9]{0,4}/) != nil else {
      throw Self.problem("A size is width and height in pixels, such as 640x640.")
    }
    return size
  }

  /// A path that cannot be taken for an option; whether there is a file is the other process's to say.
  private static func path(_ text: String) throws -> String {
    let isPlain = text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    guard text.hasPrefix("/"), text.utf8.count <= longestPath, isPlain else {
      throw problem("Give the full path of each file on the server, starting with /.")
    }
    return text
  }

  private static let digits = Set("0123456789abcdef".utf8)
  private static let longestAddress = 2000
  private static let longestLine = 200
  /// Linux's PATH_MAX.
  private static let longestPath = 4096

  /// An address that may be asked: encrypted, or of this machine; without a name and a password, which
  /// would stay in logs.
  private static func checked(_ address: String) throws -> String {
    let text = address.trimmingCharacters(in: .whitespaces)
    guard text.utf8.count <= longestAddress, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
      let parts = URLComponents(string: text), let host = parts.host, !host.isEmpty
    else {
      throw problem("This is not an address. Use one like https://example.org/network.onnx.")
    }
    guard parts.user == nil, parts.password == nil else {
      throw problem("The address must not contain a user name or a password.")
    }
    switch parts.scheme?.lowercased() {
    case "https": return text
    case "http" where ["127.0.0.1", "localhost", "[::1]", "::1"].contains(host): return text
    default: throw problem("The address must begin with https://.")
    }
  }

  /// A line for people; nil for an empty one.
  private static func line(_ text: String?, _ field: String) throws -> String? {
    guard let text = Self.text(text) else { return nil }
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.properties.generalCategory != .control && $0.properties.generalCategory != .format
    }
    guard text.count <= longestLine, isPlain, !text.hasPrefix("-") else {
      throw problem("The \(field) must be one line of at most \(longestLine) characters.")
    }
    return text
  }

  private static func text(_ text: String?) -> String? {
    let text = text?.trimmingCharacters(in: .whitespaces)
    return text?.isEmpty == false ? text : nil
  }

  private static func problem(_ sentence: String) -> RequestProblem {
    RequestProblem(.unprocessableContent, sentence)
  }
}
