internal import Catalog
internal import Glibc
internal import PhotoCore

/// Walks through folders and tells the catalogue what is there.
///
/// An unchanged file costs one `stat`. Folders are visited in byte order, so that the same tree
/// always gives the same order of files; each folder once, so that loops of links end.
struct ScanStage {
  let catalogue: CatalogDatabase
  /// The library's own folder, which is never looked into (but for its `originals`).
  let library: FilePath
  let stop: StopSign
  let now: Int64

  /// Scans `root` and everything in it.
  ///
  /// - Throws: ``LibraryError/noFolder(_:detail:)`` before anything is written, `CatalogError`.
  func run(
    _ root: FilePath, role: FileRole, summary: inout RunSummary,
    progress: (RunProgress) -> Void
  ) throws {
    guard let identity = FolderIdentity(of: root) else {
      throw LibraryError.noFolder(root, detail: String(cString: strerror(errno)))
    }
    var walk = FolderWalk(seen: [identity])
    var waiting = [root]
    while let folder = waiting.popLast(), !stop.isRaised {
      waiting += try visit(folder, role: role, walk: &walk, summary: &summary).reversed()
      progress(RunProgress(stage: .scanning, done: summary.scanned, total: nil))
    }
    guard !stop.isRaised else { return }
    summary.missing += try catalogue.scans.markUnvisitedMissing(
      under: root, visited: walk.visited, unreadable: Array(summary.unreadableFolders.keys),
      at: now)
  }

  private struct FolderWalk {
    var seen: Set<FolderIdentity>
    var visited: Set<Int64> = []
  }

  /// Records one folder and gives the folders in it that are still to be visited.
  private func visit(
    _ folder: FilePath, role: FileRole, walk: inout FolderWalk, summary: inout RunSummary
  ) throws -> [FilePath] {
    guard let listing = DirectoryListing(of: folder) else {
      summary.unreadableFolders[folder] = String(cString: strerror(errno))
      return []
    }
    let changes = try catalogue.scans.recordFolder(
      folder, listing: listing.files, role: role, at: now)
    walk.visited.insert(changes.folderID)
    summary.scanned += listing.files.count
    summary.unchanged += changes.unchanged
    summary.missing += changes.missing
    return listing.folders.compactMap { name, identity in
      let path = folder.appending(name)
      guard path != library, walk.seen.insert(identity).inserted else { return nil }
      return path
    }
  }
}
