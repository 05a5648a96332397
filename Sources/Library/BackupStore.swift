package import Catalog
internal import Foundation
package import PhotoCore

/// Copies of the catalogue inside the library, made and fetched in the web app.
package struct BackupStore: Sendable {
  /// One copy.
  package struct BackupFile: Hashable, Sendable {
    /// The file's name.
    package let name: String
    /// Its size in bytes.
    package let bytes: Int64
    /// When it was made, in milliseconds since 1970 UTC.
    package let madeMilliseconds: Int64
  }

  private let folder: FilePath

  /// - Parameter library: need not have any backups yet.
  package init(library: LibraryFolder) {
    folder = library.backups
  }

  /// All copies, newest first.
  package var all: [BackupFile] {
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: folder.description)) ?? []
    return names.compactMap(backup).sorted { $0.name > $1.name }
  }

  /// Makes a copy. Others may read and write meanwhile.
  ///
  /// - Throws: the usual errors of the catalogue, ``LibraryError/notWritable(path:detail:)``.
  package func make(_ catalogue: CatalogDatabase, at milliseconds: Int64) throws -> BackupFile {
    do {
      try FileManager.default.createDirectory(
        atPath: folder.description, withIntermediateDirectories: true)
    } catch {
      throw LibraryError.notWritable(
        path: folder.description, detail: (error as NSError).localizedDescription)
    }
    let stamp = WallTime(milliseconds: milliseconds).description.prefix(19)
      .replacing(":", with: "-")
    let name = "catalogue-\(stamp).sqlite"
    try catalogue.backup(to: folder.appending(name).description)
    guard let made = backup(name) else {
      throw LibraryError.notWritable(path: folder.description, detail: "the copy is missing")
    }
    return made
  }

  /// The file of a copy; nil for any name that is none.
  package func path(_ name: String) -> FilePath? {
    all.contains { $0.name == name } ? folder.appending(name) : nil
  }

  private func backup(_ name: String) -> BackupFile? {
    guard name.hasPrefix("catalogue-"), name.hasSuffix(".sqlite"), !name.contains("/"),
      let values = try? FileManager.default.attributesOfItem(
        atPath: folder.appending(name).description),
      let bytes = values[.size] as? NSNumber, let date = values[.modificationDate] as? Date
    else { return nil }
    return BackupFile(
      name: name, bytes: bytes.int64Value,
      madeMilliseconds: Int64(date.timeIntervalSince1970 * 1000))
  }
}
