import Analysis
import Foundation
import Imaging
import Library
import Metadata
import PhotoCore
import Recognition

/// Measures decoding alone, inference alone and the whole import, one after the other.
struct ImportBenchmark {
  let folder: String
  let models: ModelStore

  func run() throws {
    let photos = try photosInFolder()
    guard !photos.isEmpty else { throw BenchmarkError.noPhotos(folder) }
    let cores = Installation.coreCount
    print("\(photos.count) photos, \(cores) processors")
    let decode = try perSecond(photos, cores) { () -> (FilePath) throws -> Void in
      let analysis = PhotoAnalysis(recogniser: nil, thumbnails: nil)
      return { _ = try analysis.finding(for: $0) }
    }
    report("decoding alone", decode)
    let models = models
    let inference = try perSecond(photos, cores) { () -> (FilePath) throws -> Void in
      let recogniser = try Recogniser(store: models)
      var views: [InputRecipe: NetworkView] = [:]
      return { _ in
        _ = try recogniser.recognise { recipe, _ in
          if let view = views[recipe] { return view }
          let view = try Self.grey(recipe.size)
          views[recipe] = view
          return view
        }
      }
    }
    report("inference alone", inference)
    let whole = try importRate(photos.count, cores)
    report("whole import", whole)
    let smaller = min(decode, inference)
    let together = 1 / (1 / decode + 1 / inference)
    print("whole import / smaller limit        \(ratio(whole / smaller))")
    print("whole import / both on these cores  \(ratio(whole / together))")
  }

  private func report(_ name: String, _ rate: Double) {
    let label = name.padding(toLength: 18, withPad: " ", startingAt: 0)
    print("\(label) \(oneDecimal(rate)) photos a second")
  }

  private func ratio(_ value: Double) -> String { String(format: "%.2f", value) }

  private func photosInFolder() throws -> [FilePath] {
    guard let names = FileManager.default.enumerator(atPath: folder) else { return [] }
    return names.compactMap { $0 as? String }.sorted().map { FilePath("\(folder)/\($0)") }
      .filter { path in
        guard let file = FileHandle(forReadingAtPath: path.description) else { return false }
        let prefix = (try? file.read(upToCount: FileKind.prefixLength)) ?? Data()
        if case .picture = FileKind.sniff([UInt8](prefix)) { return true }
        return false
      }
  }

  /// A mid-grey picture: a network's time does not depend on what it sees.
  private static func grey(_ size: PixelSize) throws -> NetworkView {
    guard let image = RGBImage(size: size, pixels: [UInt8](repeating: 128, count: 3 * size.area))
    else { throw BenchmarkError.noInput }
    return NetworkView(image: image, region: UnitBox(left: 0, top: 0, width: 1, height: 1))
  }

  /// Photos a second with one thread for each core, each with what `make` gives it; making it and
  /// the first photo of each thread are not counted.
  private func perSecond(
    _ photos: [FilePath], _ cores: Int,
    make: @escaping @Sendable () throws -> (FilePath) throws -> Void
  ) throws -> Double {
    let measurement = ParallelMeasurement(photos)
    for _ in 0..<cores { BlockingTask("benchmark") { measurement.work(make) } }
    return try measurement.photosPerSecond(threads: cores)
  }

  /// The rate of a real import into a library of its own, from the moment the workers are ready.
  private func importRate(_ count: Int, _ cores: Int) throws -> Double {
    let path = NSTemporaryDirectory() + "meridian-bench-\(getpid())"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let library = LibraryFolder(path: path)
    let launch = WorkerLaunch(
      executable: Installation.executable,
      arguments: ["analyze", "--requests", "--thumbnails", library.thumbnails.description],
      log: nil)
    let settings = ImportRun.Settings(
      launch: launch, workerCount: cores, models: try Installation.catalogModels(models))
    var begun: (at: Date, done: Int)?
    var ended = Date()
    _ = try ImportRun(library: library, settings: settings, stop: StopSign())
      .run(
        .add([FilePath(folder)]),
        progress: { progress in
          guard progress.stage == .analysing else { return }
          if begun == nil, progress.done >= cores { begun = (Date(), progress.done) }
          ended = Date()
        })
    guard let begun, count > begun.done else { throw BenchmarkError.tooFew(count) }
    return Double(count - begun.done) / max(0.001, ended.timeIntervalSince(begun.at))
  }
}

enum BenchmarkError: Error, CustomStringConvertible {
  case noPhotos(String)
  case tooFew(Int)
  case noInput

  var description: String {
    switch self {
    case .noPhotos(let folder): "No photos found in \(folder). Choose a folder with photos."
    case .tooFew(let count): "\(count) photos are too few to measure. Use at least twenty."
    case .noInput: "A model does not accept pictures. Run `meridian models verify`."
    }
  }
}
