package import Recognition

/// Why a model was not added, installed, removed or found in order. Nothing has changed then.
package enum ModelInstallError: Error, Hashable, Sendable {
  /// A file or folder cannot be read.
  case unreadable(path: String, detail: String)
  /// A file is something else than a network; `what` says what it is.
  case notANetwork(path: String, what: String)
  /// A file has more bytes than any network should.
  case tooLarge(path: String, byteCount: Int64, limit: Int64)
  /// A network consists of two files, and one of them was not given.
  case missingPart(path: String, part: String)
  /// The files are not those of one network.
  case mixedFiles([String])
  /// A text that cannot be an id.
  case badID(String)
  /// A model of this id lies in the library.
  case taken(String)
  /// A model of this id came with Meridian or another package.
  case packaged(String, folder: String)
  /// The network is of no family that Meridian knows by its inputs and outputs.
  case unknownFamily(String, ports: String)
  /// There are not as many labels as classes.
  case labelCount(path: String, expected: Int, found: Int)
  /// No labels were given, and there is no vocabulary of so many classes.
  case noLabels(classCount: Int)
  /// The disk has no room.
  case diskFull(path: String, needed: Int64?)
  /// The library's folder for models cannot be written.
  case unwritable(path: String, detail: String)
  /// Another process is adding or installing.
  case busy(folder: String)
  /// The model is the active one of its task, so it cannot be removed.
  case active(String)
  /// Somebody asked to stop.
  case stopped
  /// There is no installable network of this id.
  case notInstallable(String)
  /// The record, its labels or its network are not in order.
  case refused(RecognitionError)
  /// The Darknet files are not in order.
  case darknet(DarknetError)
  /// The download failed.
  case download(DownloadError)
}

extension ModelInstallError: CustomStringConvertible {
  /// One sentence, and what to do next.
  package var description: String {
    switch self {
    case .refused(let error): error.description
    case .darknet(let error): error.description
    case .download(let error): error.description
    case .diskFull, .unwritable, .busy, .active, .stopped, .packaged, .taken, .badID,
      .notInstallable:
      aboutThePlace
    case .unknownFamily, .labelCount, .noLabels: aboutTheNetwork
    default: aboutTheFile
    }
  }

  private var aboutTheFile: String {
    switch self {
    case .unreadable(let path, let detail): "\(path) cannot be read: \(detail)."
    case .notANetwork(let path, let what):
      "\(path) is \(what). Meridian takes ONNX (.onnx), OpenVINO (.xml with .bin), TensorFlow Lite "
        + "(.tflite), frozen TensorFlow graphs (.pb) and Darknet (.cfg with .weights); export the "
        + "model to one of them, preferably ONNX."
    case .tooLarge(let path, let byteCount, let limit):
      "\(path) has \(byteCount) bytes; the limit for a model is \(limit). Give the model's own "
        + "file, not an archive or a training checkpoint."
    case .missingPart(let path, let part): "\(path) needs \(part) as well. Give both."
    case .mixedFiles(let paths):
      "These files do not form one model: \(paths.joined(separator: ", ")). Give one model "
        + "at a time."
    default: ""
    }
  }

  private var aboutTheNetwork: String {
    switch self {
    case .unknownFamily(let model, let ports):
      "Meridian cannot tell from the inputs and outputs of \(model) how to use it (\(ports)). Choose one "
        + "with --preset; docs/models.md lists the presets."
    case .labelCount(let path, let expected, let found):
      "The model has \(expected) classes, but \(path) has \(found) labels. Give the file that "
        + "belongs to it, with one class per line."
    case .noLabels(let count):
      "The model has \(count) classes, which are neither COCO's 80 nor ImageNet's 1000. Give their "
        + "names with --labels FILE, one class per line."
    default: ""
    }
  }

  private var aboutThePlace: String {
    switch self {
    case .badID(let id):
      "“\(id)” cannot be a model's id. Give one with --id, of letters, digits, -, . and _."
    case .taken(let id):
      "The model \(id) already exists. Give another --id, or --replace to replace it."
    case .packaged(let id, let folder):
      "The model \(id) belongs to the package in \(folder) and cannot be changed. For your own model, "
        + "give another --id."
    case .diskFull(let path, let needed):
      "The disk of \(path) is full"
        + (needed.map { "; \($0) bytes are needed" } ?? "")
        + ". Make room and try again; a download continues where it stopped."
    case .unwritable(let path, let detail):
      "\(path) cannot be written: \(detail). Check its permissions."
    case .busy(let folder):
      "Another Meridian is adding a model to \(folder). Wait until it is done."
    case .active(let id):
      "The model \(id) is the active one for its task. Choose another first: "
        + "meridian models use ID"
    case .stopped: "Stopped. The data received is kept; run the same command to continue."
    case .notInstallable(let id):
      "Model \(id) is not available to install. See `meridian models list --available`, or give an "
        + "address."
    default: ""
    }
  }
}
