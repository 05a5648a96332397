/// Something that is done with a network by another process: what that process is told.
package enum ModelTask: Hashable, Sendable {
  /// Installs one of the installable networks.
  case install(id: String)
  /// Installs a network from an address.
  case download(ModelDownload)
  /// Adds a network from files of the server's machine.
  case add(ModelFiles)
  /// Checks a network's files, loads it, and lets it look at a picture.
  case verify(id: String)
}

/// A network at an address that an administrator gave. All of it has been looked at: none of the texts
/// can be taken for an option of a command line.
package struct ModelDownload: Hashable, Sendable {
  /// `https://…`, or `http://` of this machine.
  package let address: String
  /// What the file's SHA-256 must be: 64 hexadecimal digits, in lower case.
  package let sha256: String
  /// The family of the network; nil where that is to be told from its inputs and outputs.
  package let preset: String?
  /// The id that it gets; nil for one made of the file's name.
  package let id: String?
  /// The name for people; nil for the id.
  package let name: String?
  /// The licence of its weights; nil where it is not known.
  package let licence: String?
}

/// A network in files of the server's machine that an administrator named. All of it has been looked at,
/// as for ``ModelDownload``; the files themselves only by the process that reads them.
package struct ModelFiles: Hashable, Sendable {
  /// Absolute paths of the network's file, or its two files.
  package let paths: [String]
  /// The absolute path of a file with a class a line; nil for the classes of COCO or ImageNet.
  package let labels: String?
  /// The size of pictures, such as `640x640`; nil where the network says it.
  package let size: String?
  /// The family of the network; nil where that is to be told from its inputs and outputs.
  package let preset: String?
  /// The id that it gets; nil for one made of the file's name.
  package let id: String?
  /// The name for people; nil for the id.
  package let name: String?
  /// The licence of its weights; nil where it is not known.
  package let licence: String?
}

/// A model task and its progress.
struct ModelTaskStatus: Sendable {
  enum State: String, Sendable, CaseIterable {
    case running, done, failed, cancelled
  }

  let id: Int64
  let task: ModelTask
  let createdMilliseconds: Int64
  var state = State.running
  /// What is being done; nil for nothing yet.
  var stage: Stage?
  /// Bytes done in this stage.
  var done: Int64 = 0
  /// Bytes that there are; nil where nobody knows.
  var total: Int64?
  /// The network that was installed or verified; nil while that is not known.
  var model: String?
  /// One sentence about what went wrong; nil for nothing.
  var message: String?
  var finishedMilliseconds: Int64?

  /// What is being done. The words are those of the process's lines.
  enum Stage: String, Sendable, CaseIterable {
    case download, check, place
  }

  /// Without the address: those who only look are told as well, and it may hold a secret.
  static let shape = Shape<ModelTaskStatus>.object([
    .field("id", .integer) { $0.id }, .field("kind", .word) { $0.task.kind },
    .field("subject", .string) { $0.task.subject },
    .field("model", .optional(.string)) { $0.model }, .field("state", .word) { $0.state },
    .field("stage", .optional(.word)) { $0.stage }, .field("done", .integer) { $0.done },
    .field("total", .optional(.integer)) { $0.total },
    .field("message", .optional(.string)) { $0.message },
    .field("created_ms", .integer) { $0.createdMilliseconds },
    .field("finished_ms", .optional(.integer)) { $0.finishedMilliseconds },
  ]).named("Install")
}

extension ModelTask {
  /// The words of the API.
  enum Kind: String, Sendable, CaseIterable {
    case install, verify
  }

  /// The word of the API.
  var kind: Kind {
    switch self {
    case .install, .download, .add: .install
    case .verify: .verify
    }
  }

  /// What it is about: an id, or the name of the file at the address.
  var subject: String {
    switch self {
    case .install(let id), .verify(let id): id
    case .download(let download): download.id ?? download.fileName
    case .add(let files): files.id ?? files.fileName
    }
  }
}

extension ModelDownload {
  /// The last part of the address's path, without what follows `?`.
  var fileName: String {
    let path = address.prefix { $0 != "?" && $0 != "#" }
    return path.split(separator: "/").last.map { String($0.prefix(100)) } ?? "a model"
  }
}

extension ModelFiles {
  /// The name of the first file, without its folder.
  var fileName: String {
    paths.first?.split(separator: "/").last.map { String($0.prefix(100)) } ?? "a model"
  }
}
