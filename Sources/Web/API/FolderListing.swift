internal import Foundation
internal import OrderedJSON
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

  var json: JSONText {
    .object([
      ("path", .text(path.description)),
      ("parent", path.bytes == [0x2F] ? .null : .text(path.parent.description)),
      (
        "folders",
        .array(
          folders.map { name in
            .object([("name", .text(name)), ("path", .text(path.appending(name).description))])
          })
      ), ("photos_here", .count(photos)),
    ])
  }
}
