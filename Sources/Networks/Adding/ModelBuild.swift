internal import Foundation
internal import Inference
internal import PhotoCore
internal import Recognition

/// Makes a model's folder from a network's files: network, labels, and at last the record.
struct ModelBuild {
  let files: NetworkFiles
  let id: String
  let options: ModelOptions
  let store: ModelStore
  /// The hidden folder that is filled.
  let folder: String

  /// What a network turned out to be.
  private struct BuiltNetwork {
    var draft: RecordDraft
    let format: ModelFormat
    let version: String
    let sourceSHA256: String
  }

  /// - Throws: ``ModelInstallError``; what is in the folder then is of no use.
  func make(progress: ProgressReport) throws(ModelInstallError) {
    var network = try network(progress)
    if let path = options.labels, network.draft.takesAnyClassCount {
      network.draft.setClassCount(try LabelFile.count(in: path))
    }
    let labels = try labels(network.draft)
    try ModelFolder.writing(folder) {
      try Data(labels.text.utf8).write(to: URL(fileURLWithPath: folder + "/labels.txt"))
    }
    var record = record(network, vocabulary: labels.vocabulary)
    record.files = try hashes()
    let text: Data
    do {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      text = try encoder.encode(record) + Data("\n".utf8)
    } catch {
      throw .refused(.badRecord(path: id, detail: "\(error)"))
    }
    try ModelFolder.writing(folder) {
      try text.write(to: URL(fileURLWithPath: folder + "/record.json"))
    }
  }

  private func record(_ network: BuiltNetwork, vocabulary: String) -> ModelRecord {
    let draft = network.draft
    return ModelRecord(
      id: id, name: options.name ?? id, task: draft.task, version: network.version,
      vocabulary: vocabulary, licence: options.licence,
      source: options.source ?? (files.numbers as NSString).lastPathComponent,
      sourceSHA256: network.sourceSHA256, format: network.format,
      network: network.format.fileName, input: draft.input, outputs: draft.outputs,
      decoding: draft.decoding, classCount: draft.classCount, scoreFloor: draft.scoreFloor,
      defaultThreshold: draft.defaultThreshold, suppression: draft.suppression,
      published: options.published)
  }

  private func labels(_ draft: RecordDraft) throws(ModelInstallError) -> LabelFile {
    let standard =
      draft.task == .detection ? ModelStore.defaultDetector : ModelStore.defaultClassifier
    let known = try? store.model(standard).labels
    return try LabelFile(
      path: options.labels, classCount: draft.classCount, own: id, known: known)
  }

  private func hashes() throws(ModelInstallError) -> [String: String] {
    var hashes: [String: String] = [:]
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
      hashes[name] = try FileBytes.sha256(of: "\(folder)/\(name)")
    }
    return hashes
  }

  // MARK: The network

  private func network(_ progress: ProgressReport) throws(ModelInstallError) -> BuiltNetwork {
    switch files {
    case .network(let file, let format, let weights):
      let sourceHash = try copy(file, as: format, weights: weights, progress: progress)
      let path = "\(folder)/\(format.fileName)"
      return BuiltNetwork(
        draft: try PresetDetection.draft(of: path, id: id, options), format: format, version: "",
        sourceSHA256: sourceHash)
    case .darknet(let structure, let weights):
      return try darknet(structure, weights: weights, progress: progress)
    }
  }

  private func copy(
    _ file: ModelFile, as format: ModelFormat, weights: String?, progress: ProgressReport
  ) throws(ModelInstallError) -> String {
    let target = "\(folder)/\(format.fileName)"
    let report = { progress(ModelProgress(.check, done: $0, total: file.byteCount)) }
    let hash = try FileBytes.copy(file.path, to: target, progress: report)
    guard let weights else { return hash }
    let length = FileBytes.count(of: weights)
    return try FileBytes.copy(weights, to: "\(folder)/model.bin") {
      progress(ModelProgress(.check, done: $0, total: length))
    }
  }

  private func darknet(
    _ structure: NetworkFiles.DarknetSource, weights: String, progress: ProgressReport
  ) throws(ModelInstallError) -> BuiltNetwork {
    let length = FileBytes.count(of: weights)
    let hash = try FileBytes.sha256(of: weights) {
      progress(ModelProgress(.check, done: $0, total: length))
    }
    do {
      let own = try structure.configuration(input: nil)
      let preset = options.preset ?? PresetDetection.preset(for: own)
      let size = options.size ?? (preset == .yolov3 ? EarlyYOLO.inputSize : own.input)
      let network = try DarknetNetwork(
        configuration: try structure.configuration(input: size),
        weights: try DarknetWeights(path: weights))
      let description = try network.write(to: folder)
      return BuiltNetwork(
        draft: try preset.draft(description), format: .openVINO, version: description.version,
        sourceSHA256: hash)
    } catch let error as DarknetError {
      throw .darknet(error)
    } catch let error as RecognitionError {
      throw .refused(error)
    } catch {
      throw .unreadable(path: weights, detail: error.localizedDescription)
    }
  }
}

extension NetworkFiles.DarknetSource {
  func configuration(input: PixelSize?) throws(DarknetError) -> DarknetConfiguration {
    switch self {
    case .file(let path): try DarknetConfiguration(path: path, input: input)
    case .text(let text): try DarknetConfiguration(parsing: text, input: input)
    }
  }
}
