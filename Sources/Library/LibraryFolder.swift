package import Catalog
internal import Foundation
package import Geography
package import PhotoCore
internal import Query

/// The one folder that holds everything of Meridian's: the catalogue and what can be made again.
///
///     catalogue.sqlite   the truth, backed up by `meridian backup`
///     thumbnails/        aa/<sha256>.jpg and aa/<sha256>.small.jpg, made from the photos
///     originals/         YYYY/MM/…, what `meridian import` copied
///     vocabulary.txt     the user's concepts
///     labels/            the networks that personal labels have learnt, see `docs/labels.md`
///     uploads/           what browsers send: partial/ while it comes, stored/ until it is imported
///     backups/           copies of the catalogue that were asked for in the web app
///     logs/              what the workers' decoders had to say in the last run
///     library.lock       held while a run writes
package struct LibraryFolder: Sendable {
  /// The folder, absolute.
  package let path: FilePath

  /// Where places are looked up; nil for nowhere.
  package let gazetteer: Gazetteer?

  /// - Parameters:
  ///   - path: absolute, or relative to the current folder.
  ///   - gazetteer: where places are looked up; nil for nowhere.
  package init(path: String, gazetteer: Gazetteer? = nil) {
    self.gazetteer = gazetteer
    let expanded = (path as NSString).expandingTildeInPath
    self.path = FilePath(URL(fileURLWithPath: expanded).standardizedFileURL.path)
  }

  /// The catalogue's file.
  package var catalogue: FilePath { path.appending("catalogue.sqlite") }
  /// Where thumbnails are kept.
  package var thumbnails: FilePath { path.appending("thumbnails") }
  /// Where imports are kept.
  package var originals: FilePath { path.appending("originals") }
  /// The user's concepts.
  package var vocabulary: FilePath { path.appending("vocabulary.txt") }
  /// What the workers wrote to their standard error in the last run.
  package var workerLog: FilePath { path.appending("logs").appending("worker.log") }
  /// Copies of the catalogue that were asked for in the web app.
  package var backups: FilePath { path.appending("backups") }
  /// Where uploads arrive.
  package var uploads: FilePath { path.appending("uploads") }
  /// Uploads that came whole and wait to be imported.
  var storedUploads: FilePath { uploads.appending("stored") }
  var lock: FilePath { path.appending("library.lock") }

  /// Whether there is a library.
  package var exists: Bool {
    FileManager.default.fileExists(atPath: catalogue.description)
  }

  /// Opens the catalogue of an existing library.
  ///
  /// - Throws: ``LibraryError/noLibrary(path:)`` and `CatalogError`.
  package func openCatalogue() throws -> CatalogDatabase {
    guard exists else { throw LibraryError.noLibrary(path: path.description) }
    return try CatalogDatabase(path: catalogue.description, gazetteer: gazetteer)
  }

  /// Opens the catalogue, making the library where there is none.
  ///
  /// - Throws: ``LibraryError/notWritable(path:detail:)`` and `CatalogError`.
  package func openOrMakeCatalogue() throws -> CatalogDatabase {
    do {
      for folder in [path, thumbnails, workerLog.parent] {
        try FileManager.default.createDirectory(
          atPath: folder.description, withIntermediateDirectories: true)
      }
      if !FileManager.default.fileExists(atPath: vocabulary.description) {
        try Data(VocabularyFile.defaultText.utf8).write(
          to: URL(fileURLWithPath: vocabulary.description), options: .atomic)
      }
    } catch {
      throw LibraryError.notWritable(
        path: path.description, detail: (error as NSError).localizedDescription)
    }
    return try CatalogDatabase(path: catalogue.description, gazetteer: gazetteer)
  }

  /// The large thumbnail of a photo: upright, 800 to 1600 pixels on its longer side, where it has them.
  package func largeThumbnail(of hash: ContentHash) -> FilePath {
    FilePath(bytes: thumbnails.bytes + [0x2F] + Array(ThumbnailName.large(of: hash).utf8))
  }

  /// The small thumbnail of a photo: upright, at most 400 pixels on its longer side.
  package func smallThumbnail(of hash: ContentHash) -> FilePath {
    thumbnails.appending(ThumbnailName.small(of: hash))
  }
}
