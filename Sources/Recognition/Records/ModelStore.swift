internal import Foundation

/// Where models are looked for: one folder for each model, in folders searched in order.
public struct ModelStore: Hashable, Sendable {
  /// The default models of the two tasks.
  public static let defaultDetector = "ssd-mobilenet-v2"
  /// The default models of the two tasks.
  public static let defaultClassifier = "efficientnet-lite2"

  /// The folders, first found first taken.
  public let folders: [String]
  /// That of the folders which is the library's own: what lies there may be removed, while other
  /// folders belong to packages. nil for none.
  public let library: String?

  /// Takes the folders as they are; those that do not exist do no harm.
  public init(folders: [String], library: String? = nil) {
    self.folders = folders
    self.library = library
  }

  /// The model of this id.
  ///
  /// - Throws: ``RecognitionError/notInstalled(_:)``, and what ``InstalledModel/init(folder:)`` does.
  public func model(_ id: String) throws(RecognitionError) -> InstalledModel {
    guard Self.isID(id), let folder = folder(of: id) else { throw .notInstalled(id) }
    return try InstalledModel(folder: folder)
  }

  /// The folder of this id, whatever is in it; nil where there is none.
  public func folder(of id: String) -> String? {
    folders.map { "\($0)/\(id)" }.first {
      FileManager.default.fileExists(atPath: $0 + "/record.json")
    }
  }

  /// Whether a text may be a model's id, which is also its folder's name: letters, digits, `-`, `.` and
  /// `_`, at most 64 of them, the first a letter or a digit.
  public static func isID(_ text: String) -> Bool {
    let letters = Array(text.utf8)
    guard let first = letters.first, letters.count <= 64 else { return false }
    func isPlain(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
    return isPlain(first) && letters.allSatisfy { isPlain($0) || "-._".utf8.contains($0) }
  }
}
