import Catalog
import Foundation
import Library
import PhotoCore

/// Looks at a library.
enum LibraryCheck {
  static func all(_ library: LibraryFolder) -> [HealthCheck] {
    let path = Terminal.printable(library.path.description)
    guard library.exists else {
      return [HealthCheck("library") { "none in \(path) yet; `meridian add FOLDER` creates it" }]
    }
    return [
      HealthCheck("library") { path },
      HealthCheck("permissions") {
        guard FileManager.default.isWritableFile(atPath: library.path.description) else {
          throw LibraryError.notWritable(path: path, detail: "it is read-only for you")
        }
        return "writable"
      },
      HealthCheck("catalogue") {
        let problems = try library.openCatalogue().integrityProblems()
        guard problems.isEmpty else {
          throw CatalogError.notACatalogue(
            path: path, detail: problems.prefix(3).joined(separator: "; "))
        }
        return "sound"
      },
      HealthCheck("free space") { try freeSpace(library) },
    ]
  }

  private static func freeSpace(_ library: LibraryFolder) throws -> String {
    let values = try FileManager.default.attributesOfFileSystem(forPath: "\(library.path)")
    let free = (values[.systemFreeSize] as? NSNumber)?.int64Value ?? 0
    guard free > 1 << 30 else {
      throw LibraryError.notWritable(path: "\(library.path)", detail: "less than 1 GiB is free")
    }
    return "\(free >> 30) GiB"
  }
}
