internal import Foundation
package import Recognition
internal import PhotoCore

/// Adds, tries and removes the models of a library.
///
///     files ─► hidden folder: network, labels, record ─► tried ─► renamed into its place
///
/// Until the last step nothing has changed, whatever happens; the files that are given are only read.
/// Calls block; one change at a time, in all processes.
package struct ModelInstaller: Sendable {
  /// Where models are looked for.
  package let store: ModelStore
  /// The library's own folder of models.
  package let folder: String
  let limits: DownloadLimits

  /// The folder is made when it is needed.
  package init(store: ModelStore, folder: String, limits: DownloadLimits = DownloadLimits()) {
    self.store = store
    self.folder = folder
    self.limits = limits
  }

  /// Adds a network from files: one of ONNX, TensorFlow Lite or a frozen TensorFlow graph, OpenVINO's
  /// `.xml` (its `.bin` beside it), or Darknet's `.cfg` and `.weights`.
  ///
  /// - Returns: the model in its place.
  /// - Throws: ``ModelInstallError``.
  @discardableResult
  package func add(
    _ paths: [String], options: ModelOptions = ModelOptions(), progress: ProgressReport = { _ in }
  ) throws(ModelInstallError) -> InstalledModel {
    let files = try NetworkFiles(paths)
    let id = try id(for: files, options)
    let modelFolder = try ModelFolder(folder: folder)
    return try add(files, id: id, options: options, on: modelFolder, progress: progress)
  }

  func add(
    _ files: NetworkFiles, id: String, options: ModelOptions, on modelFolder: ModelFolder,
    progress: ProgressReport
  ) throws(ModelInstallError) -> InstalledModel {
    try modelFolder.add(replaces: options.replaces) { incoming throws(ModelInstallError) in
      do throws(ModelInstallError) {
        try ModelBuild(files: files, id: id, options: options, store: store, folder: incoming)
          .make(progress: progress)
        try Self.attempt { () throws(RecognitionError) in
          try ModelTrial.run(try InstalledModel(folder: incoming))
        }
      } catch {
        throw error.about(files.shown, not: incoming)
      }
      progress(ModelProgress(.place, done: 0, total: nil))
      return (id, ())
    }
    return try Self.attempt { () throws(RecognitionError) in try store.model(id) }
  }

  /// The id of what is being added, free or to be replaced.
  func id(for files: NetworkFiles, _ options: ModelOptions) throws(ModelInstallError) -> String {
    try checked(options.id ?? Self.plain(files.stem), options)
  }

  func checked(_ id: String, _ options: ModelOptions) throws(ModelInstallError) -> String {
    guard ModelID.isValid(id) else { throw .badID(id) }
    guard let taken = store.folder(of: id) else { return id }
    guard store.isRemovable(folder: taken) else { throw .packaged(id, folder: taken) }
    guard options.replaces else { throw .taken(id) }
    return id
  }

  /// A file's name as an id: small letters, and `-` for what an id may not have.
  static func plain(_ name: String) -> String {
    let letters = name.lowercased().map { letter -> Character in
      letter.isASCII && (letter.isLetter || letter.isNumber || "-._".contains(letter))
        ? letter : "-"
    }
    return String(String(letters.drop { !$0.isLetter && !$0.isNumber }).prefix(64))
  }

  /// Removes a model of the library's own. What it found in photos stays.
  ///
  /// - Parameter speaking: the ids of the active models for their tasks.
  /// - Throws: ``ModelInstallError/active(_:)``, ``ModelInstallError/packaged(_:folder:)``, and others.
  package func remove(_ id: String, active: Set<String>) throws(ModelInstallError) {
    guard ModelID.isValid(id), let place = store.folder(of: id) else {
      throw .refused(.notInstalled(id))
    }
    guard store.isRemovable(folder: place) else { throw .packaged(id, folder: place) }
    guard !active.contains(id) else { throw .active(id) }
    try ModelFolder(folder: folder).remove(id)
  }

  /// Checks a model of any folder: the SHA-256 of every file, then whether it loads and runs.
  ///
  /// - Throws: ``ModelInstallError`` with what is wrong.
  package func verify(_ id: String) throws(ModelInstallError) {
    let model = try Self.attempt { () throws(RecognitionError) in
      let model = try store.model(id)
      try model.verify { try? FileBytes.sha256(of: $0) }
      return model
    }
    try Self.attempt { () throws(RecognitionError) in try ModelTrial.run(model) }
  }

  private static func attempt<Result>(
    _ action: () throws(RecognitionError) -> Result
  ) throws(ModelInstallError) -> Result {
    do throws(RecognitionError) {
      return try action()
    } catch {
      throw .refused(error)
    }
  }
}
