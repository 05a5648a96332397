internal import Foundation

/// Where models are looked for: one folder for each model, in folders searched in order.
public struct ModelStore: Hashable, Sendable {
  /// The default models of the two tasks.
  public static let defaultDetector = "ssd-mobilenet-v2"
  /// The default models of the two tasks.
  public static let defaultClassifier = "efficientnet-lite2"

  /// The folders, first found first taken.
  public let folders: [String]

  /// Takes the folders as they are; those that do not exist do no harm.
  public init(folders: [String]) {
    self.folders = folders
  }

  /// The model of this id.
  ///
  /// - Throws: ``RecognitionError/notInstalled(_:)``, and what ``InstalledModel/init(folder:)`` does.
  public func model(_ id: String) throws(RecognitionError) -> InstalledModel {
    for folder in folders {
      let path = "\(folder)/\(id)"
      if FileManager.default.fileExists(atPath: path + "/record.json") {
        return try InstalledModel(folder: path)
      }
    }
    throw .notInstalled(id)
  }
}
