internal import Foundation
internal import Recognition

/// A file that somebody gives as a network, or as a part of one.
struct ModelFile: Hashable, Sendable {
  /// What a file is, by its first bytes, and by its ending where they leave a choice.
  enum Kind: String, Sendable {
    case onnx, tflite
    case openVINO = "xml"
    case openVINOWeights = "bin"
    case tensorFlow = "pb"
    case darknetConfiguration = "cfg"
    case darknetWeights = "weights"

    /// The format of a network in one file; nil for a part that needs another.
    var format: ModelFormat? {
      switch self {
      case .onnx: .onnx
      case .tflite: .tflite
      case .openVINO: .openVINO
      case .tensorFlow: .tensorFlow
      case .darknetConfiguration, .darknetWeights, .openVINOWeights: nil
      }
    }
  }

  let path: String
  /// What messages call it.
  let shown: String
  let kind: Kind
  let byteCount: Int64

  /// The largest known detector has 1 GB; more than this is a mistake, or would fill the memory.
  static let byteLimit: Int64 = 4 << 30

  /// Looks at a file's size and first bytes; the rest stays unread.
  ///
  /// - Parameter name: the name whose ending counts; nil for the path's own.
  /// - Throws: ``ModelInstallError``.
  init(path: String, name: String? = nil) throws(ModelInstallError) {
    var facts = stat()
    guard stat(path, &facts) == 0 else {
      throw .unreadable(path: path, detail: String(cString: strerror(errno)))
    }
    guard facts.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable(path: path, detail: "it is not a file")
    }
    byteCount = Int64(facts.st_size)
    guard byteCount <= Self.byteLimit else {
      throw .tooLarge(path: path, byteCount: byteCount, limit: Self.byteLimit)
    }
    guard let start = Self.start(of: path) else {
      throw .unreadable(path: path, detail: String(cString: strerror(errno)))
    }
    let ending = ((name ?? path) as NSString).pathExtension.lowercased()
    switch FileContent(start, ending: ending) {
    case .part(let kind): self.kind = kind
    case .other(let what): throw .notANetwork(path: name ?? path, what: what)
    }
    self.path = path
    shown = name ?? path
  }

  /// Its name without folders and ending.
  var stem: String { ((path as NSString).lastPathComponent as NSString).deletingPathExtension }

  private static func start(of path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(file, &bytes, bytes.count)
    return count >= 0 ? Array(bytes[..<count]) : nil
  }
}

/// What the first bytes of a file say.
enum FileContent: Hashable {
  case part(ModelFile.Kind)
  /// Something else, in words that go behind “is”.
  case other(String)

  init(_ start: [UInt8], ending: String) {
    let text = String(decoding: start, as: UTF8.self).lowercased()
    if start.isEmpty {
      self = .other("empty")
    } else if start.dropFirst(4).starts(with: Array("TFL3".utf8)) {
      self = .part(.tflite)
    } else if let other = Self.other(start, text) {
      self = .other(other)
    } else if text.contains("<net ") && text.hasPrefix("<") {
      self = .part(.openVINO)
    } else if Self.isConfiguration(text) {
      self = .part(.darknetConfiguration)
    } else {
      self = Self.binary(start, ending: ending)
    }
  }

  /// Formats without a mark of their own: the ending decides, the first byte must allow it.
  private static func binary(_ start: [UInt8], ending: String) -> FileContent {
    // The first byte of a protocol buffer is the number and the type of its first field.
    let isModel = start[0] == 0x08, isGraph = start[0] == 0x0A
    switch ending {
    case "onnx" where isModel || isGraph || start[0] == 0x3A: return .part(.onnx)
    case "weights" where start.count >= 16 && start[0] < 10 && start[1] == 0:
      return .part(.darknetWeights)
    case "pb" where isGraph: return .part(.tensorFlow)
    case "pb" where isModel: return .part(.onnx)
    case "bin": return .part(.openVINOWeights)
    default: return .other("of no format that Meridian knows by its ending and first bytes")
    }
  }

  /// What people give by mistake, or what the world's servers send instead of a file.
  private static func other(_ start: [UInt8], _ text: String) -> String? {
    let marks: [([UInt8], String)] = [
      (Array("PK\u{3}\u{4}".utf8), "a zip archive or a PyTorch file"),
      ([0x80, 0x02], "a PyTorch file"), ([0x1F, 0x8B], "a gzip archive"),
      ([0x89, 0x48, 0x44, 0x46], "a Keras (HDF5) file"), (Array("GGUF".utf8), "a GGUF file"),
      ([0xFF, 0xD8, 0xFF], "a JPEG picture"), ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
      (Array("%PDF".utf8), "a PDF document"),
    ]
    if let mark = marks.first(where: { start.starts(with: $0.0) }) { return mark.1 }
    if text.hasPrefix("version https://git-lfs") {
      return "a pointer of Git LFS, not the file itself"
    }
    if text.contains("<!doctype html") || text.contains("<html") { return "a web page" }
    if text.hasPrefix("name:") || text.hasPrefix("layer") { return "a Caffe network" }
    return nil
  }

  private static func isConfiguration(_ text: String) -> Bool {
    let lines = text.split(whereSeparator: \.isNewline).map { $0.filter { !$0.isWhitespace } }
    let first = lines.first { !$0.isEmpty && !$0.hasPrefix("#") && !$0.hasPrefix(";") }
    return first == "[net]" || first == "[network]"
  }
}
