internal import Foundation
internal import PhotoCore

/// Where models are looked for: one folder for each model, in folders searched in order.
package struct ModelStore: Hashable, Sendable {
  /// The default models of the two tasks.
  package static let defaultDetector = "ssd-mobilenet-v2"
  /// The default models of the two tasks.
  package static let defaultClassifier = "efficientnet-lite2"

  /// The folders, first found first taken.
  package let folders: [String]
  /// That of the folders which is the library's own: what lies there may be removed, while other
  /// folders belong to packages. nil for none.
  package let library: String?

  /// Folders that do not exist do no harm.
  package init(folders: [String], library: String? = nil) {
    self.folders = folders
    self.library = library
  }

  /// The model of this id.
  ///
  /// - Throws: ``RecognitionError/notInstalled(_:)``, and what ``InstalledModel/init(folder:)`` does.
  package func model(_ id: String) throws(RecognitionError) -> InstalledModel {
    guard ModelID.isValid(id), let folder = folder(of: id) else { throw .notInstalled(id) }
    return try InstalledModel(folder: folder)
  }

  /// The folder of this id, whatever is in it; nil where there is none.
  package func folder(of id: String) -> String? {
    folders.map { "\($0)/\(id)" }.first {
      FileManager.default.fileExists(atPath: $0 + "/record.json")
    }
  }
}
