package import PhotoCore

/// What one `stat` tells about a file, enough to see that it is unchanged.
package struct FileStamp: Hashable, Sendable {
  /// Size in bytes.
  package let bytes: Int64
  /// Time of the last modification, nanoseconds since 1970 UTC.
  package let modifiedNanoseconds: Int64

  package init(bytes: Int64, modifiedNanoseconds: Int64) {
    self.bytes = bytes
    self.modifiedNanoseconds = modifiedNanoseconds
  }
}

/// A name in a folder, as the scan saw it.
package struct ListedFile: Hashable, Sendable {
  /// What kind of thing bears the name.
  package enum Kind: Hashable, Sendable {
    /// A regular file.
    case regular(FileStamp)
    /// A FIFO, socket or device: never opened.
    case special(String)
    /// Something that cannot be looked at, such as a dangling link; with the system's own words.
    case unreadable(String)
  }

  /// The name, without the folder.
  package let name: FilePath
  /// What kind of thing bears it.
  package let kind: Kind

  package init(name: FilePath, kind: Kind) {
    self.name = name
    self.kind = kind
  }
}

/// Why a file is known to the catalogue.
package enum FileRole: String, Sendable, CaseIterable {
  /// Indexed where it is, by `meridian add`.
  case inPlace = "in_place"
  /// Copied into the library from here, by `meridian import`.
  case importSource = "import_source"
  /// A copy inside the library.
  case libraryCopy = "library_copy"
}
