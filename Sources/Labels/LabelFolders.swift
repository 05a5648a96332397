package import Catalog
internal import Foundation
package import Library
package import PhotoCore

/// Where a library keeps what labels have learnt.
extension LibraryFolder {
  /// A folder for each label, by its row id, with a model's folder for each version of cnn3.
  package var labels: FilePath { path.appending("labels") }

  /// The folder of one version of a label.
  ///
  /// - Parameter version: its name, as in `LabelWeights`.
  package func folder(of label: Int64, version: String) -> FilePath {
    labels.appending("\(label)").appending(version)
  }

  /// - Throws: ``LibraryError/notWritable(path:detail:)``.
  func makeLabelFolder(_ label: Int64) throws {
    let folder = labels.appending("\(label)")
    do {
      try FileManager.default.createDirectory(
        atPath: folder.description, withIntermediateDirectories: true)
    } catch {
      throw LibraryError.notWritable(
        path: folder.description, detail: (error as NSError).localizedDescription)
    }
  }

  /// Forgets a label: its rows, what was overwritten where they were, and its folder.
  ///
  /// - Returns: false where there was none.
  package func deleteLabel(_ label: Int64, from catalogue: CatalogDatabase) throws -> Bool {
    let wasThere = try catalogue.labels.delete(label)
    try removeLabelFolder(label)
    return wasThere
  }

  /// - Throws: ``LibraryError/notWritable(path:detail:)``; a folder that is not there is removed.
  func removeLabelFolder(_ label: Int64) throws {
    let folder = labels.appending("\(label)").description
    guard FileManager.default.fileExists(atPath: folder) else { return }
    do {
      try FileManager.default.removeItem(atPath: folder)
    } catch {
      throw LibraryError.notWritable(path: folder, detail: (error as NSError).localizedDescription)
    }
  }
}
