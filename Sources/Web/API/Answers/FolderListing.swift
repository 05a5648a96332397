internal import Foundation
internal import PhotoCore

/// The folders in a folder of the server, for an administrator who chooses one. Files are only counted.
struct FolderListing {
  private let path: FilePath
  private let folders: [String]
  private let photos: Int

  private static let endings: Set<String> = [
    "jpg", "jpeg", "png", "webp", "tif", "tiff", "gif", "heic", "heif", "avif", "dng", "cr2", "nef",
    "arw", "orf", "rw2", "raf",
  ]

  /// - Returns: nil where the folder cannot be read.
  init?(_ path: FilePath) {
    let url = URL(fileURLWithPath: path.description).standardizedFileURL
    guard
      let entries = try? FileManager.default.contentsOfDirectory(
        at: url, includingPropertiesForKeys: [.isDirectoryKey], options: [.skipsHiddenFiles])
    else { return nil }
    self.path = FilePath(url.path)
    var folders: [String] = []
    var photos = 0
    for entry in entries {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: entry.path, isDirectory: &isFolder)
      if isFolder.boolValue {
        folders.append(entry.lastPathComponent)
      } else if Self.endings.contains(entry.pathExtension.lowercased()) {
        photos += 1
      }
    }
    self.folders = folders.sorted { $0.lowercased() < $1.lowercased() }
    self.photos = photos
  }

  static let shape = Shape<FolderListing>.object([
    .field("path", .string) { $0.path.description },
    .field("parent", .optional(.string)) {
      $0.path.bytes == [0x2F] ? nil : $0.path.parent.description
    },
    .field("folders", .list(folder)) { listing in
      listing.folders.map { (name: $0, path: listing.path.appending($0)) }
    }, .field("photos_here", .integer) { $0.photos },
  ])

  private static let folder = Shape<(name: String, path: FilePath)>.object([
    .field("name", .string) { $0.name }, .field("path", .string) { $0.path.description },
  ])
}
