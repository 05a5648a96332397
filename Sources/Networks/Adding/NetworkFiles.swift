internal import Foundation
internal import PhotoCore
internal import Recognition

/// The files of one network.
enum NetworkFiles: Hashable {
  /// A network in one file, or OpenVINO's two.
  case network(ModelFile, format: ModelFormat, weights: String?)
  /// Darknet's two.
  case darknet(DarknetSource, weights: String)

  /// A structure, and where it stands.
  enum DarknetSource: Hashable {
    case file(String)
    case text(String)
  }

  /// Sorts files that somebody named.
  ///
  /// - Throws: ``ModelInstallError``.
  init(_ paths: [String]) throws(ModelInstallError) {
    var files: [ModelFile] = []
    for path in paths { files.append(try ModelFile(path: path)) }
    func only(_ kind: ModelFile.Kind) -> ModelFile? { files.first { $0.kind == kind } }
    switch (files.count, files.first) {
    case (1, let file?):
      switch file.kind {
      case .darknetConfiguration:
        throw .missingPart(path: file.path, part: "its .weights file")
      case .darknetWeights: throw .missingPart(path: file.path, part: "its .cfg file")
      case .openVINOWeights: throw .missingPart(path: file.path, part: "its .xml file")
      case .openVINO: self = .network(file, format: .openVINO, weights: try Self.beside(file))
      case .onnx, .tflite, .tensorFlow:
        self = .network(file, format: file.kind.format ?? .onnx, weights: nil)
      }
    case (2, _):
      if let text = only(.darknetConfiguration), let weights = only(.darknetWeights) {
        self = .darknet(.file(text.path), weights: weights.path)
      } else if let xml = only(.openVINO), let weights = only(.openVINOWeights) {
        self = .network(xml, format: .openVINO, weights: weights.path)
      } else {
        throw .mixedFiles(paths)
      }
    default: throw .mixedFiles(paths)
    }
  }

  /// A file that came from an address.
  ///
  /// - Parameters:
  ///   - name: its name there, whose ending counts.
  ///   - structure: what Darknet weights need.
  init(
    downloaded path: String, name: String, structure: DarknetSource?
  ) throws(ModelInstallError) {
    let file = try ModelFile(path: path, name: name)
    switch (file.kind, structure) {
    case (.darknetWeights, let structure?): self = .darknet(structure, weights: path)
    case (.darknetWeights, nil):
      throw .missingPart(path: name, part: "its .cfg file (--cfg FILE)")
    case (.onnx, nil), (.tflite, nil), (.tensorFlow, nil):
      self = .network(file, format: file.kind.format ?? .onnx, weights: nil)
    case (.openVINO, _), (.openVINOWeights, _):
      throw .missingPart(path: name, part: "its second file, so download both and use `models add`")
    default: throw .mixedFiles([name] + (structure == nil ? [] : ["the .cfg"]))
    }
  }

  private static func beside(_ file: ModelFile) throws(ModelInstallError) -> String {
    let path = (file.path as NSString).deletingPathExtension + ".bin"
    guard FileManager.default.fileExists(atPath: path) else {
      throw .missingPart(path: file.path, part: "\((path as NSString).lastPathComponent) beside it")
    }
    return try ModelFile(path: path).path
  }

  /// What messages call the network.
  var shown: String {
    switch self {
    case .network(let file, _, _): file.shown
    case .darknet(_, let weights): weights
    }
  }

  /// The file that holds the numbers.
  var numbers: String {
    switch self {
    case .network(let file, _, let weights): weights ?? file.path
    case .darknet(_, let weights): weights
    }
  }

  /// The name from which an id is made where none is given.
  var stem: String {
    let path: String
    switch self {
    case .network(let file, _, _): path = file.path
    case .darknet(.file(let file), _): path = file
    case .darknet(.text, let weights): path = weights
    }
    return ((path as NSString).lastPathComponent as NSString).deletingPathExtension
  }
}

extension ModelFormat {
  /// The network's name in a model's folder.
  var fileName: String {
    switch self {
    case .openVINO, .darknet: "model.xml"
    case .onnx: "model.onnx"
    case .tflite: "model.tflite"
    case .tensorFlow: "model.pb"
    }
  }
}
