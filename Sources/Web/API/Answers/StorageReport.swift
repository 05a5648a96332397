internal import Catalog
internal import Foundation
internal import Library
internal import PhotoCore

/// What of a library takes how much room. Walks its folders, which takes seconds at a million photos.
struct StorageReport {
  let library: String
  let catalogue, thumbnails, originals, uploads, backups: Int64
  /// Of the disk; nil where it does not say.
  let free, total: Int64?
  let counts: FileCounts
  let sources: [String]

  init(_ library: LibraryFolder, _ catalogue: CatalogDatabase) throws {
    counts = try catalogue.files.counts()
    let disk = try? FileManager.default.attributesOfFileSystem(forPath: library.path.description)
    func number(_ key: FileAttributeKey) -> Int64? { (disk?[key] as? NSNumber)?.int64Value }
    free = number(.systemFreeSize)
    total = number(.systemSize)
    let base = library.catalogue.description
    let files = [base, base + "-wal", base + "-shm"]
    self.library = library.path.description
    self.catalogue = files.reduce(Int64(0)) { $0 + FolderSize.ofFile($1) }
    thumbnails = FolderSize.bytes(in: library.thumbnails)
    originals = FolderSize.bytes(in: library.originals)
    uploads = FolderSize.bytes(in: library.uploads)
    backups = FolderSize.bytes(in: library.backups)
    sources = try catalogue.sources.all().map(\.description)
  }

  static let shape = Shape<StorageReport>.object([
    .field("library", .string) { $0.library },
    .field("catalogue_bytes", .integer) { $0.catalogue },
    .field("thumbnails_bytes", .integer) { $0.thumbnails },
    .field("originals_bytes", .integer) { $0.originals },
    .field("uploads_bytes", .integer) { $0.uploads },
    .field("backups_bytes", .integer) { $0.backups },
    .field("free_bytes", .optional(.integer)) { $0.free },
    .field("total_bytes", .optional(.integer)) { $0.total },
    .field("photos", .integer) { $0.counts[.indexed] },
    .field("files", files) { $0.counts },
    .field("sources", .list(.string)) { $0.sources },
  ])

  private static let files = Shape<FileCounts>.object(
    states.map { state in .field(state.rawValue, .integer) { $0[state] } })

  /// What files are counted by.
  private static let states: [FileState] = [
    .indexed, .duplicate, .unsupported, .setAside, .missing, .pending,
  ]
}
