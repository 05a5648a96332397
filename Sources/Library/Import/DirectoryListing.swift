internal import Catalog
internal import Glibc
internal import PhotoCore

/// One folder as the file system shows it at one moment.
struct DirectoryListing {
  /// Files and what is no folder, in byte order of their names.
  var files: [ListedFile] = []
  /// Folders and links to folders, in byte order of their names.
  var folders: [(name: FilePath, identity: FolderIdentity)] = []

  /// - Returns: nil where the folder cannot be listed; `errno` then says why.
  init?(of folder: FilePath) {
    guard let names = Self.names(in: folder) else { return nil }
    for name in names {
      // Follows links: a link to a photo is a place where the photo is.
      switch Self.look(at: folder.appending(name)) {
      case .folder(let identity): folders.append((name, identity))
      case .file(let kind): files.append(ListedFile(name: name, kind: kind))
      case .gone: continue
      }
    }
  }

  private enum EntryKind {
    case folder(FolderIdentity)
    case file(ListedFile.Kind)
    case gone
  }

  private static func names(in folder: FilePath) -> [FilePath]? {
    guard let stream = folder.withCString({ opendir($0) }) else { return nil }
    defer { closedir(stream) }
    var names: [FilePath] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { FilePath(bytes: $0) }
      if name.bytes != [0x2E] && name.bytes != [0x2E, 0x2E] { names.append(name) }
      errno = 0
    }
    return errno == 0 ? names.sorted() : nil
  }

  private static func look(at path: FilePath) -> EntryKind {
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0 else {
      let code = errno
      // A name without a thing: removed just now, unless it is a link that leads nowhere.
      guard path.withCString({ lstat($0, &status) }) == 0 else { return .gone }
      return .file(.unreadable(String(cString: strerror(code))))
    }
    return switch status.st_mode & S_IFMT {
    case S_IFDIR: .folder(FolderIdentity(device: status.st_dev, inode: status.st_ino))
    case S_IFREG: .file(.regular(FileStamp(status)))
    case S_IFIFO: .file(.special("fifo"))
    case S_IFSOCK: .file(.special("socket"))
    default: .file(.special("device"))
    }
  }
}

/// What makes a folder the same folder, however it was reached.
struct FolderIdentity: Hashable {
  let device: UInt
  let inode: UInt

  init(device: UInt, inode: UInt) {
    self.device = device
    self.inode = inode
  }

  /// - Returns: nil where there is no such folder; `errno` then says why.
  init?(of path: FilePath) {
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0 else { return nil }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      errno = ENOTDIR
      return nil
    }
    self.init(device: status.st_dev, inode: status.st_ino)
  }
}

extension FileStamp {
  init(_ status: stat) {
    self.init(
      bytes: Int64(status.st_size),
      modifiedNanoseconds: Int64(status.st_mtim.tv_sec) &* 1_000_000_000
        &+ Int64(status.st_mtim.tv_nsec))
  }
}
