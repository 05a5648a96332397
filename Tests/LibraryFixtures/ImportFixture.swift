internal import Analysis
package import Catalog
package import Fixtures
internal import Foundation
internal import Labels
package import Library
package import PhotoCore
internal import Recognition

/// A folder of photos, a library beside it, and runs of the real worker with the real networks.
package struct ImportFixture {
  package let folder: TemporaryFolder
  package let library: LibraryFolder

  package init() throws {
    folder = try TemporaryFolder()
    library = LibraryFolder(path: folder.path("library"))
    try FileManager.default.createDirectory(
      atPath: folder.path("trip"), withIntermediateDirectories: true)
  }

  package var trip: FilePath { FilePath(folder.path("trip")) }

  package static func models() throws -> [RegisteredModel] {
    let store = ModelStore(folders: [Installed.models])
    return try [ModelStore.defaultDetector, ModelStore.defaultClassifier].map { id in
      let model = try store.model(id)
      return RegisteredModel(
        name: id, labels: model.labels, threshold: model.record.defaultThreshold,
        recordJSON: model.recordJSON)
    }
  }

  package func settings(networks: Bool = false, waits: Bool = true) throws -> ImportRun.Settings {
    ImportRun.Settings(
      launch: WorkerLaunch(
        executable: FilePath(try Installed.program()),
        arguments: [
          "analyze", "--requests", "--thumbnails", library.thumbnails.description,
        ] + (networks ? [] : ["--no-networks"]), log: library.workerLog),
      workerCount: 2, models: try Self.models(), waitsForLock: waits,
      listeners: [LabelsAfterImport()])
  }

  /// The worker has the network of the target alone.
  package static func settings(
    for target: ReanalysisTarget, in library: LibraryFolder
  ) throws -> ImportRun.Settings {
    let models = try models().filter { $0.name == target.model }
    let isDetector = models.first?.labels.task == .detection
    return ImportRun.Settings(
      launch: WorkerLaunch(
        executable: FilePath(try Installed.program()),
        arguments: [
          "analyze", "--requests", "--detector", isDetector ? target.model : "none",
          "--classifier", isDetector ? "none" : target.model,
        ] + (target.isThorough ? ["--thorough"] : []), log: library.workerLog),
      workerCount: 2, models: models)
  }

  /// Lets a network look again.
  package func lookAgain(
    _ target: ReanalysisTarget, asked: Int64 = 5_000_000_000_000, stop: StopSign = StopSign(),
    progress: (RunProgress) -> Void = { _ in }
  ) throws -> ReanalysisSummary {
    try ReanalysisRun(
      library: library, settings: try Self.settings(for: target, in: library), stop: stop
    )
    .run(target, asked: asked, progress: progress)
  }

  @discardableResult
  package func run(
    _ target: ImportRun.Target? = nil, networks: Bool = false, stop: StopSign = StopSign(),
    progress: (RunProgress) -> Void = { _ in }
  ) throws -> RunSummary {
    try ImportRun(library: library, settings: try settings(networks: networks), stop: stop)
      .run(target ?? .add([trip]), progress: progress)
  }

  /// A small photo that no other seed gives.
  @discardableResult
  package func photo(_ name: String, seed: UInt64, exif: ExifFixture? = nil) throws -> [UInt8] {
    var jpeg = try PictureFixture.scene(width: 64, height: 48, seed: seed).encoded(".jpg[strip]")
    if let exif { jpeg = exif.inserted(intoJPEG: jpeg) }
    try folder.write(jpeg, to: "trip/\(name)")
    return jpeg
  }

  package func files() throws -> [FileRecord] {
    var found: [FileRecord] = []
    try library.openCatalogue().files.forEach { found.append($0) }
    return found
  }

  /// State by path below the trip's folder.
  package func states() throws -> [String: FileState] {
    let prefix = trip.description.count + 1
    return Dictionary(
      try files().map { (String($0.path.description.dropFirst(prefix)), $0.state) },
      uniquingKeysWith: { first, _ in first })
  }
}
