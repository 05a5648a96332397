internal import Foundation
internal import PhotoCore
package import Recognition

extension ModelInstaller {
  /// Fetches a network that can be installed by its id, and adds it.
  ///
  /// - Parameters:
  ///   - replaces: whether a model of this id in the library gives way.
  ///   - isStopped: asked a few times a second; what has come by then is kept.
  /// - Throws: ``ModelInstallError``.
  @discardableResult
  package func install(
    _ model: InstallableModel, replaces: Bool = false, isStopped: () -> Bool = { false },
    progress: ProgressReport = { _ in }
  ) throws(ModelInstallError) -> InstalledModel {
    var options = ModelOptions()
    options.id = model.id
    options.name = model.name
    options.preset = model.preset
    options.licence = model.licence
    options.source = model.address
    options.published = model.published
    options.replaces = replaces
    let wanted = RequestedFile(
      address: model.address, sha256: model.sha256, byteCount: model.byteCount,
      structure: model.architecture.map { .text($0.configuration) })
    return try install(wanted, options: options, isStopped: isStopped, progress: progress)
  }

  /// Fetches a network from any address, and adds it.
  ///
  /// - Parameters:
  ///   - address: `https://…`; `http://…` for this machine, or where the limits allow it.
  ///   - sha256: what the file must have; nil to take what comes, which only encryption protects then.
  ///   - configuration: the `.cfg` that belongs to Darknet weights; nil for other formats.
  ///   - isStopped: asked a few times a second; what has come by then is kept.
  /// - Throws: ``ModelInstallError``.
  @discardableResult
  package func install(
    from address: String, sha256: String?, configuration: String? = nil,
    options: ModelOptions = ModelOptions(), isStopped: () -> Bool = { false },
    progress: ProgressReport = { _ in }
  ) throws(ModelInstallError) -> InstalledModel {
    let wanted = RequestedFile(
      address: address, sha256: sha256?.lowercased(), byteCount: nil,
      structure: configuration.map { .file($0) })
    return try install(wanted, options: options, isStopped: isStopped, progress: progress)
  }

  /// A file that is wanted, and what belongs to it.
  private struct RequestedFile {
    let address: String
    let sha256: String?
    let byteCount: Int64?
    let structure: NetworkFiles.DarknetSource?
  }

  private func install(
    _ wanted: RequestedFile, options given: ModelOptions, isStopped: () -> Bool,
    progress: ProgressReport
  ) throws(ModelInstallError) -> InstalledModel {
    let address = try address(wanted)
    var options = given
    options.source = given.source ?? address.shown
    let stem = (address.fileName as NSString).deletingPathExtension
    let id = try checked(given.id ?? Self.plain(stem), given)
    let modelFolder = try ModelFolder(folder: folder)
    let download = Download(
      address: address, sha256: wanted.sha256, byteCount: wanted.byteCount, limits: limits,
      folder: folder + "/.downloads")
    let file = try download.run(isStopped: isStopped, progress)
    // Whatever it is, it came whole: a second try would bring the same.
    defer { download.discard() }
    let files = try NetworkFiles(
      downloaded: file.path, name: address.fileName, structure: wanted.structure)
    return try add(files, id: id, options: options, on: modelFolder, progress: progress)
  }

  private func address(_ wanted: RequestedFile) throws(ModelInstallError) -> DownloadAddress {
    do throws(DownloadError) {
      let address = try DownloadAddress(wanted.address, allowsPlainHTTP: limits.allowsPlainHTTP)
      if let text = wanted.sha256 {
        guard ContentHash(hex: text) != nil else { throw .badHash(text) }
      } else if address.isPlain, !address.isLocal {
        throw .noHash(address.shown)
      }
      return address
    } catch {
      throw .download(error)
    }
  }
}
