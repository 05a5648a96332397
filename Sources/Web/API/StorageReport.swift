internal import Catalog
internal import Foundation
internal import Library
internal import OrderedJSON
internal import PhotoCore

/// What of a library takes how much room. Walks its folders, which takes seconds at a million photos.
struct StorageReport {
  let json: JSONText

  init(_ library: LibraryFolder, _ catalogue: CatalogDatabase) throws {
    let counts = try catalogue.files.counts()
    let disk = try? FileManager.default.attributesOfFileSystem(forPath: library.path.description)
    func number(_ key: FileAttributeKey) -> JSONText {
      .integer(orNull: (disk?[key] as? NSNumber)?.int64Value)
    }
    let states: [FileState] = [
      .indexed, .duplicate, .unsupported, .setAside, .missing, .pending,
    ]
    let base = library.catalogue.description
    let files = [base, base + "-wal", base + "-shm"].reduce(Int64(0)) { $0 + FolderSize.ofFile($1) }
    json = .object([
      ("library", .text(library.path.description)), ("catalogue_bytes", .integer(files)),
      ("thumbnails_bytes", .integer(FolderSize.bytes(in: library.thumbnails))),
      ("originals_bytes", .integer(FolderSize.bytes(in: library.originals))),
      ("uploads_bytes", .integer(FolderSize.bytes(in: library.uploads))),
      ("backups_bytes", .integer(FolderSize.bytes(in: library.backups))),
      ("free_bytes", number(.systemFreeSize)), ("total_bytes", number(.systemSize)),
      ("photos", .count(counts[.indexed])),
      ("files", .object(states.map { ($0.rawValue, .count(counts[$0])) })),
      ("sources", .texts(try catalogue.sources.all().map(\.description))),
    ])
  }
}
